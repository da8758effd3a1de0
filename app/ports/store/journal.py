"""The till's chained events, what it knows of itself, and what it did so far."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.ids import EventId, MerchantId, TillId, WalletId
from app.domain.journal import Draft, Event, Head, Kind


@dataclass(frozen=True, slots=True)
class TillState:
    """What the till knows of itself. `high_water_ms` is the latest wall clock it has seen.

    `perpetual_minor` is the grand total of sales less refunds since the first day; `last_receipt` and `last_shift`
    are the last numbers given.
    """

    till: TillId
    epoch: int
    merchant: MerchantId
    high_water_ms: int
    leases_frozen: bool
    perpetual_minor: int
    last_receipt: int
    last_shift: int


class Journal(Protocol):
    """The till's chained events."""

    def head(self) -> Head:
        """The end of the chain."""

    def append(self, draft: Draft) -> Event:
        """The draft sealed as the next event; in the second journal too once committed."""

    def event(self, event_id: EventId) -> Event | None:
        """The event with this id."""


class Past(Protocol):
    """What this till did, a piece at a time in its order. A place is an event's, and rises by one with each."""

    def span(self, day: str) -> tuple[int, int]:
        """The place before the first shift of an ISO day or later, and that of the last event."""

    def read(self, after: int, through: int, kinds: Collection[Kind]) -> Sequence[tuple[int, Event]]:
        """Events of these kinds behind place `after`, up to place `through`."""

    def place_of(self, seq: int) -> int:
        """The place of this epoch's event `seq`."""

    def spent_through(self, wallet: WalletId, place: int) -> int:
        """What the wallet bought here, less refunds, up to a place (minor units)."""
