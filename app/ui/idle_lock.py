"""Locks the till when nobody has touched it for a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow

_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel})


class IdleLock(QObject):
    """Counts the minutes since the last key or touch; 0 minutes = never."""

    def __init__(self, parent: QObject, lock: Callable[[], None]) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lock)

    def watch(self, window: QWindow) -> None:
        """Look at the keys and touches of this window."""
        window.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """After how long."""
        self._timer.setInterval(minutes * 60_000)
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        if self._timer.interval():
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; never stop an event."""
        if event.type() in _TOUCHES:
            self.touch()
        return False
