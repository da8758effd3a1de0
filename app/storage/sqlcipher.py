"""SQLCipher through SQLAlchemy: one engine that writes, engines that only read, and whose fault an error is."""

import shutil
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.domain.errors import BrokenPromiseError
from app.ports.store import StoreFullError, StoreUnavailableError

# Below this, two connections in WAL mode can corrupt the file (the WAL-reset bug).
OLDEST_SQLITE = (3, 51, 3)

_FULL = 13
_CONSTRAINT = 19
_IO_ERROR = 10
# perm, busy, locked, readonly, I/O error, corrupt, cannot open, protocol, authorisation, not a database
_UNAVAILABLE = {3, 5, 6, 8, _IO_ERROR, 11, 14, 15, 23, 26}
# The driver leaves the code out where it fails outside a statement: at the key, in a backup.
_CODES = {
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "disk I/O error": _IO_ERROR,
    "database disk image is malformed": 11,
    "database or disk is full": _FULL,
    "unable to open database file": 14,
    "file is not a database": 26,
}
_NEARLY_FULL_BYTES = 1 << 20

WRITER_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",  # else INSERT OR REPLACE deletes a row past its append-only trigger
    "temp_store=MEMORY",
    "wal_autocheckpoint=0",  # a sale never waits for a checkpoint; the worker makes them when idle
    "busy_timeout=5000",
)
READER_PRAGMAS = ("query_only=ON", "temp_store=MEMORY", "busy_timeout=5000")


def check_sqlite_version(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """StoreUnavailableError where the SQLite inside sqlcipher3 is too old to be trusted with a till."""
    if version < OLDEST_SQLITE:
        found, wanted = (".".join(map(str, numbers)) for numbers in (version, OLDEST_SQLITE))
        raise StoreUnavailableError(
            f"SQLite {found} can corrupt a database that two connections use; membertill needs {wanted} or newer "
            "(sqlcipher3 0.6.4 has it)"
        )


def open_writer(path: Path, key: bytes) -> Engine:
    """The engine that writes: one connection, and a transaction has the write lock from its beginning."""
    engine = _engine(path, key, WRITER_PRAGMAS)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def open_reader(path: Path, key: bytes) -> Engine:
    """An engine that only reads, beside the writer or without it."""
    engine = _engine(path, key, READER_PRAGMAS)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def connect_raw(path: Path, key: bytes, *, pragmas: tuple[str, ...] = ()) -> Any:
    """A plain DB-API connection with the key given, in autocommit; its caller may hand it to another thread."""
    connection = dbapi2.connect(str(path), check_same_thread=False, isolation_level=None)
    try:
        _prepare(connection, key, pragmas)
    except dbapi2.Error:
        connection.close()
        raise
    return connection


def condition_of(error: BaseException, directory: Path) -> Exception | None:
    """What an error of the driver means to the shop; None where it is a bug of ours and stays as it is."""
    if not isinstance(error, dbapi2.Error):
        return None
    code = (getattr(error, "sqlite_errorcode", None) or _CODES.get(str(error), 0)) & 0xFF
    if code == _FULL or (code == _IO_ERROR and _nearly_full(directory)):
        return StoreFullError("the disk is full")
    if code == _CONSTRAINT:
        return BrokenPromiseError(f"the store refuses it: {error}")
    if code in _UNAVAILABLE:
        return StoreUnavailableError(f"the store cannot be used: {error}")
    return None


def _engine(path: Path, key: bytes, pragmas: tuple[str, ...]) -> Engine:
    check_sqlite_version()
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,  # an error's text goes to the log, a member's name does not
    )

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        try:
            _prepare(connection, key, pragmas)
        except dbapi2.Error as error:
            raise condition_of(error, path.parent) or error from error

    @event.listens_for(engine, "handle_error")
    def _explain(context: ExceptionContext) -> None:
        condition = condition_of(context.original_exception, path.parent)
        if condition is not None:
            raise condition from context.original_exception

    return engine


def _prepare(connection: Any, key: bytes, pragmas: tuple[str, ...]) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA key=\"x'{key.hex()}'\"")  # must come first
    cursor.execute("PRAGMA cipher_log_level=NONE")  # else a wrong key writes to stderr
    cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a wrong key shows here, not at the first sale
    for pragma in pragmas:
        cursor.execute(f"PRAGMA {pragma}").fetchall()
    cursor.close()


def _nearly_full(directory: Path) -> bool:
    try:
        return shutil.disk_usage(directory).free < _NEARLY_FULL_BYTES
    except OSError:
        return False
