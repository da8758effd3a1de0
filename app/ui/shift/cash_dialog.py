"""Cash in or out: how much. Why and who allows it is asked next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused, Why
from app.domain.shift import CashDirection
from app.ui.refusals import refusal_words
from app.ui.theme.tokens import TypeSize
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import AmountField, Labelled
from app.ui.widgets.number_pad import NumberPad


class CashDialog(Dialog):
    """`entered(direction, amount)` carries minor units; it is emitted once the dialog has closed."""

    entered = Signal(object, int)

    def __init__(self, host: QWidget, direction: CashDirection) -> None:
        super().__init__(host, "", width=440)
        self._direction = direction
        self._build_fields()

    def _build_fields(self) -> None:
        is_in = self._direction is CashDirection.PAID_IN
        self.set_title(self.tr("Cash in") if is_in else self.tr("Cash out"))
        self.set_intro(
            self.tr("Cash put into the drawer without a sale.")
            if is_in
            else self.tr("Cash taken out of the drawer without a refund.")
        )
        self._field = AmountField(TypeSize.AMOUNT)
        self._field.setMinimumHeight(60)
        self.body.addWidget(Labelled(self.tr("Amount"), self._field))
        self.body.addWidget(NumberPad(self._field))
        self.setFocusProxy(self._field)
        self.add_cancel(self.tr("Cancel"))
        self.add_main(self.tr("Next")).clicked.connect(self._submit)

    def _submit(self) -> None:
        amount = self._field.minor()
        if not amount:
            words = refusal_words(Refused(Why.AMOUNT_NOT_POSITIVE))
            self.tell(words.what, words.remedy)
            self._field.setFocus()
            return
        self.accept()
        self.entered.emit(self._direction, amount)
