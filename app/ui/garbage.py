"""Python's garbage is collected on the GUI thread, between two events, and nowhere else.

Left to itself Python collects wherever memory is asked for: on another thread, or in the middle of a paint event. A
widget that goes there takes the program with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class GarbageCollector(QObject):
    """Takes Python's automatic collector's place for as long as the program runs."""

    def __init__(self, parent: QObject, every_ms: int = _EVERY_MS) -> None:
        super().__init__(parent)
        gc.disable()
        # What the start has made stays: it need not be looked through again and again.
        QTimer.singleShot(every_ms, self, gc.freeze)
        timer = QTimer(self, interval=every_ms)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """The oldest generation whose turn it is, by Python's own thresholds."""
        turns = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, threshold) in enumerate(turns) if count > threshold]
        if due:
            gc.collect(due[-1])
