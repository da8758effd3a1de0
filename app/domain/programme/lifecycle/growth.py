"""Growth goes up and down; it stops at 0."""

from app.domain.ledger import Lot, Unit
from app.domain.programme.lifecycle.standing import Change, Standing, Why
from app.domain.programme.rights import GROWTH

GROWTH_LOT = Lot("growth")
GROWTH_SHORT = Unit("growth_short")
"""Growth that should have gone down below 0: recorded, never shown as a balance."""


def grown(standing: Standing, amount: int, why: Why, day: str, rule: str, number: str) -> tuple[Change, ...]:
    """Growth up or down; it stops at 0 and the rest is recorded."""
    less = max(amount, -standing.total(GROWTH))
    changes = [Change(GROWTH, GROWTH_LOT, less, why, day, rule, number)]
    changes.append(Change(GROWTH_SHORT, GROWTH_LOT, less - amount, why, day, rule, number))
    return tuple(change for change in changes if change.amount)
