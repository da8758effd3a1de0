"""Brings what a device's thread has finished to the GUI thread."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

Result = TypeVar("Result")


class Relay(QObject):
    """Follows futures; callbacks run on the thread this object lives in, and not at all once it is gone."""

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def follow(
        self, future: "Future[Result]", then: Callable[[Result], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Call `then` or `failed` once `future` is done."""

        def deliver() -> None:
            error = future.exception()
            if error is None:
                then(future.result())
            else:
                failed(error)

        future.add_done_callback(lambda _: self._done.emit(deliver))

    @Slot(object)
    def _deliver(self, deliver: Callable[[], None]) -> None:
        deliver()
