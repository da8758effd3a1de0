"""A till's store in memory: the real use cases run over it, so that screens are tested with real answers.

It keeps no promises about durability and rolls nothing back; the store's own tests see to that.
"""

from types import TracebackType
from typing import Self

from app.ports.store import (
    Cards,
    CareNotes,
    Config,
    Fed,
    HeldBaskets,
    Journal,
    Ledger,
    Past,
    People,
    Products,
    Sales,
    Shifts,
    Spool,
    Staff,
    StoreFullError,
    TillState,
    UnitOfWork,
    ValueDeals,
)
from tests.app.ui.memory.journal import MERCHANT, TILL, MemoryJournal, MemoryPast
from tests.app.ui.memory.kept import MemoryConfig, MemoryFed, MemoryHeld
from tests.app.ui.memory.ledger import MemoryLedger
from tests.app.ui.memory.people import MemoryCare, MemoryPeople
from tests.app.ui.memory.sales import MemorySales
from tests.app.ui.memory.shop import MemoryProducts, MemoryShifts, MemoryStaff
from tests.app.ui.memory.slips import MemorySpool
from tests.app.ui.memory.wallets import MemoryCards, MemoryDeals


class MemoryStore:
    """All parts, for the test to look into, and the one unit of work over them; a full disk can be played."""

    def __init__(self) -> None:
        self.journal = MemoryJournal()
        self.ledger = MemoryLedger()
        self.sales = MemorySales()
        self.value = MemoryDeals()
        self.cards = MemoryCards()
        self.people = MemoryPeople()
        self.care = MemoryCare()
        self.past = MemoryPast(self.journal, self.sales)
        self.shifts = MemoryShifts()
        self.staff = MemoryStaff()
        self.products = MemoryProducts()
        self.spool = MemorySpool()
        self.held = MemoryHeld()
        self.config = MemoryConfig()
        self.fed = MemoryFed()
        self.is_full = False
        self.clock_mark = (0, False)

    def unit_of_work(self) -> UnitOfWork:
        """Over the same parts each time."""
        return MemoryUnitOfWork(self)


class MemoryUnitOfWork:
    """The parts as the services see them."""

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

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self.journal, self.ledger, self.sales = store.journal, store.ledger, store.sales
        self.value, self.cards, self.people = store.value, store.cards, store.people
        self.care, self.past = store.care, store.past
        self.shifts, self.staff, self.products = store.shifts, store.staff, store.products
        self.spool, self.held, self.config = store.spool, store.held, store.config
        self.fed = store.fed

    def state(self) -> TillState:
        """Counted from what is kept."""
        sales, refunds = self._store.sales.sales.values(), self._store.sales.refunds.values()
        return TillState(
            till=TILL,
            epoch=1,
            merchant=MERCHANT,
            high_water_ms=self._store.clock_mark[0],
            leases_frozen=self._store.clock_mark[1],
            perpetual_minor=sum(s.total_minor for s in sales) - sum(r.total_minor for r in refunds),
            last_receipt=len(sales) + len(refunds) + len(self._store.value.deals),
            last_shift=len(self._store.shifts.ended) + (self._store.shifts.opened is not None),
        )

    def note_clock(self, high_water_ms: int, *, leases_frozen: bool) -> None:
        """Keep the clock's mark."""
        self._store.clock_mark = (high_water_ms, leases_frozen)

    def commit(self) -> None:
        """Nothing to do, or the disk is full."""
        if self._store.is_full:
            raise StoreFullError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None
