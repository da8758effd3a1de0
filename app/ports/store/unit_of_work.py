"""One unit of work over all of it, one explicit commit; leaving it without one rolls back.

A commit is durable when it returns: in `till.db` and in the second journal (protocol section 2).
"""

from types import TracebackType
from typing import Protocol, Self

from app.ports.store.journal import Journal, Past, TillState
from app.ports.store.kept import Config, Fed, HeldBaskets
from app.ports.store.ledger import Ledger
from app.ports.store.people import CareNotes, People
from app.ports.store.sales import Sales
from app.ports.store.shop import Products, Shifts, Staff
from app.ports.store.slips import Spool
from app.ports.store.wallets import Cards, ValueDeals


class UnitOfWork(Protocol):
    """Everything one use case reads and writes, whole or not at all."""

    journal: Journal
    ledger: Ledger
    sales: Sales
    value: ValueDeals
    cards: Cards
    people: People
    care: CareNotes
    past: Past
    shifts: Shifts
    staff: Staff
    products: Products
    spool: Spool
    held: HeldBaskets
    config: Config
    fed: Fed

    def state(self) -> TillState:
        """What the till knows of itself."""

    def note_clock(self, high_water_ms: int, *, leases_frozen: bool) -> None:
        """Keep the clock's high-water mark and whether stored value is frozen by a clock doubt."""

    def commit(self) -> None:
        """Make it durable in both journals; raises StoreFullError or StoreUnavailableError, and nothing is kept."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Store(Protocol):
    """Opens units of work. Used on the database worker only: there is one writer."""

    def unit_of_work(self) -> UnitOfWork:
        """A new unit of work."""
