"""Percent and special price: how they take pieces."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.money import extend, share
from app.domain.pricing.live import Live
from app.domain.pricing.pieces import Pile
from app.domain.pricing.taking import Entered, Rest, Slot
from app.domain.programme.model import Goods, Percent, SpecialPrice


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
