"""Where a scan goes: to what is on top, else to the sale; never lost."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ports.scanner import ScanEvent
from app.ui.screen import Screen
from app.ui.widgets.dialog import open_dialogs


class ScanRoute:
    """Offers each scan to the open dialogs from the top, then to the screen in front, then to the sale."""

    def __init__(self, window: QWidget, front: Callable[[], Screen], sale: Screen) -> None:
        self._window = window
        self._front = front
        self._sale = sale

    def send(self, event: ScanEvent) -> None:
        """Bring the scan to where it belongs."""
        for dialog in reversed(open_dialogs(self._window)):
            if dialog.take_scan(event):
                return
        if not self._front().take_scan(event):
            self._sale.take_scan(event)
