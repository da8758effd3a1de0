"""One unit of work on `till.db`: fits `app.ports.store.UnitOfWork`."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from app.domain.errors import BrokenPromiseError
from app.domain.ids import EventId, MerchantId
from app.domain.journal import Draft, Event, Kind, next_epoch_body
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
    TillState,
    ValueDeals,
)
from app.storage.direct import DirectConnection
from app.storage.till.cards import CardTable
from app.storage.till.care import CareTable
from app.storage.till.config import ConfigTable
from app.storage.till.fed import FedTable
from app.storage.till.held import HeldBasketTable
from app.storage.till.journal import JournalTable
from app.storage.till.ledger import LedgerTable
from app.storage.till.outbox import OutboxTable
from app.storage.till.past import PastTable
from app.storage.till.people import PeopleTable
from app.storage.till.products import ProductTable
from app.storage.till.sales import SaleTable
from app.storage.till.shifts import ShiftTable
from app.storage.till.spool import SpoolTable
from app.storage.till.staff import StaffTable
from app.storage.till.value import ValueTable
from app.storage.till.work import Known, Work


class TillUnitOfWork:
    """A transaction on the writer's one connection; leaving it without `commit` rolls back.

    `is_fetched`: it writes only what can be fetched again, so its commit need not wait for the disk. Whatever is
    committed after it takes it along; a power cut before that loses it whole, and how far it was read with it.
    """

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

    def __init__(
        self,
        connection: DirectConnection,
        known: Callable[[], Known],
        committed: Callable[[Work], None],
        *,
        is_fetched: bool = False,
    ) -> None:
        self._connection, self._is_fetched = connection, is_fetched
        self._known = known
        self._committed = committed
        self._is_open = False

    def state(self) -> TillState:
        """What the till knows of itself."""
        return self._work.state

    def note_clock(self, high_water_ms: int, *, leases_frozen: bool) -> None:
        """Keep the clock's high-water mark and whether stored value is frozen by a clock doubt."""
        state = self._work.state
        if (high_water_ms, leases_frozen) != (state.high_water_ms, state.leases_frozen):
            self._work.change_state(high_water_ms=high_water_ms, leases_frozen=leases_frozen)

    def begin_epoch(self, epoch: int, merchant: MerchantId, event_id: EventId, at: int, day: str) -> Event:
        """Begin the chain of a later epoch behind all that is there; its first event names the old chain's end.

        Leases of the old epoch count no more: head office has written them off. `at` is UTC ms, `day` the ISO date.
        """
        before = self._work.known.head
        if epoch <= before.epoch or self.shifts.current() is not None:
            raise BrokenPromiseError("an epoch begins behind the one before, between two shifts")
        self._work.begin_epoch(epoch, merchant)
        return self.journal.append(Draft(event_id, Kind.TILL_ENROLLED, at, day, next_epoch_body(merchant, before)))

    def commit(self) -> None:
        """Make it durable in both journals; raises StoreFullError or StoreUnavailableError, and nothing is kept.

        The second journal comes after: if it fails, the sale is kept all the same and the store says so.
        """
        if not self._is_open:
            raise BrokenPromiseError("a unit of work is committed once, inside its `with`")
        if self._is_fetched and self._work.events:
            raise BrokenPromiseError("an event cannot be fetched again")
        self._work.finish()
        self._connection.commit()
        self._is_open = False
        self._work.end()
        self._committed(self._work)

    def __enter__(self) -> Self:
        if self._connection.in_transaction():
            raise BrokenPromiseError("one unit of work at a time")
        self._connection.wait_for_disk(must_wait=not self._is_fetched)
        self._connection.begin()
        self._is_open = True
        self._join(Work(self._connection, self._known()))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._work.end()
        if self._is_open:
            self._is_open = False
            self._connection.rollback()

    def _join(self, work: Work) -> None:
        self._work = work
        self.journal = journal = JournalTable(work)
        self.ledger = LedgerTable(work)
        self.sales = SaleTable(work, journal)
        self.value = ValueTable(work, journal)
        self.cards = CardTable(work)
        self.people = PeopleTable(work, journal)
        self.care = CareTable(work, journal)
        self.past = PastTable(work)
        self.shifts = ShiftTable(work)
        self.staff = StaffTable(work)
        self.config = config = ConfigTable(work)
        self.products = ProductTable(work, config)
        self.spool = SpoolTable(work)
        self.held = HeldBasketTable(work)
        self.fed = FedTable(work)
        self.outbox = OutboxTable(work)
