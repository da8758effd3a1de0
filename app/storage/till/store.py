"""The till's store: opens `till.db` and the second journal, and hands out units of work."""

import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from app.domain.errors import BrokenPromiseError
from app.domain.ids import EventId, MerchantId, TillId, uuid7
from app.domain.journal import GENESIS_HASH, Draft, Event, Head, Kind
from app.ports.clock import Clock, Randomness
from app.ports.store import StoreFullError, StoreUnavailableError, TillState
from app.storage.direct import DirectConnection, connect_reader, connect_writer
from app.storage.keys import StoreKey
from app.storage.lock import DirectoryLock
from app.storage.places import TILL_DB
from app.storage.second_journal import JournalEnd
from app.storage.till.forgetting import note_forgotten, yet_to_forget
from app.storage.till.journal import JournalTable, events_after, pos_of_event
from app.storage.till.migrate import prepare_schema
from app.storage.till.schema import insert_rows, till_state
from app.storage.till.second_copy import SecondCopy, SecondJournalFault, StoreBehindJournalError
from app.storage.till.unit_of_work import TillUnitOfWork
from app.storage.till.work import Known, Work, read_known


class TillStore:
    """Fits `app.ports.store.Store`. One per data directory; a lock keeps other programs out.

    Once bound to the database worker's thread it refuses every other.
    """

    def __init__(
        self, path: Path, key: StoreKey, connection: DirectConnection, second: SecondCopy, opened: ExitStack
    ) -> None:
        self._path, self._key = path, key
        self._connection = connection
        self._second = second
        self._opened = opened
        self._thread: int | None = None
        self._tell_of_slips: Callable[[], None] = lambda: None
        self._tell_of_events: Callable[[Sequence[Event]], None] = lambda _: None
        self._known: Known | None = read_known(connection)

    @classmethod
    def open(cls, data_dir: Path, key: StoreKey, second_dir: Path | None = None) -> "TillStore":
        """The store in `data_dir`, made where there is none; the second journal lies in `second_dir` if given."""
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = data_dir / TILL_DB
        with ExitStack() as opened:
            opened.callback(DirectoryLock(data_dir).release)
            connection = connect_writer(path, key.for_till_db())
            opened.callback(connection.close)
            prepare_schema(connection, path, key.for_till_db())
            second = SecondCopy(second_dir or data_dir, key)
            opened.callback(second.close)
            store = cls(path, key, connection, second, opened)
            second.open(store._events_behind)
            store._forget_in_second()
            store._opened = opened.pop_all()
        return store

    @property
    def path(self) -> Path:
        """Where `till.db` lies."""
        return self._path

    @property
    def second_path(self) -> Path:
        """Where the second journal lies."""
        return self._second.path

    @property
    def second_journal_fault(self) -> SecondJournalFault | None:
        """What is wrong with the second journal, to be shown while it lasts."""
        return self._second.fault

    @property
    def is_enrolled(self) -> bool:
        """Whether the till has a name yet."""
        return self._known is not None

    @property
    def state(self) -> TillState:
        """What the till knows of itself, as last committed."""
        return self._enrolled().state

    @property
    def head(self) -> Head:
        """The end of the chain, as last committed."""
        return self._enrolled().head

    def unit_of_work(self) -> TillUnitOfWork:
        """A new unit of work; BrokenPromiseError before the till is enrolled."""
        self._check_thread()
        self._enrolled()
        return TillUnitOfWork(self._connection, self._enrolled, self._committed)

    def fetched_work(self) -> TillUnitOfWork:
        """A unit of work for what can be fetched again: its commit does not wait for the disk."""
        self._check_thread()
        return TillUnitOfWork(self._connection, self._enrolled, self._committed, is_fetched=True)

    def enrol(self, till: TillId, merchant: MerchantId, epoch: int, *, clock: Clock, randomness: Randomness) -> Event:
        """Name the till and begin its journal; the first event says so."""
        self._check_thread()
        if self._known is not None:
            raise BrokenPromiseError(f"this till is enrolled already, as {self._known.head.till}")
        now = clock.now_ms()
        state = TillState(till, epoch, merchant, now, False, 0, 0, 0)
        draft = Draft(
            id=EventId(uuid7(now, randomness.bytes(10))),
            kind=Kind.TILL_ENROLLED,
            recorded_at=now,
            business_date=clock.local_date(now),
            body={"merchant": merchant},
        )
        with self._connection.transaction():
            work = Work(self._connection, Known(Head(till, epoch, 0, GENESIS_HASH), 0, state))
            work.write(insert_rows(till_state), 1, till, epoch, merchant, 0, 0, GENESIS_HASH, now, 0, 0, 0, 0)
            event = JournalTable(work).append(draft)
            work.finish()
        self._committed(work)
        return event

    def when_slips_are_queued(self, tell: Callable[[], None]) -> None:
        """Call `tell`, on the store's thread, after each commit that queued a slip."""
        self._tell_of_slips = tell

    def when_events_are_added(self, tell: Callable[[Sequence[Event]], None]) -> None:
        """Call `tell`, on the store's thread, after each commit that wrote events."""
        self._tell_of_events = tell

    def bind_to_this_thread(self) -> None:
        """From now on only the calling thread may use the store."""
        self._thread = threading.get_ident()

    def complete_second_journal(self) -> None:
        """Try again to bring the second journal up to date, if it is not."""
        self._check_thread()
        if self._second.fault is not None:
            self._second.complete()
            self._forget_in_second()

    def checkpoint(self, *, truncate: bool = False) -> None:
        """Move what the write-ahead log holds into the database file; when idle, never inside a sale."""
        self._check_thread()
        self._connection.run(f"PRAGMA wal_checkpoint({'TRUNCATE' if truncate else 'PASSIVE'})").fetchall()

    def checkpoint_beside(self) -> None:
        """The same on any thread, by a connection of its own: nobody who reads or writes waits for the disk."""
        with closing(connect_reader(self._path, self._key.for_till_db())) as connection:
            connection.run("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> None:
        """Checkpoint and let go of everything."""
        self._check_thread()
        try:
            self.checkpoint(truncate=True)
        finally:
            self._opened.close()

    def _committed(self, work: Work) -> None:
        self._known = work.known
        if work.events:
            self._second.add(work.events)
            self._tell_of_events(work.events)
        if work.has_forgotten:
            self._forget_in_second()
        if work.queued_slips:
            self._tell_of_slips()

    def _forget_in_second(self) -> None:
        """What was committed stays so, whatever fails here: it is done again when the store is opened."""
        with suppress(StoreFullError, StoreUnavailableError):
            places = yet_to_forget(self._connection)
            if places and self._second.forget(frozenset(places)):
                note_forgotten(self._connection)

    def _events_behind(self, end: JournalEnd | None) -> Generator[Event]:
        """What the second journal lacks that ends in `end`; StoreBehindJournalError where `till.db` lacks that."""
        pos = 0 if end is None else self._pos_of(end)
        yield from events_after(self._connection, pos)

    def _pos_of(self, end: JournalEnd) -> int:
        till = self._known.head.till if self._known else TillId("")
        found = pos_of_event(self._connection, till, end.epoch, end.seq)
        if found is None:
            raise StoreBehindJournalError(
                f"the second journal goes on to event {end.seq} of epoch {end.epoch}, which till.db does not have: "
                "till.db is an older one; run `membertill restore`"
            )
        pos, own_hash = found
        if own_hash != end.hash:
            self._second.say_it_differs(f"event {end.seq} is another one in the second journal")
        return pos

    def _enrolled(self) -> Known:
        if self._known is None:
            raise BrokenPromiseError("this till is not enrolled yet")
        return self._known

    def _check_thread(self) -> None:
        if self._thread is not None and self._thread != threading.get_ident():
            raise BrokenPromiseError("the store is used on the database worker's thread only")
