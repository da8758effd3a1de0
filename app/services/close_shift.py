"""Close the shift: a blind count first, then what the books expect, then the Z report."""

from dataclasses import dataclass
from typing import Any

from app.domain.errors import Refused, Why
from app.domain.figures.till_day import TillDay
from app.domain.journal import Kind
from app.domain.shift import ClosedShift
from app.domain.staff import Operator, Permission
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
            return Refused(Why.NOT_PERMITTED, {"permission": Permission.CLOSE_SHIFT.value})
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


def figures_to_json(figures: TillDay) -> dict[str, Any]:
    """The figures as they stand in the Z report's event."""
    return {
        "sales": [figures.sale_count, figures.sales_minor],
        "refunds": [figures.refund_count, figures.refunds_minor],
        "saving": figures.saving_minor,
        "receipts": [figures.first_receipt, figures.last_receipt],
        "tenders": dict(figures.tenders),
        "taxes": [[rate, gross, tax] for rate, (gross, tax) in sorted(figures.taxes.items())],
        "float": figures.float_minor,
        "paid_in": figures.paid_in_minor,
        "paid_out": figures.paid_out_minor,
        "cash_sales": figures.cash_sales_minor,
        "drawer_openings": figures.drawer_openings,
        "expected_cash": figures.expected_cash_minor,
        "perpetual": figures.perpetual_minor,
    }


def figures_from_json(json: Any) -> TillDay:
    """The figures that such a body holds."""
    return TillDay(
        sale_count=json["sales"][0],
        sales_minor=json["sales"][1],
        refund_count=json["refunds"][0],
        refunds_minor=json["refunds"][1],
        saving_minor=json["saving"],
        first_receipt=json["receipts"][0],
        last_receipt=json["receipts"][1],
        tenders=json["tenders"],
        taxes={rate: (gross, tax) for rate, gross, tax in json["taxes"]},
        float_minor=json["float"],
        paid_in_minor=json["paid_in"],
        paid_out_minor=json["paid_out"],
        cash_sales_minor=json["cash_sales"],
        drawer_openings=json["drawer_openings"],
        expected_cash_minor=json["expected_cash"],
        perpetual_minor=json["perpetual"],
    )
