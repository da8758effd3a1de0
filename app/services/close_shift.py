"""Close the shift: a blind count first, then what the books expect, then the Z report."""

from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.figures.body import figures_to_json
from app.domain.figures.till_day import TillDay
from app.domain.journal import Kind
from app.domain.shift import ClosedShift
from app.domain.staff import Operator, Permission, not_permitted
from app.ports.store import SlipKind, Store
from app.services.report_till import figures_of
from app.services.stamp import Recorder


@dataclass(frozen=True, slots=True)
class CloseShift:
    """End the shift with the cash that was counted without knowing what should be there."""

    store: Store
    recorder: Recorder

    def __call__(self, operator: Operator, counted_minor: int) -> tuple[ClosedShift, TillDay] | Refused:
        """The closed shift and its figures, or why not. Its Z report is in the spool."""
        if not operator.may(Permission.CLOSE_SHIFT):
            return not_permitted(Permission.CLOSE_SHIFT)
        if counted_minor < 0:
            return Refused(Why.AMOUNT_NOT_POSITIVE)
        with self.store.unit_of_work() as uow:
            shift = uow.shifts.current()
            if shift is None:
                return Refused(Why.SHIFT_NOT_OPEN)
            held = len(uow.held.all())
            if held:
                return Refused(Why.BASKETS_ON_HOLD, {"count": held})
            stamp = self.recorder.stamp(uow)
            figures = figures_of(uow, shift)
            closed = ClosedShift(shift, stamp.at, operator.id, counted_minor, figures.expected_cash_minor)
            body = {
                "shift": shift.id,
                "number": shift.number,
                "opened": [shift.opened_at, shift.opened_by],
                "operator": operator.id,
                "counted": counted_minor,
                "figures": figures_to_json(figures),
            }
            event = self.recorder.record(uow, Kind.SHIFT_CLOSED, body, stamp)
            uow.shifts.close(event, closed)
            uow.spool.add(SlipKind.Z_REPORT, event.id)
            uow.commit()
            return closed, figures
