"""Whoever owns value in the demo shop: a member with cards, or an anonymous card; and what they own."""

from dataclasses import dataclass

from app.domain.ids import WalletId
from app.domain.ledger import Lot, Unit
from app.domain.member import Card, Member


@dataclass(frozen=True, slots=True)
class OwnedLot:
    """One lot of a wallet: all there is of it, and how much of that this till holds as a lease."""

    unit: Unit
    lot: Lot
    total: int
    leased: int


@dataclass(frozen=True, slots=True)
class Holder:
    """A wallet with whose it is (None: anonymous), the cards that open it and what lies in it."""

    wallet: WalletId
    member: Member | None
    cards: tuple[Card, ...]
    lots: tuple[OwnedLot, ...]

    def total(self, unit: Unit) -> int:
        """All there is of `unit`."""
        return sum(owned.total for owned in self.lots if owned.unit == unit)

    def leased(self, unit: Unit) -> int:
        """What this till holds of `unit`."""
        return sum(owned.leased for owned in self.lots if owned.unit == unit)
