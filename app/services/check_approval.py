"""Check an approval where money or goods leave: whoever is named must work here and be allowed to allow it."""

from app.domain.errors import Refused
from app.domain.staff import Approval, Operator, Permission, not_permitted
from app.ports.store import UnitOfWork


def check_approval(uow: UnitOfWork, approval: Approval, permission: Permission) -> Refused | None:
    """Why the approval does not allow `permission`; None where it does. The staff list decides, not the caller."""
    approver = uow.staff.operator(approval.approved_by)
    if approval.permission is permission and approver is not None and approver.may(permission):
        return None
    return not_permitted(permission)


def check_own_or_approval(
    uow: UnitOfWork, operator: Operator, permission: Permission, approval: Approval | None
) -> Refused | None:
    """The same for what the operator may do by themselves or have approved."""
    return check_approval(uow, approval or Approval(permission, operator.id, operator.id), permission)
