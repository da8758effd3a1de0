"""Change one's own PIN: the current one opens it, so nobody else can while a till stands open."""

from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.journal import Kind
from app.domain.staff import PIN_DIGITS, Operator, PinRecord
from app.ports.pins import PinHasher
from app.ports.store import Store
from app.services.check_pin import check_pin
from app.services.stamp import Recorder


@dataclass(frozen=True, slots=True)
class ChangePin:
    """The one way to another PIN."""

    store: Store
    recorder: Recorder
    hasher: PinHasher

    def __call__(self, operator: Operator, current: str, new: str) -> Operator | Refused:
        """Keep `new` as the operator's PIN, or say why not; the event names the person and never the PIN."""
        if len(new) < PIN_DIGITS or not new.isdecimal():
            return Refused(Why.PIN_TOO_SHORT, {"digits": PIN_DIGITS})
        with self.store.unit_of_work() as uow:
            stamp = self.recorder.stamp(uow)
            found = check_pin(uow, self.hasher, operator.id, current, stamp.corrected_at)
            if isinstance(found, Refused):
                uow.commit()  # a wrong try is remembered
                return found
            if new == current:
                return Refused(Why.PIN_AS_BEFORE)
            uow.staff.put(PinRecord(found, self.hasher.hash(new)))
            body = {"operator": found.id, "person": found.id, "role": found.role.value}
            self.recorder.record(uow, Kind.STAFF_CHANGED, body, stamp)
            uow.commit()
            return found
