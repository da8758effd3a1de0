"""The bridge from the database worker back to the GUI thread."""

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.ports.worker import Worker

Result = TypeVar("Result")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Done:
    future: "Future[Any]"
    then: Callable[[Any], None]
    failed: Callable[[BaseException], None] | None


class Tasks(QObject):
    """Submits use cases to the worker; results come back by a queued signal.

    `troubled(exception)`: something unexpected happened; `failed` only tidies up, the person is told in any case.
    """

    troubled = Signal(object)
    _came_back = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._open = 0
        self._came_back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a result is still awaited."""
        return self._open > 0

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Call `work` on the worker, then `then` or `failed` here."""
        self._open += 1
        future = self._worker.submit(work)
        future.add_done_callback(lambda done: self._came_back.emit(_Done(done, then, failed)))

    @Slot(object)
    def _deliver(self, done: _Done) -> None:
        self._open -= 1
        error = done.future.exception()
        if error is None:
            done.then(done.future.result())
            return
        # Type and place are enough for us; the message could hold a name or a number.
        place = "".join(traceback.format_tb(error.__traceback__))
        _log.error("a use case failed: %s\n%s", type(error).__name__, place)
        if done.failed is not None:
            done.failed(error)
        self.troubled.emit(error)
