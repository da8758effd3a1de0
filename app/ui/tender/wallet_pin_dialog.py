"""The customer's PIN, typed out of sight: once to spend, twice to choose it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused, Why
from app.ui.refusals import refusal_words
from app.ui.theme.tokens import Space
from app.ui.widgets.button import Kind
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import Labelled, PinField
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.panel import column, row, rule


class WalletPinDialog(Dialog):
    """`typed(pin)`, once it has closed."""

    typed = Signal(str)

    def __init__(self, host: QWidget, intro: str, *, twice: bool = False, wrong: Refused | None = None) -> None:
        super().__init__(host, "", width=640)
        self.set_title(self.tr("The customer chooses a PIN") if twice else self.tr("The customer's PIN"))
        self.set_intro(intro)
        captions = (
            (self.tr("New PIN, four figures or more"), self.tr("The new PIN again")) if twice else (self.tr("PIN"),)
        )
        self._fields = [PinField(clears=False) for _ in captions]
        left = column(spacing=Space.M)
        for field, caption in zip(self._fields, captions, strict=True):
            left.addWidget(Labelled(caption, field))
            field.installEventFilter(self)
            field.submitted.connect(self._next)
        left.addStretch(1)
        self._pad = NumberPad(self._fields[0], "")
        sides = row(spacing=Space.XL)
        sides.addLayout(left, 5)
        sides.addWidget(rule(upright=True))
        sides.addWidget(self._pad, 4)
        self.body.addLayout(sides)
        self.add_cancel(self.tr("Cancel"))
        self.add_main(self.tr("Next"), Kind.PRIMARY).clicked.connect(self._next)
        self.setFocusProxy(self._fields[0])
        if wrong:
            self._tell(wrong)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pad types where the cursor stands."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, PinField):
            self._pad.set_target(watched)
        return super().eventFilter(watched, event)

    def _next(self) -> None:
        empty = next((field for field in self._fields if not field.text()), None)
        if empty is not None:
            empty.setFocus()
        elif len({field.text() for field in self._fields}) > 1:
            self._tell(Refused(Why.PIN_NOT_REPEATED))
            self._fields[-1].clear()
        else:
            pin = self._fields[0].text()
            self.accept()
            self.typed.emit(pin)

    def _tell(self, refused: Refused) -> None:
        words = refusal_words(refused)
        self.tell(words.what, words.remedy)
