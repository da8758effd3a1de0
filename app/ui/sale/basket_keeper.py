"""Keeps the basket that is being made on disk, a moment after each change and never on a scan's way to the screen."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.ports.store import StoreFullError, StoreUnavailableError
from app.services.keep_basket import KeepBasket, KeptBasket
from app.ui.running import Runs

# Scans of one customer come quicker than this, so a whole run of them costs one write.
QUIET_MS = 400
LONGEST_MS = 2_000

_log = logging.getLogger(__name__)


class BasketKeeper(QObject):
    """`now` says what stands on the counter; None while a sale is being written, which settles it by itself."""

    def __init__(self, parent: QObject, tasks: Runs, keep: KeepBasket, now: Callable[[], KeptBasket | None]) -> None:
        super().__init__(parent)
        self._tasks, self._keep, self._now = tasks, keep, now
        self._is_on = False
        self._quiet, self._longest = self._timer(QUIET_MS), self._timer(LONGEST_MS)

    def turn_on(self) -> None:
        """What was left from last time is on the screen: from now on the slot may be written."""
        self._is_on = True

    def note(self) -> None:
        """Something has changed."""
        if not self._is_on:
            return
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def write(self) -> None:
        """Write it now."""
        self._quiet.stop()
        self._longest.stop()
        if not self._is_on:
            return
        kept = self._now()
        if kept is None:
            self.note()
            return
        self._tasks.run(lambda: self._write(kept), lambda _: None)

    def _write(self, kept: KeptBasket) -> None:
        try:
            self._keep(kept.basket, kept.tendered)
        except (StoreFullError, StoreUnavailableError) as error:
            # The cashier is told when it matters, at the sale itself; the basket is on the screen all the same.
            _log.warning("the basket could not be kept: %s", type(error).__name__)

    def _timer(self, after_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(self.write)
        return timer
