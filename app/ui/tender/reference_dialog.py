"""The number on the terminal's slip of an external payment; it can be scanned from it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ports.scanner import ScanEvent
from app.ui.widgets.amount import money
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import TextField


class ReferenceDialog(Dialog):
    """Enter takes the payment with its number; where the terminal gave none, one key says so."""

    decided = Signal(str)

    def __init__(self, host: QWidget, tender_name: str, amount_minor: int) -> None:
        super().__init__(host, "", width=540)
        self.set_title(self.tr("{tender}: {amount}").format(tender=tender_name, amount=money(amount_minor)))
        self.set_intro(self.tr("Take the payment on the terminal, then type or scan its reference number."))
        self._field = TextField(self.tr("Reference number"))
        self._field.setMaxLength(40)
        self.body.addWidget(self._field)
        self.add_cancel(self.tr("Not paid"))
        self.add_button(self.tr("Paid, no number"), key="F2").clicked.connect(lambda: self._decide(""))
        self.add_main(self.tr("Paid")).clicked.connect(self._take_typed)
        self.setFocusProxy(self._field)

    def take_scan(self, event: ScanEvent) -> bool:
        """The number scanned from the slip or the customer's phone."""
        self._decide(event.text)
        return True

    def _take_typed(self) -> None:
        reference = self._field.text().strip()
        if reference:
            self._decide(reference)
        else:
            self.tell(self.tr("The reference number is missing"), self.tr("If the terminal gave none, press F2."))

    def _decide(self, reference: str) -> None:
        self.accept()
        self.decided.emit(reference)
