"""Sign on: who stands at the till."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.ids import OperatorId
from app.domain.staff import Operator
from app.ports.pins import PinHasher
from app.ports.store import Store
from app.services.check_pin import check_pin
from app.services.stamp import Recorder


@dataclass(frozen=True, slots=True)
class SignOn:
    """Check the PIN of the person who wants to work."""

    store: Store
    recorder: Recorder
    hasher: PinHasher

    def operators(self) -> Sequence[Operator]:
        """Who may sign on here."""
        with self.store.unit_of_work() as uow:
            return uow.staff.operators()

    def __call__(self, operator_id: OperatorId, pin: str) -> Operator | Refused:
        """The operator, or why not."""
        with self.store.unit_of_work() as uow:
            stamp = self.recorder.stamp(uow)
            outcome = check_pin(uow, self.hasher, operator_id, pin, stamp.corrected_at)
            uow.commit()
            return outcome
