"""The shift: from the float in the drawer to the blind count (minor units)."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import OperatorId, ShiftId


class CashDirection(StrEnum):
    """Cash put into the drawer or taken out, other than by a sale."""

    PAID_IN = "paid_in"
    PAID_OUT = "paid_out"


@dataclass(frozen=True, slots=True)
class CashMovement:
    """Cash in or out, with who and why. `receipt`: another till's, where it is an advance on its refund."""

    direction: CashDirection
    amount_minor: int
    operator: OperatorId
    reason: str
    receipt: str = ""

    @property
    def signed_minor(self) -> int:
        """Positive for cash put in."""
        return self.amount_minor if self.direction is CashDirection.PAID_IN else -self.amount_minor


@dataclass(frozen=True, slots=True)
class Shift:
    """An open shift. Its business date is the local date of its opening and holds until it closes."""

    id: ShiftId
    number: int
    business_date: str
    opened_at: int
    opened_by: OperatorId
    float_minor: int


@dataclass(frozen=True, slots=True)
class ClosedShift:
    """A closed shift: what was counted blind against what the books expect."""

    shift: Shift
    closed_at: int
    closed_by: OperatorId
    counted_minor: int
    expected_minor: int

    @property
    def over_short_minor(self) -> int:
        """Positive = more in the drawer than expected."""
        return self.counted_minor - self.expected_minor
