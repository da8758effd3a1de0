"""Pieces-for and bundle: how they take pieces."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.money import allocate
from app.domain.pricing.live import Live
from app.domain.pricing.pieces import Pile
from app.domain.pricing.taking import Entered, Rest, Slot
from app.domain.programme.model import Bundle, Goods, PiecesFor


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
            # So much of the set's price a piece bears for certain; how the rest is shared, its other pieces say.
            borne = max(0, price * self.offer.price_minor // self.most_minor - 1) if self.most_minor else 0
            return (sets, 0, *held), borne, paid - borne, rights
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


def together(
    live: Live,
    offer: PiecesFor | Bundle,
    parts: tuple[Goods, ...],
    counts: tuple[int, ...],
    cap_minor: int | None,
    piles: Sequence[Pile],
) -> Together:
    """An offer of sets on these piles."""
    here = [piles[number] for number in live.piles]
    tiers = [[pile.tier_minor for pile in here if goods.include(pile.product)] for goods in parts]
    lists = [[pile.list_minor for pile in here if goods.include(pile.product)] for goods in parts]
    least = sum(count * min(prices, default=0) for count, prices in zip(counts, tiers, strict=True))
    most = sum(count * max(prices, default=0) for count, prices in zip(counts, lists, strict=True))
    return Together(live, offer, parts, counts, (0, 0, *(0 for _ in counts)), least, most, cap_minor)
