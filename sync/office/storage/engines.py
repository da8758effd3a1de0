"""SQLite (with SQLCipher) or PostgreSQL behind one door: run a piece of work in a transaction, again if need be."""

import random
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from sync.office.storage.direct import change, rows_of
from sync.office.storage.turns import Turns
from sync.protocol.wire import MOST_EVENTS

# Below this, two connections in WAL mode can corrupt the file (the WAL-reset bug).
OLDEST_SQLITE = (3, 51, 3)

# Deadlock, serialisation, connection lost, server stopping: nothing was kept, or all of it; the work may run again.
_AGAIN = {"40P01", "40001", "08006", "08003", "57P01"}
_TRIES = 5
# While one is read another is posted and a third waits for the disk.
_UPLOADS_AT_ONCE = 3
# Of the only writer: about 10 ms.
_EVENTS_AT_ONCE = 64
# 64 MB of pages: an upload is about wallets all over the file, and each page read anew is decrypted and checked anew.
_CACHE = "cache_size=-64000"
# Pages of the log. Whoever commits beyond it brings them into the file, while everybody else waits.
_LONGEST_LOG = "wal_autocheckpoint=4000"
# Half of that in pages, so that what is left to a commit is little.
_EVENTS_UNTIL_CHECKPOINT = 500

T = TypeVar("T")


class OfficeUnavailableError(Exception):
    """The database cannot be used: broken file, wrong key, server gone; the environment's fault."""


class ContendedError(Exception):
    """Somebody else was faster; the work is to be run again."""


class Database:
    """Runs work. Work given to `write` may run more than once, so it must be whole in its transaction.

    `events_at_once`: after so many events of an upload it is asked whether somebody waits for its end (`is_awaited`).
    """

    def __init__(self, writer: Engine, reader: Engine, uploads_at_once: int, events_at_once: int = MOST_EVENTS) -> None:
        self.writer = writer
        self.reader = reader
        self.events_at_once = events_at_once
        self._turns = Turns(uploads_at_once)
        self.is_awaited = self._turns.is_short_about
        self._events_in_log = 0

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded one."""
        return self.writer.dialect.name == "sqlite"

    def write(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, committed."""
        with self._turns.short():
            return self._write(work)

    def write_upload(self, work: Callable[[Connection], T]) -> T:
        """The same for long work: a few at once, and not while short work waits.

        More at once would be no quicker: they are about the same wallets and share this process and one disk.
        """
        return self.write_parts([work])

    def write_parts(self, parts: Sequence[Callable[[Connection], T]]) -> T:
        """Long work that is whole in each of its parts; what the last of them returns.

        One transaction, unless short work waits meanwhile: then the parts so far are committed, and it is let by.
        """
        done = 0
        while True:
            with self._turns.upload():
                done, answer = self._write(partial(self._some, parts=parts, done=done))
            if done == len(parts):
                self._shorten_log(len(parts) * self.events_at_once)
                return answer

    def _shorten_log(self, events: int) -> None:
        """Whoever uploads brings the log into the file now and then, beside whoever writes next."""
        # Two at once may count one time too few: it is about so many.
        self._events_in_log += events
        if self.is_sqlite and self._events_in_log >= _EVENTS_UNTIL_CHECKPOINT:
            self._events_in_log = 0
            # The work is committed, whatever goes wrong here; at a commit of its own SQLite is silent about it as well.
            with suppress(SQLAlchemyError):
                self.read(lambda connection: rows_of(connection, "PRAGMA wal_checkpoint(PASSIVE)"))

    def _some(self, connection: Connection, parts: Sequence[Callable[[Connection], T]], done: int) -> tuple[int, T]:
        while True:
            answer = parts[done](connection)
            done += 1
            if done == len(parts) or self.is_awaited():
                return done, answer

    def _write(self, work: Callable[[Connection], T]) -> T:
        for attempt in range(_TRIES):
            try:
                with self.writer.begin() as connection:
                    self._begin(connection, "BEGIN IMMEDIATE")
                    return work(connection)
            except (DBAPIError, ContendedError) as error:
                if attempt + 1 == _TRIES or not _may_run_again(error):
                    raise
                time.sleep(random.uniform(0, 0.02 * 2**attempt))
        raise AssertionError("the last attempt returns or raises")

    def read(self, work: Callable[[Connection], T]) -> T:
        """What `work` finds; it changes nothing."""
        with self.reader.begin() as connection:
            self._begin(connection, "BEGIN")
            return work(connection)

    def _begin(self, connection: Connection, words: str) -> None:
        # PostgreSQL's driver says it. As an engine's event it would cost more than the statement, on each transaction.
        if self.is_sqlite:
            change(connection, words)

    def close(self) -> None:
        """Let go of all connections."""
        self.reader.dispose()
        self.writer.dispose()


def open_sqlite(path: Path, key: bytes) -> Database:
    """The embedded database at `path`, encrypted with `key`."""
    check_sqlite_version()
    # One connection writes; whoever wants to write as well waits in the pool's queue, first come first served.
    writer = _sqlite_engine(path, key, 1, _CACHE, _LONGEST_LOG)
    reader = _sqlite_engine(path, key, 4, "query_only=ON")
    return Database(writer, reader, uploads_at_once=1, events_at_once=_EVENTS_AT_ONCE)


def open_postgres(url: str) -> Database:
    """PostgreSQL at `url` (postgresql://…, postgresql+psycopg://…)."""
    place = make_url(url).set(drivername="postgresql+psycopg")
    engine = create_engine(place, pool_size=8, max_overflow=8, pool_timeout=10, hide_parameters=True)
    return Database(engine, engine, uploads_at_once=_UPLOADS_AT_ONCE)


def check_sqlite_version(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """OfficeUnavailableError where the SQLite inside sqlcipher3 is too old to be trusted."""
    if version < OLDEST_SQLITE:
        found, wanted = (".".join(map(str, numbers)) for numbers in (version, OLDEST_SQLITE))
        raise OfficeUnavailableError(f"SQLite {found} is too old, head office needs {wanted} or newer")


def connect_sqlite(path: Path, key: bytes) -> Any:
    """A plain connection in autocommit with the key given; for copies of the whole file."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    _prepare(connection, key, ())
    return connection


def _sqlite_engine(path: Path, key: bytes, connections: int, *pragmas: str) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=30,
        hide_parameters=True,
        pool_reset_on_return=None,  # whoever took it has ended their transaction
        connect_args={"check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # `Database` says BEGIN
        _prepare(connection, key, ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", *pragmas))

    return engine


def _prepare(connection: Any, key: bytes, pragmas: tuple[str, ...]) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA key=\"x'{key.hex()}'\"")  # must come first
    cursor.execute("PRAGMA cipher_log_level=NONE")
    try:
        cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        raise OfficeUnavailableError(f"the database cannot be opened with this key: {error}") from error
    for pragma in ("busy_timeout=10000", "temp_store=MEMORY", *pragmas):
        cursor.execute(f"PRAGMA {pragma}").fetchall()
    cursor.close()


def _may_run_again(error: Exception) -> bool:
    if isinstance(error, ContendedError):
        return True
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    return state in _AGAIN or (isinstance(error, DBAPIError) and error.connection_invalidated)
