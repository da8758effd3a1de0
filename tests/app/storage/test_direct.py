"""The till's database by the driver itself: transactions, locks, and whose fault an error is."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import BrokenPromiseError
from app.ports.store import StoreFullError, StoreUnavailableError
from app.storage.direct import DirectConnection, connect_reader, connect_writer

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.db"


@pytest.fixture
def writer(path: Path) -> Iterator[DirectConnection]:
    opened = connect_writer(path, KEY)
    opened.run("CREATE TABLE t (a INTEGER CHECK (a > 0), b BLOB) STRICT")
    yield opened
    opened.close()


def count(connection: DirectConnection) -> int:
    return int(connection.run("SELECT count(*) FROM t").fetchone()[0])


def test_a_transaction_is_kept_whole_or_not_at_all(writer: DirectConnection) -> None:
    with writer.transaction():
        writer.run("INSERT INTO t VALUES (1, NULL)")
    with suppress(RuntimeError), writer.transaction():
        writer.run("INSERT INTO t VALUES (2, NULL)")
        raise RuntimeError
    assert (count(writer), writer.in_transaction()) == (1, False)


def test_the_writer_has_the_lock_from_the_beginning_and_a_reader_reads_on(writer: DirectConnection, path: Path) -> None:
    other, reader = connect_writer(path, KEY), connect_reader(path, KEY)
    other.run("PRAGMA busy_timeout=0")
    with writer.transaction():
        writer.run("INSERT INTO t VALUES (1, NULL)")
        assert count(reader) == 0
        with pytest.raises(StoreUnavailableError, match="locked"):
            other.begin()
    assert count(reader) == 1
    with pytest.raises(StoreUnavailableError, match="readonly"):
        reader.run("DELETE FROM t")
    other.close()
    reader.close()


def test_errors_say_whose_fault_they_are(writer: DirectConnection) -> None:
    with pytest.raises(BrokenPromiseError, match="CHECK"):
        writer.run("INSERT INTO t VALUES (0, NULL)")
    with pytest.raises(dbapi2.OperationalError, match="no such table"):
        writer.run("SELECT * FROM nowhere")
    (pages,) = writer.run("PRAGMA page_count").fetchone()
    writer.run(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StoreFullError):
        writer.run("INSERT INTO t VALUES (1, zeroblob(100000))")


def test_an_error_does_not_tell_what_was_written(writer: DirectConnection) -> None:
    with pytest.raises(BrokenPromiseError) as caught:
        writer.run("INSERT INTO t VALUES (?, ?)", (-13_800_001_234, b""))
    assert "13800001234" not in str(caught.value)


def test_a_wrong_key_is_an_unavailable_store(writer: DirectConnection, path: Path) -> None:
    assert count(writer) == 0
    for connect in (connect_writer, connect_reader):
        with pytest.raises(StoreUnavailableError, match="not a database"):
            connect(path, bytes(32))
