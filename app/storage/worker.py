"""The database worker: the one thread that uses the till's store. Fits `app.ports.worker.Worker`."""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from app.domain.errors import BrokenPromiseError
from app.ports.store import StoreFullError, StoreUnavailableError
from app.storage.till.store import TillStore

Result = TypeVar("Result")

_log = logging.getLogger(__name__)
_IDLE_AFTER_S = 2.0
# A till that is never idle must not let its write-ahead log grow for ever.
_AT_MOST_JOBS = 2_000


class DatabaseWorker:
    """Runs jobs one after the other in their order; when nothing is asked for a while, it checkpoints."""

    def __init__(self, store: TillStore, idle_after_s: float = _IDLE_AFTER_S) -> None:
        self._store = store
        self._idle_after_s = idle_after_s
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._is_closed = False
        # A daemon: a crash of the screen must not leave a till that hangs. Every commit is durable by itself.
        self._thread = threading.Thread(target=self._run, name="database", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], Result]) -> "Future[Result]":
        """Queue `work`; its result or exception comes in the future."""
        if self._is_closed:
            raise BrokenPromiseError("the database worker is closed")
        future: Future[Result] = Future()

        def job() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = work()
            except BaseException as error:  # it belongs to whoever waits for the future
                future.set_exception(error)
            else:
                future.set_result(result)

        self._jobs.put(job)
        return future

    def close(self) -> None:
        """Finish what is queued, checkpoint and close the store; waits for it."""
        if not self._is_closed:
            self._is_closed = True
            self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        self._store.bind_to_this_thread()
        done = 0
        while True:
            try:
                job = self._jobs.get(timeout=self._idle_after_s if done else None)
            except queue.Empty:
                self._tidy()
                done = 0
                continue
            if job is None:
                break
            job()
            done += 1
            if done >= _AT_MOST_JOBS:
                self._tidy()
                done = 0
        self._guarded(self._store.close)

    def _tidy(self) -> None:
        self._guarded(self._store.checkpoint)
        self._guarded(self._store.complete_second_journal)

    def _guarded(self, chore: Callable[[], None]) -> None:
        try:
            chore()
        except (StoreFullError, StoreUnavailableError) as error:
            _log.warning("housekeeping of the store failed: %s", error)
