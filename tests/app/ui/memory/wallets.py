"""Deals of value and changed cards in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.figures.value_day import DealRow
from app.domain.ids import CardNumber, EventId, ShiftId, WalletId
from app.domain.journal import Event, Kind
from app.domain.member import Card
from app.domain.value.facts import ValueDeal
from app.ports.store import DealSummary


@dataclass
class MemoryDeals:
    """Top-ups, refunds of principal and transfers by id, with the kind of their events."""

    deals: dict[EventId, tuple[Kind, ValueDeal]] = field(default_factory=dict)

    def record(self, event: Event, deal: ValueDeal) -> None:
        """Keep it."""
        self.deals[deal.id] = (event.kind, deal)

    def deal(self, deal_id: EventId) -> ValueDeal | None:
        """One deal."""
        found = self.deals.get(deal_id)
        return found[1] if found else None

    def recent_of(self, wallet: WalletId, limit: int) -> Sequence[DealSummary]:
        """Newest first."""
        return [
            DealSummary(deal.id, kind, deal.origin.receipt_number, deal.origin.at, deal.amount_minor)
            for kind, deal in reversed(self.deals.values())
            if deal.holder.wallet == wallet
        ][:limit]

    def rows_of_shift(self, shift: ShiftId) -> Sequence[DealRow]:
        """The rows of one shift."""
        return [
            DealRow(
                kind,
                deal.origin.receipt,
                deal.amount_minor,
                tuple((tender.kind, tender.type, tender.amount_minor) for tender in deal.tenders),
            )
            for kind, deal in self.deals.values()
            if deal.origin.shift == shift
        ]


@dataclass
class MemoryCards:
    """Cards changed here, with the number of the event."""

    changed: dict[CardNumber, tuple[int, Card]] = field(default_factory=dict)

    def change(self, event: Event, cards: Sequence[Card]) -> None:
        """Keep them."""
        self.changed.update((card.number, (event.seq, card)) for card in cards)

    def card(self, number: CardNumber, since_seq: int) -> Card | None:
        """One card."""
        seq, card = self.changed.get(number, (0, None))
        return card if seq > since_seq else None

    def of_wallet(self, wallet: WalletId, since_seq: int) -> Sequence[Card]:
        """A wallet's cards."""
        return [card for seq, card in self.changed.values() if seq > since_seq and card.wallet == wallet]
