"""The chain as a list, and what was done in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from app.domain.ids import EventId, MerchantId, TillId, WalletId
from app.domain.journal import GENESIS_HASH, Draft, Event, Head, Kind, seal
from tests.app.ui.memory.sales import MemorySales

TILL, MERCHANT = TillId("T1"), MerchantId("M1")


@dataclass
class MemoryJournal:
    """The chain as a list."""

    events: list[Event] = field(default_factory=list)

    def head(self) -> Head:
        """The end of the chain."""
        return self.events[-1].head if self.events else Head(TILL, 1, 0, GENESIS_HASH)

    def append(self, draft: Draft) -> Event:
        """The draft as the next event."""
        event = seal(draft, self.head())
        self.events.append(event)
        return event

    def event(self, event_id: EventId) -> Event | None:
        """The event with this id."""
        return next((event for event in self.events if event.id == event_id), None)


@dataclass
class MemoryPast:
    """The events behind one another; all of them are of the window."""

    journal: MemoryJournal
    sales: MemorySales

    def span(self, day: str) -> tuple[int, int]:
        """From the first event to the last."""
        return 0, len(self.journal.events)

    def read(self, after: int, through: int, kinds: Collection[Kind]) -> Sequence[tuple[int, Event]]:
        """Events by their number."""
        found = enumerate(self.journal.events[after:through], start=after + 1)
        return [(place, event) for place, event in found if event.kind in kinds]

    def place_of(self, seq: int) -> int:
        """The same."""
        return seq

    def spent_through(self, wallet: WalletId, place: int) -> int:
        """Nothing before the first."""
        visits = self.sales.visits_since(wallet, 0).visits if place else ()
        return sum(visit.total_minor - visit.refunded_minor for visit in visits)
