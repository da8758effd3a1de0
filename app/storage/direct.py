"""`till.db` by the driver itself: through SQLAlchemy each statement costs several times what SQLite takes for it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from sqlcipher3 import dbapi2

from app.storage.sqlcipher import READER_PRAGMAS, WRITER_PRAGMAS, check_sqlite_version, condition_of, connect_raw


class DirectConnection:
    """One connection. It raises what an error means to the shop (`condition_of`), and never tells what was written.

    A statement's limit is written `LIMIT +?`: where it is a bare parameter, SQLite plans anew at every run.
    """

    def __init__(self, raw: Any, directory: Path, begin: str) -> None:
        self._raw = raw
        self._directory = directory
        self._begin = begin
        self._waits = True

    def run(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Run one statement; its cursor."""
        try:
            return self._raw.execute(sql, values)
        except dbapi2.Error as error:
            self._explain(error)

    def run_each(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each of these rows."""
        try:
            self._raw.executemany(sql, rows)
        except dbapi2.Error as error:
            self._explain(error)

    def begin(self) -> None:
        """Begin a transaction; a writer has the write lock from here on."""
        self.run(self._begin)

    def wait_for_disk(self, *, must_wait: bool) -> None:
        """Whether a commit returns only when it is on the disk; between two transactions."""
        if must_wait != self._waits:
            self.run(f"PRAGMA synchronous={'FULL' if must_wait else 'NORMAL'}")
            self._waits = must_wait

    def commit(self) -> None:
        """Make the transaction durable; where that fails it is still open."""
        try:
            self._raw.commit()
        except dbapi2.Error as error:
            self._explain(error)

    def rollback(self) -> None:
        """Undo the transaction, if there is one."""
        self._raw.rollback()

    def in_transaction(self) -> bool:
        """Whether one is open."""
        return bool(self._raw.in_transaction)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing."""
        self.begin()
        try:
            yield
            self.commit()
        except BaseException:
            self.rollback()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()

    def _explain(self, error: dbapi2.Error) -> NoReturn:
        raise condition_of(error, self._directory) or error from error


def connect_writer(path: Path, key: bytes) -> DirectConnection:
    """A connection that writes, and gives the write lock to no other."""
    return _connect(path, key, WRITER_PRAGMAS, "BEGIN IMMEDIATE")


def connect_reader(path: Path, key: bytes) -> DirectConnection:
    """A connection that only reads, beside a writer or without one."""
    return _connect(path, key, READER_PRAGMAS, "BEGIN")


def _connect(path: Path, key: bytes, pragmas: tuple[str, ...], begin: str) -> DirectConnection:
    check_sqlite_version()
    try:
        return DirectConnection(connect_raw(path, key, pragmas=pragmas), path.parent, begin)
    except dbapi2.Error as error:
        raise condition_of(error, path.parent) or error from error
