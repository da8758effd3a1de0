"""Put cash into the drawer or take it out without a sale, or just open it: always on record."""

from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.journal import Kind
from app.domain.sale.body import approval_to_json
from app.domain.shift import CashDirection, CashMovement
from app.domain.staff import Approval, Permission
from app.ports.store import SlipKind, Store
from app.services.check_approval import check_approval
from app.services.stamp import Recorder


@dataclass(frozen=True, slots=True)
class MoveCash:
    """Cash in, cash out, and the drawer opened without a sale."""

    store: Store
    recorder: Recorder

    def __call__(self, approval: Approval, direction: CashDirection, amount_minor: int) -> CashMovement | Refused:
        """Record the movement and open the drawer. The approval carries the reason, which may not be empty."""
        if amount_minor <= 0:
            return Refused(Why.AMOUNT_NOT_POSITIVE)
        if not approval.reason.strip():
            return Refused(Why.REASON_MISSING)
        with self.store.unit_of_work() as uow:
            if refused := check_approval(uow, approval, Permission.CASH_MOVEMENT):
                return refused
            shift = uow.shifts.current()
            if shift is None:
                return Refused(Why.SHIFT_NOT_OPEN)
            stamp = self.recorder.stamp(uow)
            movement = CashMovement(direction, amount_minor, approval.operator, approval.reason.strip())
            body = {
                "shift": shift.id,
                "direction": direction.value,
                "amount": amount_minor,
                "approval": approval_to_json(approval),
            }
            event = self.recorder.record(uow, Kind.CASH_MOVEMENT, body, stamp)
            uow.shifts.move_cash(event, shift.id, movement)
            uow.spool.add(SlipKind.DRAWER, event.id, kick_drawer=True)
            uow.commit()
            return movement

    def open_drawer(self, approval: Approval) -> Refused | None:
        """Open the drawer without a sale."""
        with self.store.unit_of_work() as uow:
            if refused := check_approval(uow, approval, Permission.OPEN_DRAWER):
                return refused
            shift = uow.shifts.current()
            if shift is None:
                return Refused(Why.SHIFT_NOT_OPEN)
            stamp = self.recorder.stamp(uow)
            body = {"shift": shift.id, "approval": approval_to_json(approval)}
            event = self.recorder.record(uow, Kind.DRAWER_OPENED, body, stamp)
            uow.shifts.count_drawer_opening(shift.id)
            uow.spool.add(SlipKind.DRAWER, event.id, kick_drawer=True)
            uow.commit()
            return None
