"""Who works the till and what each may do: the permission table stands here and nowhere else."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import Refused, Why
from app.domain.ids import OperatorId

PIN_TRIES = 5
# The shortest PIN a person may choose.
PIN_DIGITS = 4
PIN_LOCK_MS = 15 * 60 * 1000


class Role(StrEnum):
    """What a person is in the shop."""

    CASHIER = "cashier"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    AUDITOR = "auditor"


class Permission(StrEnum):
    """What a person may do."""

    SELL = "sell"
    REFUND = "refund"
    TOP_UP = "top_up"
    REFUND_VALUE = "refund_value"
    UNDO_SERVICE = "undo_service"
    TRANSFER_VALUE = "transfer_value"
    STOP_CARD = "stop_card"
    CHANGE_CARD = "change_card"
    PRICE_OVERRIDE = "price_override"
    SALE_EXCEPTION = "sale_exception"
    LATE_REFUND = "late_refund"
    VALUE_WITHOUT_PIN = "value_without_pin"
    OPEN_DRAWER = "open_drawer"
    CASH_MOVEMENT = "cash_movement"
    OPEN_SHIFT = "open_shift"
    CLOSE_SHIFT = "close_shift"
    READ_X = "read_x"
    VIEW_MEMBERS = "view_members"
    REGISTER_MEMBER = "register_member"
    MERGE_MEMBERS = "merge_members"
    REFUND_AT_RISK = "refund_at_risk"
    CHANGE_SETTINGS = "change_settings"
    CONFIRM_CLOCK = "confirm_clock"
    CLOSE_PAYMENT = "close_payment"


_CASHIER = frozenset(
    {
        Permission.SELL,
        Permission.TOP_UP,
        Permission.STOP_CARD,
        Permission.OPEN_SHIFT,
        Permission.CLOSE_SHIFT,
        Permission.VIEW_MEMBERS,
        Permission.REGISTER_MEMBER,
    }
)
_SUPERVISOR = _CASHIER | {
    Permission.REFUND,
    Permission.REFUND_VALUE,
    Permission.UNDO_SERVICE,
    Permission.TRANSFER_VALUE,
    Permission.CHANGE_CARD,
    Permission.PRICE_OVERRIDE,
    Permission.SALE_EXCEPTION,
    Permission.VALUE_WITHOUT_PIN,
    Permission.OPEN_DRAWER,
    Permission.CASH_MOVEMENT,
    Permission.READ_X,
}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CASHIER: _CASHIER,
    Role.SUPERVISOR: _SUPERVISOR,
    Role.MANAGER: _SUPERVISOR
    | {
        Permission.LATE_REFUND,
        Permission.CHANGE_SETTINGS,
        Permission.CONFIRM_CLOCK,
        Permission.CLOSE_PAYMENT,
        Permission.MERGE_MEMBERS,
        Permission.REFUND_AT_RISK,
    },
    Role.AUDITOR: frozenset({Permission.READ_X, Permission.VIEW_MEMBERS}),
}


def not_permitted(permission: Permission) -> Refused:
    """The refusal where somebody's role does not allow what they asked for."""
    return Refused(Why.NOT_PERMITTED, {"permission": permission.value})


@dataclass(frozen=True, slots=True)
class Operator:
    """A person who signs on at the till."""

    id: OperatorId
    name: str
    role: Role

    def may(self, permission: Permission) -> bool:
        """Whether this person's role allows it."""
        return permission in PERMISSIONS[self.role]


@dataclass(frozen=True, slots=True)
class PinRecord:
    """An operator with the Argon2id hash of the PIN and the count of wrong tries; `locked_until` is UTC ms."""

    operator: Operator
    pin_hash: str
    failures: int = 0
    locked_until: int = 0


@dataclass(frozen=True, slots=True)
class Approval:
    """Who did something, who allowed it (the same person when they may), and why."""

    permission: Permission
    operator: OperatorId
    approved_by: OperatorId
    reason: str = ""
