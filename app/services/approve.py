"""Approve: somebody who may allows what the operator may not, with a PIN and a reason, on record."""

from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.ids import OperatorId
from app.domain.journal import Kind
from app.domain.sale.body import approval_to_json
from app.domain.staff import Approval, Operator, Permission, not_permitted
from app.ports.pins import PinHasher
from app.ports.store import Store
from app.services.check_pin import check_pin
from app.services.stamp import Recorder


@dataclass(frozen=True, slots=True)
class Approve:
    """Give an approval, or say why not."""

    store: Store
    recorder: Recorder
    hasher: PinHasher

    def own(self, operator: Operator, permission: Permission, reason: str) -> Approval | Refused:
        """The operator's own approval, where the role allows it."""
        if not operator.may(permission):
            return not_permitted(permission)
        return Approval(permission, operator.id, operator.id, reason)

    def __call__(
        self, operator: Operator, permission: Permission, approver_id: OperatorId, pin: str, reason: str
    ) -> Approval | Refused:
        """The approver's approval of what `operator` is about to do; kept as an override event."""
        with self.store.unit_of_work() as uow:
            stamp = self.recorder.stamp(uow)
            approver = check_pin(uow, self.hasher, approver_id, pin, stamp.corrected_at)
            if isinstance(approver, Refused):
                uow.commit()
                return approver
            if not approver.may(permission):
                return not_permitted(permission)
            approval = Approval(permission, operator.id, approver.id, reason)
            self.recorder.record(uow, Kind.OVERRIDE, {"approval": approval_to_json(approval)}, stamp)
            uow.commit()
            return approval
