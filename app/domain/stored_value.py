"""Spending stored value: principal and bonus lots in the programme's order."""

from collections.abc import Sequence
from enum import StrEnum

from app.domain.lease import Lease, Take, held, take
from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.money import allocate


class SpendOrder(StrEnum):
    """Which part of stored value is spent first."""

    BONUS_AFTER = "bonus_after"
    BONUS_BEFORE = "bonus_before"
    PROPORTIONAL = "proportional"


def spendable(leases: Sequence[Lease], day: str) -> int:
    """What this till may take from the wallet today: principal and bonus (minor units)."""
    return held(leases, PRINCIPAL, day) + held(leases, BONUS, day)


def split_spend(leases: Sequence[Lease], amount_minor: int, order: SpendOrder, day: str) -> tuple[Take, ...] | None:
    """The lots that pay `amount_minor`; None where the till holds less than that."""
    principal, bonus = held(leases, PRINCIPAL, day), held(leases, BONUS, day)
    if amount_minor > principal + bonus:
        return None
    if order is SpendOrder.BONUS_BEFORE:
        from_bonus = min(amount_minor, bonus)
    elif order is SpendOrder.BONUS_AFTER:
        from_bonus = max(0, amount_minor - principal)
    else:
        from_bonus = allocate(amount_minor, (principal, bonus))[1]
    return (
        *take(leases, PRINCIPAL, amount_minor - from_bonus, day),
        *take(leases, BONUS, from_bonus, day),
    )
