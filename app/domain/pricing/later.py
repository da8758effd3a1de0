"""Basket step and coupons: which offers on sums are used, and in which order they take their goods.

Each offer used takes all pieces of its goods that are free for it, at their price of that moment. Which are used and in
which order is part of the choice; basket offers come before coupons.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress, count

from app.domain.money import allocate
from app.domain.pricing.item_step import AfterItems
from app.domain.pricing.live import BASKET, COUPON
from app.domain.pricing.patience import A_COUNTER, Patience
from app.domain.pricing.sums import Applied, GroupBest, SumOffer, best_of_group, bits, kinds_of
from app.domain.programme.model import Coupon, CouponItem

_MOST_NODES = 400
_MOST_PIECES = 1_500
"""How many pieces may be looked at in all: a node of a large basket costs more."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A sum offer as it was used: `base_minor` is what its pieces cost before, `savings` what it saves on each."""

    by: SumOffer
    times: int
    base_minor: int
    pieces: tuple[int, ...]
    savings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counter:
    """The pieces on the counter between two offers. Masks are of pieces; `taken` by stacking group."""

    prices: tuple[int, ...]
    undo: tuple[int, ...]
    taken: Mapping[str, int]
    promoted: int
    couponed: int
    barred: int
    done: tuple[Taken, ...] = ()

    def free_for(self, offer: SumOffer) -> int:
        """The pieces that the offer may take."""
        free = offer.mask & ~self.barred & ~self.taken.get(offer.live.group, 0)
        if offer.wants_untouched:
            free &= ~self.promoted
        return free & ~self.couponed if offer.live.offer.exclusive else free

    def after(self, use: Applied) -> "Counter":
        """What lies there once the offer was used."""
        pieces = _members(use.mask)
        at_list = not use.by.live.offer.on_tier_price
        prices, undo = list(self.prices), list(self.undo)
        if at_list:
            for piece in pieces:
                prices[piece], undo[piece] = prices[piece] + undo[piece], 0
        before = [prices[piece] for piece in pieces]
        savings = shared_over(use, before)
        for piece, saving in zip(pieces, savings, strict=True):
            prices[piece] -= saving
        group, is_coupon = use.by.live.group, use.by.live.step == COUPON
        return Counter(
            tuple(prices),
            tuple(undo),
            {**self.taken, group: self.taken.get(group, 0) | use.mask},
            self.promoted if is_coupon else self.promoted | use.mask,
            self.couponed | use.mask if is_coupon else self.couponed,
            self.barred | use.mask if use.by.live.offer.exclusive else self.barred,
            (*self.done, Taken(use.by, use.times, sum(before), pieces, savings)),
        )

    @property
    def total_minor(self) -> int:
        """What the pieces cost."""
        return sum(self.prices)

    @property
    def uses(self) -> int:
        """Rights used so far in these steps."""
        return sum(taken.times * len(taken.by.live.rights) for taken in self.done)


def counter_after(items: AfterItems) -> Counter:
    """The pieces as the item step leaves them."""
    taken: dict[str, int] = {}
    for used in items.used:
        group = used.by.live.group
        taken[group] = taken.get(group, 0) | sum(1 << piece for piece in used.pieces)
    return Counter(items.prices, items.undo, taken, items.touched, 0, items.barred)


def group_best(counter: Counter, offers: Sequence[SumOffer]) -> GroupBest:
    """The best use of the offers of one group on these pieces."""
    taken_by = [counter.free_for(offer) for offer in offers]
    by_piece = any(offer.looks_at_pieces for offer in offers)
    kinds = kinds_of(counter.prices, counter.prices, counter.undo, taken_by, by_piece=by_piece)
    return best_of_group(kinds, offers, taken_by)


def in_groups(offers: Iterable[SumOffer]) -> list[list[SumOffer]]:
    """The offers by stacking group, in order."""
    groups: dict[str, list[SumOffer]] = {}
    for offer in offers:
        groups.setdefault(offer.live.group, []).append(offer)
    return list(groups.values())


