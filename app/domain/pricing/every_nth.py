"""The n-th piece: how it takes pieces."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.money import share
from app.domain.pricing.live import Live
from app.domain.pricing.pieces import Pile
from app.domain.pricing.taking import Entered, Rest, Slot
from app.domain.programme.model import Goods, NthPiece


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
