"""How much is paid out of a card, or moved to another one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused, Why
from app.ui.refusals import refusal_words
from app.ui.theme.tokens import TypeSize
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import AmountField, Labelled
from app.ui.widgets.number_pad import NumberPad


class AmountDialog(Dialog):
    """Starts with all there is; `entered(amount)` in minor units, once it has closed."""

    entered = Signal(int)

    def __init__(self, host: QWidget, title: str, intro: str, most_minor: int) -> None:
        super().__init__(host, title, width=440)
        self.set_intro(intro)
        self._most = most_minor
        self._field = AmountField(TypeSize.AMOUNT)
        self._field.setMinimumHeight(60)
        self._field.set_minor(most_minor)
        self.body.addWidget(Labelled(self.tr("Amount"), self._field))
        self.body.addWidget(NumberPad(self._field))
        self.setFocusProxy(self._field)
        self.add_cancel(self.tr("Cancel"))
        self.add_main(self.tr("Next")).clicked.connect(self._submit)

    def _submit(self) -> None:
        amount = self._field.minor()
        if not amount or amount > self._most:
            why = Why.VALUE_ELSEWHERE if amount else Why.AMOUNT_NOT_POSITIVE
            words = refusal_words(Refused(why, {"usable_minor": self._most}))
            self.tell(words.what, words.remedy)
            self._field.setFocus()
            return
        self.accept()
        self.entered.emit(amount)
