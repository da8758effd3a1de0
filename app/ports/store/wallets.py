"""What was done with wallets here: value bought, paid back and moved, and cards changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.figures.value_day import DealRow
from app.domain.ids import CardNumber, EventId, ShiftId, WalletId
from app.domain.journal import Event, Kind
from app.domain.member import Card
from app.domain.value.facts import ValueDeal


@dataclass(frozen=True, slots=True)
class DealSummary:
    """One line in a list of a wallet's top-ups, refunds and transfers; `amount_minor` is always positive."""

    id: EventId
    kind: Kind
    receipt_number: str
    at: int
    amount_minor: int


class ValueDeals(Protocol):
    """Value bought, paid back and moved at this till."""

    def record(self, event: Event, deal: ValueDeal) -> None:
        """Keep the deal's rows and count its receipt number."""

    def deal(self, deal_id: EventId) -> ValueDeal | None:
        """One deal, read from its event."""

    def recent_of(self, wallet: WalletId, limit: int) -> Sequence[DealSummary]:
        """A wallet's deals here, newest first."""

    def rows_of_shift(self, shift: ShiftId) -> Sequence[DealRow]:
        """What the shift's figures of value are made of."""


class Cards(Protocol):
    """Cards changed at this till. They count until the directory has heard of event `seq` behind which they lie."""

    def change(self, event: Event, cards: Sequence[Card]) -> None:
        """Keep each card as it is now."""

    def card(self, number: CardNumber, since_seq: int) -> Card | None:
        """The card, if it was changed here after `since_seq`."""

    def of_wallet(self, wallet: WalletId, since_seq: int) -> Sequence[Card]:
        """The wallet's cards that were changed here after `since_seq`."""
