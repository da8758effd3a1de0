"""What the customer hands over in cash, and what goes back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused, Why
from app.domain.tender import why_not_likely
from app.ui.refusals import refusal_words
from app.ui.theme.tokens import Tone, TypeSize
from app.ui.widgets.amount import AmountLabel
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import AmountField, Labelled
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.panel import row
from app.ui.widgets.text import Role, Text


class ReceivedDialog(Dialog):
    """Starts with the sum due, so that Enter takes it; `entered(amount)` in minor units, once it has closed."""

    entered = Signal(int)

    def __init__(self, host: QWidget, title: str, due_minor: int) -> None:
        super().__init__(host, title, width=440)
        self._due_minor = due_minor
        self._field = AmountField(TypeSize.AMOUNT)
        self._field.setMinimumHeight(60)
        self._field.set_minor(due_minor)
        self._field.textChanged.connect(lambda _: self._show_change())
        self._change = AmountLabel(TypeSize.AMOUNT)
        line = row()
        line.addWidget(Text(self.tr("Change"), Role.STRONG, Tone.SOFT))
        line.addWidget(self._change, 1)
        self.body.addWidget(Labelled(self.tr("Cash received"), self._field))
        self.body.addLayout(line)
        self.body.addWidget(NumberPad(self._field))
        self.setFocusProxy(self._field)
        self.add_cancel(self.tr("Cancel"))
        self.add_main(self.tr("Paid")).clicked.connect(self._submit)
        self._show_change()

    def _show_change(self) -> None:
        change_minor = max(0, (self._field.minor() or 0) - self._due_minor)
        self._change.set_minor(change_minor)
        self._change.set_tone(Tone.PLAIN if change_minor else Tone.FAINT)

    def _submit(self) -> None:
        given_minor = self._field.minor() or 0
        refused = self._why_not(given_minor)
        if refused:
            words = refusal_words(refused)
            # One tender pays the whole, so there is no other one to name for the rest.
            self.tell(words.what)
            self._field.setFocus()
            self._field.selectAll()
            return
        self.accept()
        self.entered.emit(given_minor)

    def _why_not(self, given_minor: int) -> Refused | None:
        if given_minor < self._due_minor:
            return Refused(Why.TENDER_SHORT, {"remaining_minor": self._due_minor - given_minor})
        return why_not_likely(given_minor - self._due_minor)
