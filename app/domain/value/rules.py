"""Which lots go back to head office, which are paid out, which move to another card: pure."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from app.domain.lease import Lease, Take
from app.domain.ledger import BONUS, PRINCIPAL, Unit
from app.domain.money import allocate, divide_half_up
from app.domain.value.facts import TopUp


class BonusBack(StrEnum):
    """How much of the bonus is taken back when principal is paid out."""

    ALL = "all_back"
    PROPORTIONAL = "in_proportion"
    NONE = "kept"


def over_cap(leases: Sequence[Lease], coming: Iterable[Take], cap_minor: int | None) -> tuple[Take, ...]:
    """What of `coming` this till may not keep, `cap_minor` being the most it may hold of one unit of a card.

    What may be spent last goes first. None = there is no cap.
    """
    if cap_minor is None:
        return ()
    incoming = tuple(coming)
    return tuple(part for unit in (PRINCIPAL, BONUS) for part in _over(leases, incoming, unit, cap_minor))


def in_proportion(leases: Sequence[Lease], amount_minor: int, day: str) -> tuple[Take, ...] | None:
    """The lots that move `amount_minor` to another card, principal and bonus alike; None where there is less."""
    free = [lease for lease in leases if lease.lot.usable_on(day)]
    principal, bonus = whole(free, PRINCIPAL), whole(free, BONUS)
    if not 0 < amount_minor <= principal + bonus:
        return None
    of_principal, of_bonus = allocate(amount_minor, (principal, bonus))
    return (*_spread(free, PRINCIPAL, of_principal), *_spread(free, BONUS, of_bonus))


def whole(leases: Iterable[Lease], unit: Unit) -> int:
    """All this till holds of a unit, what may not be spent yet included."""
    return sum(lease.held for lease in leases if lease.unit == unit)


def paid_out(leases: Sequence[Lease], amount_minor: int, rule: BonusBack) -> tuple[Take, ...] | None:
    """The lots of `amount_minor` of principal, and the bonus taken back with it; None where the till holds less.

    Bonus that was spent already is not asked back.
    """
    principal, bonus = whole(leases, PRINCIPAL), whole(leases, BONUS)
    if not 0 < amount_minor <= principal:
        return None
    share = divide_half_up(bonus * amount_minor, principal)
    back = {BonusBack.ALL: bonus, BonusBack.PROPORTIONAL: share, BonusBack.NONE: 0}[rule]
    return (*_spread(leases, PRINCIPAL, amount_minor), *_spread(leases, BONUS, back))


def undone(leases: Sequence[Lease], top_up: TopUp) -> tuple[Take, ...] | None:
    """Every lot of a top-up, to be taken back; None where something of it was spent or lies elsewhere."""
    there = {(lease.unit, lease.lot): lease.held for lease in leases}
    complete = all(there.get((part.unit, part.lot), 0) >= part.amount for part in top_up.credits)
    return top_up.credits if complete else None


def _over(leases: Sequence[Lease], coming: Sequence[Take], unit: Unit, cap_minor: int) -> Iterable[Take]:
    own = sorted((part for part in coming if part.unit == unit), key=_last_first, reverse=True)
    left = whole(leases, unit) + sum(part.amount for part in own) - cap_minor
    for part in own:
        if left <= 0:
            return
        amount = min(left, part.amount)
        left -= amount
        yield Take(unit, part.lot, amount)


def _last_first(part: Take) -> tuple[str, tuple[str, str, str]]:
    return (part.lot.available_on, part.lot.age_order())


def _spread(leases: Sequence[Lease], unit: Unit, amount: int) -> Iterable[Take]:
    """`amount` of a unit in proportion over its lots: none of them is dearer to the customer than another."""
    own = [lease for lease in leases if lease.unit == unit and lease.held > 0]
    parts = allocate(amount, [lease.held for lease in own])
    return [Take(unit, lease.lot, part) for lease, part in zip(own, parts, strict=True) if part]
