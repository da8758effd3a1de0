"""Spending any unit of a wallet: points off the bill, coupons, counted rights. Pure; the till spends what it holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.lease import Lease, Take, held, take, without
from app.domain.ledger import Unit


@dataclass(frozen=True, slots=True)
class Spend:
    """`amount` (> 0) of a unit that a priced basket uses up."""

    unit: Unit
    amount: int


@dataclass(frozen=True, slots=True)
class ShortOf:
    """This till holds `held` of the unit today where `wanted` would be needed."""

    unit: Unit
    wanted: int
    held: int


@dataclass(frozen=True, slots=True)
class PointsRate:
    """Every whole `points` are worth `minor` (minor units) off the bill."""

    points: int
    minor: int

    def most_minor(self, points: int, due_minor: int) -> int:
        """The most that `points` take off a bill of `due_minor`: whole steps of the rate, never below nothing."""
        return max(0, min(points // self.points, due_minor // self.minor)) * self.minor

    def points_for(self, off_minor: int) -> int:
        """What `off_minor` costs in points; a step begun is a step paid."""
        return -(-off_minor // self.minor) * self.points


def pay_spends(leases: Sequence[Lease], spends: Iterable[Spend], day: str) -> tuple[Take, ...] | ShortOf:
    """The lots that pay every spend, the oldest expiry first; ShortOf for the first that the leases cannot pay."""
    takes: list[Take] = []
    left: Sequence[Lease] = leases
    for spend in spends:
        there = held(left, spend.unit, day)
        if spend.amount > there:
            return ShortOf(spend.unit, spend.amount, there)
        parts = take(left, spend.unit, spend.amount, day)
        left = without(left, parts)
        takes += parts
    return merged(takes)


def merged(takes: Iterable[Take]) -> tuple[Take, ...]:
    """The same takes with each lot named once, in the order of their first mention; nothing of a lot is left out."""
    sums: dict[tuple[Unit, str], Take] = {}
    for part in takes:
        before = sums.get((part.unit, part.lot.key))
        if part.amount:
            sums[part.unit, part.lot.key] = Take(part.unit, part.lot, part.amount + (before.amount if before else 0))
    return tuple(sums.values())


def share_back(used: Iterable[Take], returned_minor: int, whole_minor: int) -> tuple[Take, ...]:
    """What of everything a sale used is back once goods worth `returned_minor` of its `whole_minor` have come back.

    Rounded down: a coupon, or the last point, comes back with the last of the goods. Parts add up.
    """
    parts = (Take(each.unit, each.lot, so_far(each.amount, returned_minor, whole_minor)) for each in used)
    return tuple(part for part in parts if part.amount)


def so_far(amount: int, returned_minor: int, whole_minor: int) -> int:
    """The share of `amount` that goes with `returned_minor` of `whole_minor`: all of it with the last."""
    return amount if returned_minor >= whole_minor else amount * returned_minor // whole_minor


def less(takes: Iterable[Take], gone: Iterable[Take]) -> tuple[Take, ...]:
    """`takes` without what is `gone` already, lot by lot; nothing of a lot leaves it out."""
    minus = {(part.unit, part.lot): part.amount for part in gone}
    rest = (Take(part.unit, part.lot, part.amount - minus.get((part.unit, part.lot), 0)) for part in takes)
    return tuple(part for part in rest if part.amount > 0)
