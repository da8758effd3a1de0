"""The engines, and whose fault an error is."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from app.domain.errors import BrokenPromiseError
from app.ports.store import StoreFullError, StoreUnavailableError
from app.storage.sqlcipher import check_sqlite_version, open_reader, open_writer

KEY = bytes(range(32))


def pragma(connection: Any, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_the_writer_is_durable_and_strict(tmp_path: Path) -> None:
    engine = open_writer(tmp_path / "a.db", KEY)
    with engine.connect() as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == 2
        assert pragma(connection, "foreign_keys") == 1
        assert pragma(connection, "recursive_triggers") == 1
        assert pragma(connection, "wal_autocheckpoint") == 0
        assert pragma(connection, "temp_store") == 2
    engine.dispose()


def test_the_writer_has_the_lock_from_the_beginning_and_a_reader_reads_on(tmp_path: Path) -> None:
    first, second = open_writer(tmp_path / "a.db", KEY), open_writer(tmp_path / "a.db", KEY)
    reader = open_reader(tmp_path / "a.db", KEY)
    with second.connect() as other, reader.connect() as reading:
        other.connection.driver_connection.execute("PRAGMA busy_timeout=0")  # type: ignore[union-attr]
        with first.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE t (a INTEGER) STRICT")
            assert reading.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
            with pytest.raises(StoreUnavailableError, match="locked"), other.begin():
                pass
    for engine in (first, second, reader):
        engine.dispose()


def test_the_reader_cannot_write(tmp_path: Path) -> None:
    open_writer(tmp_path / "a.db", KEY).connect().close()
    engine = open_reader(tmp_path / "a.db", KEY)
    with engine.connect() as connection, pytest.raises(StoreUnavailableError, match="readonly"):
        connection.exec_driver_sql("CREATE TABLE t (a)")
    engine.dispose()


def test_a_wrong_key_is_an_unavailable_store(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    engine = open_writer(tmp_path / "a.db", KEY)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a INTEGER) STRICT")
    engine.dispose()
    for opened in (open_writer, open_reader):
        with pytest.raises(StoreUnavailableError, match="not a database"):
            opened(tmp_path / "a.db", bytes(32)).connect()
    assert capfd.readouterr().err == ""


def test_sqlite_with_the_wal_reset_bug_is_refused() -> None:
    check_sqlite_version((3, 51, 3))
    with pytest.raises(StoreUnavailableError, match=r"3\.51\.2 .* needs 3\.51\.3"):
        check_sqlite_version((3, 51, 2))


def test_errors_say_whose_fault_they_are(tmp_path: Path) -> None:
    engine = open_writer(tmp_path / "a.db", KEY)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a INTEGER CHECK (a > 0), b BLOB) STRICT")
    with engine.connect() as connection:
        with pytest.raises(BrokenPromiseError, match="CHECK"):
            connection.exec_driver_sql("INSERT INTO t VALUES (0, NULL)")
        connection.rollback()
        with pytest.raises(OperationalError, match="no such table"):
            connection.exec_driver_sql("SELECT * FROM nowhere")
        connection.rollback()
        pages = pragma(connection, "page_count")
        pragma(connection, f"max_page_count={pages}")
        with pytest.raises(StoreFullError):
            connection.exec_driver_sql("INSERT INTO t VALUES (1, zeroblob(100000))")
    engine.dispose()


def test_an_error_does_not_tell_what_was_written(tmp_path: Path) -> None:
    engine = open_writer(tmp_path / "a.db", KEY)
    with engine.connect() as connection, pytest.raises(OperationalError) as caught:
        connection.exec_driver_sql("INSERT INTO nowhere VALUES (?)", ("13800001234",))
    assert "13800001234" not in str(caught.value)
    engine.dispose()