class LaterSearch:
    """Finds the best use of all sum offers on one counter; `best` is it, `is_exact` says whether that is certain."""

    def __init__(self, counter: Counter, offers: Sequence[SumOffer], patience: Patience) -> None:
        self.best, self.is_exact, self._patience = counter, True, patience
        self._nodes = min(_MOST_NODES, _MOST_PIECES // max(1, len(counter.prices)))
        alive = [offer for offer in offers if _can(offer, counter)]
        groups = in_groups(alive)
        if len(groups) == 1 and len({offer.live.step for offer in alive}) == 1:
            self._finish(counter, groups[0])
        elif groups:
            self._coupons = [offer for offer in alive if offer.live.step == COUPON]
            self._basket = [offer for offer in alive if offer.live.step == BASKET]
            self._search(counter, groups)

    def _search(self, counter: Counter, groups: Sequence[Sequence[SumOffer]]) -> None:
        without_undo = replace(
            counter,
            prices=tuple(price + undo for price, undo in zip(counter.prices, counter.undo, strict=True))
            if any(not offer.live.offer.on_tier_price for group in groups for offer in group)
            else counter.prices,
            undo=(0,) * len(counter.undo),
        )
        self._coupon_bound = sum(_most(without_undo, each) for each in _bounded(self._coupons, groups))
        self._basket_bound = sum(_most(without_undo, each) for each in _bounded(self._basket, groups))
        self._start_minor = counter.total_minor
        first = counter
        for group in in_groups(self._basket):
            for use in group_best(first, group).applied:
                first = first.after(use)
        self._close_basket(first)
        if self._start_minor - self.best.total_minor < self._basket_bound + self._coupon_bound:
            self._basket_node(counter, None)

    def _basket_node(self, counter: Counter, last: Applied | None) -> None:
        gained = self._start_minor - counter.total_minor
        offs = [(offer, counter.free_for(offer)) for offer in self._basket]
        offs = [(offer, free) for offer, free in offs if free]
        room = sum(offer.off(base, base, 1) for offer, free in offs for base in [_base(counter, offer, free)])
        if min(gained + room, self._basket_bound) + self._coupon_bound <= self._start_minor - self.best.total_minor:
            return
        if not self._spend_node():
            return
        self._close_basket(counter)
        for offer, free in offs:
            use = _use(counter, offer, free, 1)
            if use and not _came_sooner(use, last):
                self._basket_node(counter.after(use), use)

    def _close_basket(self, counter: Counter) -> None:
        groups = in_groups(offer for offer in self._coupons if _can(offer, counter))
        if len(groups) > 1:
            self._coupon_node(counter, None)
        else:
            self._finish(counter, groups[0] if groups else ())

    def _coupon_node(self, counter: Counter, last: Applied | None) -> None:
        self._consider(counter)
        uses = [
            use
            for offer in self._coupons
            if (free := counter.free_for(offer))
            for times in range(1, offer.most_times + 1)
            if (use := _use(counter, offer, free, times))
        ]
        room: dict[str, int] = {}
        for use in uses:
            room[use.by.live.offer.id] = max(use.off_minor, room.get(use.by.live.offer.id, 0))
        if counter.total_minor - sum(room.values()) >= self.best.total_minor or not self._spend_node():
            return
        for use in uses:
            if not _came_sooner(use, last):
                self._coupon_node(counter.after(use), use)

    def _finish(self, counter: Counter, group: Sequence[SumOffer]) -> None:
        best = group_best(counter, group)
        self.is_exact = self.is_exact and best.is_exact
        for use in best.applied:
            counter = counter.after(use)
        self._consider(counter)

    def _consider(self, counter: Counter) -> None:
        if (counter.total_minor, counter.uses) < (self.best.total_minor, self.best.uses):
            self.best = counter

    def _spend_node(self) -> bool:
        self._nodes -= 1
        self._patience.spend(A_COUNTER)
        if self._nodes < 0:
            self.is_exact = False
        return self.is_exact


def _most(counter: Counter, group: Sequence[SumOffer]) -> int:
    best = group_best(counter, group)
    return best.gain_minor if best.is_exact else counter.total_minor


def _bounded(offers: Sequence[SumOffer], groups: Iterable[Sequence[SumOffer]]) -> list[list[SumOffer]]:
    """Offers bounded together; each by itself where pieces kept from one of them would be left to another."""
    if any(offer.wants_untouched for group in groups for offer in group):
        return [[offer] for offer in offers]
    # A group that reaches over both steps may lose pieces to the first of them.
    steps = {(offer.live.group, offer.live.step) for group in groups for offer in group}
    return in_groups(offers) if len(steps) == len({name for name, _ in steps}) else [[offer] for offer in offers]


def _can(offer: SumOffer, counter: Counter) -> bool:
    free = counter.free_for(offer)
    if not free:
        return False
    at_least = offer.lowest_threshold()
    return not at_least or _base(counter, offer, free) >= at_least


def _base(counter: Counter, offer: SumOffer, free: int) -> int:
    taken = bits(free)
    base = sum(compress(counter.prices, taken))
    return base if offer.live.offer.on_tier_price else base + sum(compress(counter.undo, taken))


def _use(counter: Counter, offer: SumOffer, free: int, times: int) -> Applied | None:
    base = _base(counter, offer, free)
    prices = (counter.prices[piece] for piece in _members(free)) if offer.looks_at_pieces else ()
    if offer.looks_at_pieces and not offer.live.offer.on_tier_price:
        prices = (counter.prices[piece] + counter.undo[piece] for piece in _members(free))
    off = offer.off(base, base, times, sorted(prices, reverse=True))
    return Applied(offer, times, free, off) if off > 0 else None


def use_once(counter: Counter, offer: SumOffer, times: int) -> Counter:
    """What lies there once the offer was used so many times, if it takes anything off."""
    free = counter.free_for(offer)
    use = _use(counter, offer, free, times) if free else None
    return counter.after(use) if use else counter


def use_in_turn(counter: Counter, offers: Sequence[SumOffer]) -> Counter:
    """Each offer in its order, as often as it goes, where it saves anything: the policy `priority`."""
    for offer in offers:
        free = counter.free_for(offer)
        uses = (_use(counter, offer, free, times) for times in range(offer.most_times, 0, -1)) if free else ()
        best = min((counter.after(use) for use in uses if use), key=lambda each: each.total_minor, default=counter)
        if best.total_minor < counter.total_minor:
            counter = best
    return counter


def _came_sooner(use: Applied, last: Applied | None) -> bool:
    """Two offers that share no goods come to the same in either order, so only one order is looked at."""
    return last is not None and not use.by.mask & last.by.mask and use.by.live.order < last.by.live.order


def shared_over(use: Applied, prices: Sequence[int]) -> tuple[int, ...]:
    """What the use saves on each of its pieces, which cost this much."""
    offer = use.by.live.offer
    if not (isinstance(offer, Coupon) and isinstance(offer.effect, CouponItem)):
        return allocate(use.off_minor, prices)
    dearest = set(sorted(range(len(prices)), key=lambda place: (-prices[place], place))[: use.times])
    price = offer.effect.price_minor
    savings = [max(0, prices[place] - price) if place in dearest else 0 for place in range(len(prices))]
    return allocate(use.off_minor, savings)


def _members(mask: int) -> tuple[int, ...]:
    return tuple(compress(count(), bits(mask)))
