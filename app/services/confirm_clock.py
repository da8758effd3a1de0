"""Confirm the clock: a manager has looked at it, so stored value may move again."""

from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.journal import Kind
from app.domain.staff import Approval, Operator, Permission
from app.ports.store import Store
from app.services.check_approval import check_own_or_approval
from app.services.stamp import BEHIND_LIMIT_MS, Recorder

HEAD_OFFICE = "head_office"


@dataclass(frozen=True, slots=True)
class ConfirmClock:
    """Take the machine's clock as right."""

    store: Store
    recorder: Recorder

    def in_doubt(self) -> bool:
        """Whether stored value is frozen because the clock jumped."""
        with self.store.unit_of_work() as uow:
            return self.recorder.look(uow).frozen

    def __call__(self, operator: Operator, approval: Approval | None = None) -> Refused | None:
        """Confirm it, on record under the name of whoever looked at it."""
        with self.store.unit_of_work() as uow:
            if refused := check_own_or_approval(uow, operator, Permission.CONFIRM_CLOCK, approval):
                return refused
            before = uow.state().high_water_ms
            now = self.recorder.confirm_clock(uow)
            stamp = self.recorder.stamp(uow)
            body = {"operator": approval.approved_by if approval else operator.id, "wall": now, "high_water": before}
            self.recorder.record(uow, Kind.CLOCK_CONFIRMED, body, stamp)
            uow.commit()
            return None

    def by_head_office(self, office_ms: int) -> bool:
        """Head office has told its time (UTC ms): where the till's clock is right after all, say so on record."""
        with self.store.unit_of_work() as uow:
            look = self.recorder.look(uow)
            if not look.frozen or abs(look.at - office_ms) > BEHIND_LIMIT_MS:
                return False
            before = uow.state().high_water_ms
            now = self.recorder.confirm_clock(uow)
            stamp = self.recorder.stamp(uow)
            body = {"operator": HEAD_OFFICE, "wall": now, "high_water": before}
            self.recorder.record(uow, Kind.CLOCK_CONFIRMED, body, stamp)
            uow.commit()
            return True
