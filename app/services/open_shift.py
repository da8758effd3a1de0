"""Open a shift with the float that lies in the drawer."""

from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.ids import ShiftId
from app.domain.journal import Kind
from app.domain.shift import Shift
from app.domain.staff import Operator, Permission, not_permitted
from app.ports.store import Store
from app.services.stamp import Recorder


@dataclass(frozen=True, slots=True)
class OpenShift:
    """Begin a shift; its business date is today's and stays so until it closes."""

    store: Store
    recorder: Recorder

    def current(self) -> Shift | None:
        """The shift that is open."""
        with self.store.unit_of_work() as uow:
            return uow.shifts.current()

    def __call__(self, operator: Operator, float_minor: int) -> Shift | Refused:
        """The new shift, or why not."""
        if not operator.may(Permission.OPEN_SHIFT):
            return not_permitted(Permission.OPEN_SHIFT)
        if float_minor < 0:
            return Refused(Why.AMOUNT_NOT_POSITIVE)
        with self.store.unit_of_work() as uow:
            if uow.shifts.current():
                return Refused(Why.SHIFT_ALREADY_OPEN)
            stamp = self.recorder.stamp(uow)
            shift = Shift(
                id=ShiftId(self.recorder.new_id(stamp.at)),
                number=uow.state().last_shift + 1,
                business_date=stamp.business_date,
                opened_at=stamp.at,
                opened_by=operator.id,
                float_minor=float_minor,
            )
            body = {"shift": shift.id, "number": shift.number, "operator": operator.id, "float": float_minor}
            event = self.recorder.record(uow, Kind.SHIFT_OPENED, body, stamp)
            uow.shifts.open(event, shift)
            uow.commit()
            return shift
