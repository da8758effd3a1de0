"""The ways in which an offer on a sum can work: each step of it, each number of coupons, capped or not."""

from collections.abc import Iterator
from typing import NamedTuple

from app.domain.money import BASIS_POINTS, share
from app.domain.pricing.sums import SumOffer
from app.domain.programme.model import AmountOff, BasketPercent, Coupon, CouponAmount, CouponItem, CouponPercent


class Level(NamedTuple):
    """One way an offer works: from `at_least_minor` on, `off_minor` off, or the share `pay_basis_points` left.

    `piece_minor`: the dearest `times` pieces at this price instead, which takes off `most_minor` at most.
    `up_to_minor`: only where its goods cost no more. `is_sure`: it takes off exactly that; else at most.
    """

    at_least_minor: int
    off_minor: int = 0
    pay_basis_points: int = BASIS_POINTS
    times: int = 1
    piece_minor: int | None = None
    most_minor: int = 0
    up_to_minor: int | None = None
    is_sure: bool = True

    def is_within(self, reach_minor: int) -> bool:
        """Whether goods that cost at most so much can be at this level at all."""
        return self.at_least_minor <= (reach_minor if self.up_to_minor is None else min(reach_minor, self.up_to_minor))

    def most(self, reach_minor: int) -> int:
        """What it takes off at most."""
        reach = reach_minor if self.up_to_minor is None else min(reach_minor, self.up_to_minor)
        return self.most_minor + self.off_minor + reach - share(reach, self.pay_basis_points)


def levels_of(offer: SumOffer, reach_minor: int, dearest_minor: int) -> Iterator[Level]:
    """The ways an offer can work on goods that cost at most `reach_minor`, the best first."""
    rule, cap = offer.live.offer, offer.live.cap_minor
    found: list[Level] = []
    for at_least, off, times, up_to in _amounts(rule, offer.most_times, reach_minor):
        off = off if cap is None else min(off, cap)
        if at_least < off:
            found.append(Level(at_least, 0, 0, times, up_to_minor=off - 1))
        found.append(Level(max(at_least, off), off, times=times, up_to_minor=up_to))
    if isinstance(rule, Coupon) and isinstance(rule.effect, CouponItem):
        price = rule.effect.price_minor
        for times in range(offer.most_times, 0, -1):
            at_least, most = times * rule.at_least_minor, times * max(0, dearest_minor - price)
            if cap is not None and cap < most:
                found.append(Level(at_least, cap, times=times, is_sure=False))
            else:
                found.append(Level(at_least, times=times, piece_minor=price, most_minor=most))
    pay, at_least = _percent(rule)
    if pay is not None:
        up_to = None if cap is None else _base_for(cap + 1, pay) - 1
        found.append(Level(at_least, 0, pay, up_to_minor=up_to))
        if cap is not None:
            found.append(Level(max(at_least, _base_for(cap, pay)), cap))
    return (level for level in found if level.is_within(reach_minor) and level.most(reach_minor) > 0)


def _amounts(rule: object, most_times: int, reach: int) -> Iterator[tuple[int, int, int, int | None]]:
    """From which sum on so much comes off with so many of it, and up to which sum: from there on it is more."""
    match rule:
        case AmountOff(repeats=True):
            step = rule.steps[0]
            most = reach // step.at_least_minor if step.at_least_minor else 1
            for n in range(most, 0, -1):
                up_to = (n + 1) * step.at_least_minor - 1 if step.at_least_minor else None
                yield n * step.at_least_minor, n * step.off_minor, 1, up_to
        case AmountOff():
            rising = sorted(rule.steps, key=lambda step: (step.off_minor, step.at_least_minor), reverse=True)
            for number, step in enumerate(rising):
                up_to = min((more.at_least_minor for more in rising[:number]), default=None)
                yield step.at_least_minor, step.off_minor, 1, None if up_to is None else up_to - 1
        case Coupon(effect=CouponAmount(off_minor=off)):
            yield from ((n * rule.at_least_minor, n * off, n, None) for n in range(most_times, 0, -1))


def _percent(rule: object) -> tuple[int | None, int]:
    match rule:
        case BasketPercent(pay_basis_points=pay, at_least_minor=least):
            return pay, least
        case Coupon(effect=CouponPercent(pay_basis_points=pay), at_least_minor=least):
            return pay, least
    return None, 0


def _base_for(off_minor: int, pay_basis_points: int) -> int:
    """The least sum of which the share takes so much off."""
    base = off_minor * BASIS_POINTS // (BASIS_POINTS - pay_basis_points) if pay_basis_points < BASIS_POINTS else 0
    base = max(0, base - 2)
    while base - share(base, pay_basis_points) < off_minor and pay_basis_points < BASIS_POINTS:
        base += 1
    return base
