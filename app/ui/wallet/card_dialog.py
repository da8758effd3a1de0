"""A card's number, swiped, scanned or typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ports.scanner import ScanEvent
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import TextField


class CardDialog(Dialog):
    """`read(text)`, once it has closed."""

    read = Signal(str)

    def __init__(self, host: QWidget, title: str, intro: str) -> None:
        super().__init__(host, title, width=480)
        self.set_intro(intro)
        self._field = TextField(self.tr("Card number"))
        self._field.setMaxLength(40)
        self.body.addWidget(self._field)
        self.setFocusProxy(self._field)
        self.add_cancel(self.tr("Cancel"))
        self.add_main(self.tr("Next")).clicked.connect(lambda: self._take(self._field.text()))

    def take_scan(self, event: ScanEvent) -> bool:
        """The card itself."""
        self._take(event.text)
        return True

    def _take(self, text: str) -> None:
        if not text.strip():
            self.tell(self.tr("No card was read"), self.tr("Swipe it, scan it, or type its number."))
            return
        self.accept()
        self.read.emit(text.strip())
