"""How each kind of item promotion takes pieces, one after the other, dearest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from app.domain.money import allocate, extend, share
from app.domain.pricing.live import Live
from app.domain.pricing.pieces import Pile
from app.domain.programme.model import Bundle, Goods, NthPiece, Percent, PiecesFor, SpecialPrice

Slot = tuple[int, ...]
"""What an offer remembers of the pieces it has taken so far: counts, and its saving where that is capped."""

Entered = tuple[Slot, int, int, int]
"""After a piece was taken: the slot, what the piece still costs, what its group costs now, rights used.

Under a cap the piece costs what it did, and what all of the offer's pieces save together is a cost below nothing.
"""


class Rest(NamedTuple):
    """The pieces still to come for an offer: how many for each part, and what one costs at least and at most.

    The prices are told where the offer has a cap.
    """

    counts: tuple[int, ...]
    least_minor: int = 0
    most_minor: int = 0


class Takes(Protocol):
    """One item promotion as it takes pieces."""

    @property
    def live(self) -> Live:
        """The offer."""

    @property
    def parts(self) -> tuple[Goods, ...]:
        """The goods of its parts."""

    @property
    def counts(self) -> tuple[int, ...]:
        """How many pieces of each part make a group."""

    @property
    def start(self) -> Slot:
        """Nothing taken yet."""

    @property
    def cap_minor(self) -> int | None:
        """What it saves at most, where its goods can save more than that."""

    @property
    def is_linked(self) -> bool:
        """Whether what it does to a piece depends on other pieces."""

    @property
    def is_shared(self) -> bool:
        """Whether its saving belongs to several pieces together: it takes no piece of another item promotion."""

    def enter(self, slot: Slot, part: int, price: int, quantity_milli: int) -> Entered | None:
        """Take a piece at `price` for `part`; None where it cannot."""

    def is_open(self, slot: Slot) -> bool:
        """Whether a group is begun and not complete."""

    def kept(self, slot: Slot, rest: Rest) -> Slot | None:
        """As little as it need remember where these pieces are still to come.

        None where a group that is begun cannot be completed any more.
        """

    def forgets(self, rest: Rest) -> bool:
        """Whether it may remember less than it does, as these pieces are still to come."""

    def begun(self, slot: Slot, pile: Pile) -> int:
        """What a group that is begun will bring about, if all its pieces cost as much as one of the pile."""

    def needs(self, taken: tuple[int, ...]) -> frozenset[int]:
        """Which parts a group with these parts still needs."""

    def at_most(self, part: int, price: int, quantity_milli: int) -> int:
        """No piece saves more than this, averaged over its group: for bounds."""

    def savings(self, prices: Sequence[int], quantities_milli: Sequence[int]) -> tuple[tuple[int, ...], int]:
        """What it saves on each of all the pieces it has taken, before its cap, and how many uses that is."""

    def fits(self, pile: Pile) -> bool:
        """Whether pieces of the pile may be counted."""


@dataclass(frozen=True, slots=True)
class EachPiece:
    """Percent and special price: each piece by itself."""

    live: Live
    offer: Percent | SpecialPrice
    parts: tuple[Goods, ...]
    cap_minor: int | None = None
    counts: tuple[int, ...] = (1,)
    start: Slot = (0, 0)

    @property
    def is_linked(self) -> bool:
        """A limit or a cap ties its pieces together."""
        return self.live.uses is not None or self.live.cap_minor is not None

    @property
    def is_shared(self) -> bool:
        """A capped saving belongs to all its pieces."""
        return self.live.cap_minor is not None

    def price_of(self, price: int, quantity_milli: int) -> int:
        """What a piece at `price` costs under the offer alone."""
        if isinstance(self.offer, Percent):
            return share(price, self.offer.pay_basis_points)
        return min(price, extend(self.offer.price_minor, quantity_milli))

    def enter(self, slot: Slot, part: int, price: int, quantity_milli: int) -> Entered | None:
        """Take a piece that it makes cheaper."""
        taken, saved = slot
        lower = self.price_of(price, quantity_milli)
        if lower >= price or (self.live.uses is not None and taken >= self.live.uses):
            return None
        taken += self.live.uses is not None
        if self.cap_minor is None:
            return (taken, 0), lower, 0, len(self.live.rights)
        after = min(saved + price - lower, self.cap_minor)
        return (taken, after), price, saved - after, len(self.live.rights)

    def is_open(self, slot: Slot) -> bool:
        """It has no groups."""
        return False

    def kept(self, slot: Slot, rest: Rest) -> Slot | None:
        """Nothing once no piece is to come; no count where the limit is not in reach."""
        taken, saved = slot
        (left,) = rest.counts
        if not left:
            return self.start
        return (0, saved) if self.live.uses is not None and taken + left <= self.live.uses else slot

    def forgets(self, rest: Rest) -> bool:
        """At its end, and the count where the limit is not in reach."""
        return self.live.uses is not None or not any(rest.counts)

    def begun(self, slot: Slot, pile: Pile) -> int:
        """It has no groups."""
        return 0

    def needs(self, taken: tuple[int, ...]) -> frozenset[int]:
        """It has one part only."""
        return frozenset((0,))

    def at_most(self, part: int, price: int, quantity_milli: int) -> int:
        """Its whole saving."""
        return price - self.price_of(price, quantity_milli)

    def savings(self, prices: Sequence[int], quantities_milli: Sequence[int]) -> tuple[tuple[int, ...], int]:
        """Each piece saves for itself."""
        pairs = zip(prices, quantities_milli, strict=True)
        return tuple(price - self.price_of(price, quantity) for price, quantity in pairs), len(prices)

    def fits(self, pile: Pile) -> bool:
        """Every piece."""
        return True


@dataclass(frozen=True, slots=True)
class EveryNth:
    """The n-th piece of every group of n."""

    live: Live
    offer: NthPiece
    parts: tuple[Goods, ...]
    cap_minor: int | None = None
    start: Slot = (0, 0)
    is_linked: bool = True

    @property
    def counts(self) -> tuple[int, ...]:
        """So many pieces."""
        return (self.offer.count,)

    @property
    def is_shared(self) -> bool:
        """A capped saving belongs to all its pieces."""
        return self.live.cap_minor is not None

    def enter(self, slot: Slot, part: int, price: int, quantity_milli: int) -> Entered | None:
        """Take the next piece; each n-th, the cheapest of its group so far, is reduced."""
        taken, saved = slot
        count, uses = self.offer.count, self.live.uses
        if uses is not None and taken >= count * uses:
            return None
        taken += 1
        if taken % count:
            return (taken, saved), price, 0, 0
        lower = share(price, self.offer.pay_basis_points)
        taken = taken if uses is not None else 0
        if self.cap_minor is None:
            return (taken, 0), lower, 0, len(self.live.rights)
        after = min(saved + price - lower, self.cap_minor)
        return (taken, after), price, saved - after, len(self.live.rights)

    def is_open(self, slot: Slot) -> bool:
        """Fewer than n pieces."""
        return slot[0] % self.offer.count > 0

    def kept(self, slot: Slot, rest: Rest) -> Slot | None:
        """Nothing once no group can be begun; of a limit that is not in reach only the open group."""
        taken, saved = slot
        (left,) = rest.counts
        count, uses = self.offer.count, self.live.uses
        is_open = taken % count
        if is_open + left < count:
            return None if is_open else self.start
        return (is_open, saved) if uses is not None and taken + left <= uses * count else slot

    def forgets(self, rest: Rest) -> bool:
        """At its last groups, and the count where the limit is not in reach."""
        return self.live.uses is not None or rest.counts[0] < self.offer.count

    def begun(self, slot: Slot, pile: Pile) -> int:
        """Each piece an n-th of what the last will save."""
        price = pile.tier_minor if self.offer.on_tier_price else pile.list_minor
        return slot[0] % self.offer.count * (price - share(price, self.offer.pay_basis_points)) // self.offer.count

    def needs(self, taken: tuple[int, ...]) -> frozenset[int]:
        """It has one part only."""
        return frozenset((0,))

    def at_most(self, part: int, price: int, quantity_milli: int) -> int:
        """The cheapest of n is reduced: each bears an n-th. At list prices the cheapest may be another piece."""
        saving = price - share(price, self.offer.pay_basis_points)
        return -(-saving // self.offer.count) if self.offer.on_tier_price else saving

    def savings(self, prices: Sequence[int], quantities_milli: Sequence[int]) -> tuple[tuple[int, ...], int]:
        """The n-th pieces bear the saving."""
        count, percent = self.offer.count, self.offer.pay_basis_points
        off = (0 if place % count else price - share(price, percent) for place, price in enumerate(prices, start=1))
        return tuple(off), len(prices) // count

    def fits(self, pile: Pile) -> bool:
        """Whole pieces."""
        return pile.whole


@dataclass(frozen=True, slots=True)
class Together:
    """Pieces-for and bundle: so many pieces of each part together for one price."""

    live: Live
    offer: PiecesFor | Bundle
    parts: tuple[Goods, ...]
    counts: tuple[int, ...]
    start: Slot
    least_minor: int
    most_minor: int
    """What the pieces of a set cost by themselves, at least and at most."""
    cap_minor: int | None = None
    is_linked: bool = True
    is_shared: bool = True

    @property
    def may_cost_more(self) -> bool:
        """Whether there are pieces that cost less by themselves than as a set."""
        return self.least_minor < self.offer.price_minor

    def enter(self, slot: Slot, part: int, price: int, quantity_milli: int) -> Entered | None:
        """Take a piece for a part; a complete set costs the set's price."""
        sets, saved, *held = slot
        if self.live.uses is not None and sets >= self.live.uses:
            return None
        held[part] += 1
        is_complete = all(have >= need for have, need in zip(held, self.counts, strict=True))
        if is_complete:
            held = [have - need for have, need in zip(held, self.counts, strict=True)]
            sets += self.live.uses is not None
        paid, rights = self.offer.price_minor * is_complete, len(self.live.rights) * is_complete
        if self.cap_minor is None:
            return (sets, 0, *held), 0, paid, rights
        after = saved + price - paid
        besides = min(saved, self.cap_minor) - min(after, self.cap_minor)
        return (sets, after, *held), price, besides, rights

    def is_open(self, slot: Slot) -> bool:
        """Some pieces of a set are still missing."""
        return any(slot[2:])

    def kept(self, slot: Slot, rest: Rest) -> Slot | None:
        """Nothing once no set can be begun; no count where the limit is not in reach."""
        sets, saved, *held = slot
        uses, parts = self.live.uses, [*zip(held, self.counts, rest.counts, strict=True)]
        wanted = max(-(-have // need) for have, need, _ in parts)
        at_most = min((have + more) // need for have, need, more in parts)
        if wanted > at_most or (uses is not None and sets + wanted > uses):
            return None
        if self.cap_minor is not None:
            # Beyond the cap only so much is remembered as sets still to come may take back.
            lowest, highest = self._change(wanted, at_most - wanted, sum(held), rest)
            if saved + highest < 0:
                return None
            saved = min(saved, self.cap_minor - lowest)
        if not at_most:
            return self.start
        return (0 if uses is not None and sets + at_most <= uses else sets, saved, *held)

    def _change(self, wanted: int, more: int, held: int, rest: Rest) -> tuple[int, int]:
        """By how much the saving can still change: down and up, by the sets that are begun and by those that may be."""
        price, size = self.offer.price_minor, sum(self.counts)
        missing = wanted * size - held
        down = missing * rest.least_minor - wanted * price + more * min(0, size * rest.least_minor - price)
        up = missing * rest.most_minor - wanted * price + more * max(0, size * rest.most_minor - price)
        return down, up

    def forgets(self, rest: Rest) -> bool:
        """Parts may be missing at any time."""
        return True

    def begun(self, slot: Slot, pile: Pile) -> int:
        """The set's price is still to be paid, each piece its part of it."""
        return -self.offer.price_minor * sum(slot[2:]) // sum(self.counts)

    def needs(self, taken: tuple[int, ...]) -> frozenset[int]:
        """The parts of which a set has too few."""
        return frozenset(part for part, count in enumerate(self.counts) if taken.count(part) < count)

    def at_most(self, part: int, price: int, quantity_milli: int) -> int:
        """Its price less its equal share of the set's price."""
        return max(0, price - self.offer.price_minor // sum(self.counts))

    def savings(self, prices: Sequence[int], quantities_milli: Sequence[int]) -> tuple[tuple[int, ...], int]:
        """The saving of all sets is shared over all their pieces by price."""
        sets = len(prices) // sum(self.counts)
        return allocate(sum(prices) - sets * self.offer.price_minor, prices), sets

    def fits(self, pile: Pile) -> bool:
        """Whole pieces."""
        return pile.whole


def takes(live: Live, piles: Sequence[Pile]) -> Takes:
    """How this live item promotion takes pieces of these piles."""
    offer = live.offer
    cap = live.cap_minor
    # A cap that all goods together do not reach need not be watched.
    if cap is not None and sum(piles[number].count * piles[number].list_minor for number in live.piles) <= cap:
        cap = None
    match offer:
        case NthPiece():
            return EveryNth(live, offer, (offer.goods,), cap)
        case PiecesFor():
            return _together(live, offer, (offer.goods,), (offer.count,), cap, piles)
        case Bundle():
            goods, counts = zip(*((part.goods, part.count) for part in offer.parts), strict=True)
            return _together(live, offer, goods, counts, cap, piles)
        case Percent() | SpecialPrice():
            return EachPiece(live, offer, (offer.goods,), cap)
        case _:
            raise TypeError("no item promotion")


def _together(
    live: Live,
    offer: PiecesFor | Bundle,
    parts: tuple[Goods, ...],
    counts: tuple[int, ...],
    cap_minor: int | None,
    piles: Sequence[Pile],
) -> Together:
    here = [piles[number] for number in live.piles]
    tiers = [[pile.tier_minor for pile in here if goods.include(pile.product)] for goods in parts]
    lists = [[pile.list_minor for pile in here if goods.include(pile.product)] for goods in parts]
    least = sum(count * min(prices, default=0) for count, prices in zip(counts, tiers, strict=True))
    most = sum(count * max(prices, default=0) for count, prices in zip(counts, lists, strict=True))
    return Together(live, offer, parts, counts, (0, 0, *(0 for _ in counts)), least, most, cap_minor)


def may_serve(offer: Takes, piles: Sequence[Pile]) -> bool:
    """Whether there are enough pieces for one group, and whether it can cost less than they do by themselves."""
    if isinstance(offer, Together) and offer.most_minor < offer.offer.price_minor:
        return False
    here = [piles[number] for number in offer.live.piles if offer.fits(piles[number])]
    left = [sum(pile.count for pile in here if goods.include(pile.product)) for goods in offer.parts]
    return all(map(int.__le__, offer.counts, left))
