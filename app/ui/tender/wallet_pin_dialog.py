"""The customer's PIN, typed out of sight: once to spend, twice to choose it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused, Why
from app.ui.refusals import refusal_words
from app.ui.widgets.button import Kind
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.pin_fields import PinFields


class WalletPinDialog(Dialog):
    """`typed(pin)`, once it has closed."""

    typed = Signal(str)

    def __init__(self, host: QWidget, intro: str, *, twice: bool = False, wrong: Refused | None = None) -> None:
        super().__init__(host, "", width=640)
        self.set_title(self.tr("The customer chooses a PIN") if twice else self.tr("The customer's PIN"))
        self.set_intro(intro)
        captions = (
            (self.tr("New PIN, four digits or more"), self.tr("The new PIN again")) if twice else (self.tr("PIN"),)
        )
        self._pins = PinFields(captions)
        self._pins.filled.connect(self._finish)
        self.body.addWidget(self._pins)
        self.add_cancel(self.tr("Cancel"))
        self.add_main(self.tr("Next"), Kind.PRIMARY).clicked.connect(self._pins.enter)
        self.setFocusProxy(self._pins)
        if wrong:
            self._tell(wrong)

    def _finish(self) -> None:
        pin, *again = self._pins.texts()
        if any(text != pin for text in again):
            self._tell(Refused(Why.PIN_NOT_REPEATED))
            self._pins.begin_again(1)
        else:
            self.accept()
            self.typed.emit(pin)

    def _tell(self, refused: Refused) -> None:
        words = refusal_words(refused)
        self.tell(words.what, words.remedy)
