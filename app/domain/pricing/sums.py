"""Offers on a sum of goods: amount off, basket percent, coupons. What each takes off, and the best use of one group."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from heapq import heappop, heappush
from itertools import chain, compress
from operator import or_
from typing import NamedTuple

from app.domain.money import share
from app.domain.pricing.live import Live
from app.domain.programme.model import (
    AmountOff,
    BasketPercent,
    Coupon,
    CouponAmount,
    CouponItem,
    CouponPercent,
)

_MOST_STATES = 3_000


@dataclass(frozen=True, slots=True)
class SumOffer:
    """A live offer on a sum; `mask` are the pieces of its goods."""

    live: Live
    mask: int

    @property
    def most_times(self) -> int:
        """How many of it one sale may take: coupons more than one, promotions one."""
        offer = self.live.offer
        if isinstance(offer, Coupon) and not isinstance(offer.effect, CouponPercent):
            return self.live.uses or 1
        return 1

    @property
    def looks_at_pieces(self) -> bool:
        """Whether more than the sum counts."""
        return isinstance(self.live.offer, Coupon) and isinstance(self.live.offer.effect, CouponItem)

    @property
    def wants_untouched(self) -> bool:
        """Whether pieces that served a promotion are not for it."""
        offer = self.live.offer
        return offer.exclusive or (isinstance(offer, Coupon) and not offer.with_promotions)

    def off(self, reached_minor: int, sum_minor: int, times: int, dearest: Sequence[int] = ()) -> int:
        """What it takes off goods that cost `sum_minor`; thresholds are judged at `reached_minor`, mostly the same."""
        cap = self.live.cap_minor
        raw = min(_off(self.live.offer, reached_minor, sum_minor, times, dearest), reached_minor)
        return raw if cap is None else min(raw, cap)

    def lowest_threshold(self) -> int:
        """From which sum on it can do anything."""
        offer = self.live.offer
        if isinstance(offer, AmountOff):
            return min(step.at_least_minor for step in offer.steps)
        return offer.at_least_minor if isinstance(offer, BasketPercent | Coupon) else 0


def _off(offer: object, reached: int, whole: int, times: int, dearest: Sequence[int]) -> int:
    match offer:
        case AmountOff(repeats=True):
            step = offer.steps[0]
            return reached // step.at_least_minor * step.off_minor if step.at_least_minor else step.off_minor
        case AmountOff():
            return max((step.off_minor for step in offer.steps if step.at_least_minor <= reached), default=0)
        case BasketPercent(at_least_minor=least) if reached >= least:
            return whole - share(whole, offer.pay_basis_points)
        case Coupon(at_least_minor=least) if reached >= times * least:
            return _effect(offer, whole, times, dearest)
    return 0


def _effect(coupon: Coupon, whole: int, times: int, dearest: Sequence[int]) -> int:
    match coupon.effect:
        case CouponAmount(off_minor=off):
            return times * off
        case CouponPercent(pay_basis_points=percent):
            return whole - share(whole, percent)
        case CouponItem(price_minor=price):
            return sum(max(0, piece - price) for piece in dearest[:times])


class Kind(NamedTuple):
    """Pieces that the offers of a group cannot tell apart: sums, what list prices would cost more, and each of both.

    `reached_minor` is what thresholds are judged by; it differs from `sum_minor` only for bounds.
    """

    mask: int
    reached_minor: int
    sum_minor: int
    undo_minor: int
    each: tuple[tuple[int, int], ...] = ()


class _Columns(NamedTuple):
    """What kinds are, each in a column of its own, so that sums over some of them are quick."""

    masks: Sequence[int]
    reached: Sequence[int]
    sums: Sequence[int]
    undo: Sequence[int]
    each: Sequence[Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Applied:
    """A sum offer as it is used: so many times, on these pieces, taking so much off."""

    by: SumOffer
    times: int
    mask: int
    off_minor: int


@dataclass(frozen=True, slots=True)
class GroupBest:
    """The most that one group takes off, with how many rights, how, and whether that is certain."""

    gain_minor: int
    uses: int
    applied: tuple[Applied, ...]
    is_exact: bool = True


_AS_FLAGS = bytes.maketrans(b"01", b"\0\1")


def bits(mask: int) -> bytes:
    """The bits of a mask as flags, the lowest first: what `itertools.compress` picks by."""
    return bin(mask)[:1:-1].encode().translate(_AS_FLAGS)


def best_of_group(kinds: Sequence[Kind], offers: Sequence[SumOffer], taken_by: Sequence[int]) -> GroupBest:
    """The best use of one group's offers: `taken_by` are the pieces each may take at most.

    The offers used take all their goods that are free, one after the other; so a state is the set of kinds taken.
    """
    columns = _Columns(*zip(*kinds, strict=True)) if kinds else _Columns((), (), (), (), ())
    can_take = [sum(1 << number for number, kind in enumerate(kinds) if kind.mask & pieces) for pieces in taken_by]
    best: dict[int, tuple[int, int, tuple[Applied, ...]]] = {0: (0, 0, ())}
    queue, top = [0], (0, 0, 0)
    uses_of: dict[tuple[int, int], list[tuple[Applied, int, int]]] = {}
    while queue:
        state = heappop(queue)
        gain, uses, applied = best[state]
        if (-gain, uses) < top[:2]:
            top = (-gain, uses, state)
        if len(best) > _MOST_STATES:
            return GroupBest(-top[0], top[1], best[top[2]][2], is_exact=False)
        for number, may_take in enumerate(can_take):
            free = may_take & ~state
            if not free:
                continue
            after = state | free
            known_uses = uses_of.get((number, free))
            if known_uses is None:
                known_uses = uses_of[number, free] = _uses(offers[number], columns, free)
            for use, won, used in known_uses:
                known = best.get(after)
                if known is None:
                    heappush(queue, after)
                if known is None or (-gain - won, uses + used) < (-known[0], known[1]):
                    best[after] = (gain + won, uses + used, (*applied, use))
    return GroupBest(-top[0], top[1], best[top[2]][2])


def most_of_group(
    kinds: Sequence[Kind], offers: Sequence[SumOffer], taken_by: Sequence[int], *, may_shrink: bool
) -> int | None:
    """The group takes off no more than this; None where that is not certain.

    An offer from which pieces are kept (`may_shrink`) leaves them to others of its group, so each counts by itself.
    """
    parts = [([offer], [mask]) for offer, mask in zip(offers, taken_by, strict=True)]
    found = [best_of_group(kinds, *part) for part in (parts if may_shrink else [(offers, taken_by)])]
    return sum(best.gain_minor for best in found) if all(best.is_exact for best in found) else None


def _uses(offer: SumOffer, columns: "_Columns", free: int) -> list[tuple[Applied, int, int]]:
    here = bits(free)
    at_list = not offer.live.offer.on_tier_price
    undo = sum(compress(columns.undo, here)) if at_list else 0
    reached = sum(compress(columns.reached, here)) + undo
    if reached < offer.lowest_threshold():
        return []
    whole = sum(compress(columns.sums, here)) + undo
    each = chain.from_iterable(compress(columns.each, here)) if offer.looks_at_pieces else ()
    dearest = sorted((price + back * at_list for price, back in each), reverse=True)
    found: list[tuple[Applied, int, int]] = []
    for times in range(1, offer.most_times + 1):
        off = offer.off(reached, whole, times, dearest)
        if off > undo:
            used = Applied(offer, times, sum(compress(columns.masks, here)), off)
            found.append((used, off - undo, times * len(offer.live.rights)))
    return found


def kinds_of(
    prices: Sequence[int],
    reached: Sequence[int],
    undo: Sequence[int],
    taken_by: Sequence[int],
    *,
    by_piece: bool,
) -> list[Kind]:
    """The pieces by which of the offers may take them; those that none may take are left out."""
    blocks = [(0, reduce(or_, taken_by, 0))]
    for number, mask in enumerate(taken_by):
        inside = [(pattern | 1 << number, block & mask) for pattern, block in blocks]
        blocks = [each for each in (*inside, *((pattern, block & ~mask) for pattern, block in blocks)) if each[1]]
    return [_kind(block, prices, reached, undo, by_piece=by_piece) for _, block in sorted(blocks)]


def _kind(block: int, prices: Sequence[int], reached: Sequence[int], undo: Sequence[int], *, by_piece: bool) -> Kind:
    here = bits(block)
    whole = sum(compress(prices, here))
    return Kind(
        block,
        whole if reached is prices else sum(compress(reached, here)),
        whole,
        sum(compress(undo, here)),
        tuple(zip(compress(prices, here), compress(undo, here), strict=True)) if by_piece else (),
    )
