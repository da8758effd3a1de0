"""Who waits for whom: short work never waits for all the uploads that came before it."""

import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from sync.office.storage.engines import Database, open_sqlite

UPLOADS, WORK_S = 6, 0.05


def test_short_work_goes_before_uploads_that_wait(database: Database) -> None:
    finished: list[str] = []
    is_under_way = threading.Event()

    def upload(_: Connection) -> None:
        is_under_way.set()
        time.sleep(WORK_S)

    def one_upload() -> None:
        database.write_upload(upload)
        finished.append("upload")

    threads = [threading.Thread(target=one_upload) for _ in range(UPLOADS)]
    for thread in threads:
        thread.start()
    assert is_under_way.wait(10)
    database.write(lambda _: None)
    finished.append("short")
    for thread in threads:
        thread.join()
    # All of them were there before it; those that had begun may end first.
    assert finished.count("upload") == UPLOADS
    assert finished.index("short") < UPLOADS - 1


def test_only_a_few_uploads_are_under_way_at_once(database: Database) -> None:
    assert most_at_once(database) <= (1 if database.is_sqlite else 3)


def test_after_short_work_one_place_for_uploads_stays_empty(database: Database) -> None:
    database.write(lambda _: None)
    assert most_at_once(database) <= (1 if database.is_sqlite else 2)


def most_at_once(database: Database) -> int:
    """How many of several uploads at once were at work at the same time."""
    inside, most, lock = 0, 0, threading.Lock()

    def upload(_: Connection) -> None:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(WORK_S)
        with lock:
            inside -= 1

    threads = [threading.Thread(target=database.write_upload, args=(upload,)) for _ in range(UPLOADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most
    return most


def test_an_upload_now_and_then_brings_the_log_into_the_file(tmp_path: Path) -> None:
    place = tmp_path / "office.db"
    with closing(open_sqlite(place, bytes(32))) as database:
        database.events_at_once = 100
        database.write(lambda connection: connection.exec_driver_sql("CREATE TABLE filled (some BLOB)"))
        before = place.stat().st_size

        def piece(connection: Connection) -> None:
            connection.exec_driver_sql("INSERT INTO filled VALUES (zeroblob(100000))")

        database.write_parts([piece] * 4)
        database.write(piece)
        assert place.stat().st_size == before
        database.write_parts([piece])
        assert place.stat().st_size > before + 500_000


def test_what_is_committed_is_committed_whatever_becomes_of_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_sqlite(tmp_path / "office.db", bytes(32))) as database:

        def broken(_: object) -> None:
            raise OperationalError("", None, OSError())

        monkeypatch.setattr(database, "read", broken)
        assert database.write_parts([lambda _: "kept"] * 10) == "kept"
