"""The one thread that uses the store."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import BrokenPromiseError
from app.ports.worker import Worker
from app.storage.till.store import TillStore
from app.storage.worker import DatabaseWorker
from tests.app.storage.shop import KEY, SeededRandomness, Shop


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[DatabaseWorker]:
    store = TillStore.open(tmp_path, KEY)
    Shop(store).enrol()
    worker = DatabaseWorker(store, idle_after_s=0.05)
    yield worker
    worker.close()


def test_it_fits_its_port(worker: DatabaseWorker) -> None:
    port: Worker = worker
    assert port.submit(lambda: 6 * 7).result(5) == 42


def test_jobs_run_one_after_the_other_on_one_thread(worker: DatabaseWorker) -> None:
    seen: list[tuple[int, int]] = []
    for number in range(20):
        worker.submit(lambda number=number: seen.append((number, threading.get_ident())))  # type: ignore[misc]
    worker.submit(lambda: None).result(5)
    assert [number for number, _ in seen] == list(range(20))
    assert len({thread for _, thread in seen} - {threading.get_ident()}) == 1


def test_an_exception_comes_in_the_future_and_the_worker_goes_on(worker: DatabaseWorker) -> None:
    def fail() -> None:
        raise LookupError("no")

    with pytest.raises(LookupError):
        worker.submit(fail).result(5)
    assert worker.submit(lambda: "still here").result(5) == "still here"


def test_the_store_refuses_every_other_thread(worker: DatabaseWorker) -> None:
    store = worker._store
    worker.submit(lambda: None).result(5)
    with pytest.raises(BrokenPromiseError, match="thread"):
        store.unit_of_work()


def test_when_idle_it_checkpoints(worker: DatabaseWorker, tmp_path: Path) -> None:
    shop = Shop(worker._store, randomness=SeededRandomness(2))
    worker.submit(lambda: shop.grant("w1")).result(5)
    # The log is only emptied by a checkpoint: afterwards a new transaction starts at its beginning again.
    database = tmp_path / "till.db"
    before = database.stat().st_mtime_ns
    deadline = time.monotonic() + 5
    while database.stat().st_mtime_ns == before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert database.stat().st_mtime_ns > before


def test_closing_finishes_the_queue_and_empties_the_log(tmp_path: Path) -> None:
    store = TillStore.open(tmp_path, KEY)
    shop = Shop(store)
    shop.enrol()
    worker = DatabaseWorker(store)
    futures = [worker.submit(lambda: shop.grant("w1")) for _ in range(5)]
    worker.close()
    assert [future.result(0).seq for future in futures] == [2, 3, 4, 5, 6]
    assert not (tmp_path / "till.db-wal").exists()
    with pytest.raises(BrokenPromiseError):
        worker.submit(lambda: None)
