"""The dialog to change one's own PIN: the current one, and the new one twice."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused, Why
from app.domain.staff import Operator
from app.services.use_cases import UseCases
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.sign_on.pin_presenter import PinPresenter
from app.ui.theme.tokens import Space
from app.ui.widgets.button import Kind
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import Labelled, PinField
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.panel import column, row, rule

_WIDE = 720
_ABOUT_THE_CURRENT = {Why.PIN_WRONG, Why.PIN_LOCKED}


class PinDialog(Dialog):
    """`finished(True)` when the new PIN is kept."""

    def __init__(self, host: QWidget, tasks: Runs, use_cases: UseCases, operator: Operator) -> None:
        super().__init__(host, self.tr("Change your PIN"), width=_WIDE)
        self._presenter = PinPresenter(self, tasks, use_cases, operator)
        self.set_intro(operator.name)
        self._build()

    def show_busy(self, *, busy: bool) -> None:
        """Nothing is typed while it is checked."""
        for field in self._fields:
            field.setEnabled(not busy)

    def show_refusal(self, refused: Refused) -> None:
        """Say why not, and begin again at the field it is about."""
        words = refusal_words(refused)
        self.tell(words.what, words.remedy)
        first = 0 if refused.why in _ABOUT_THE_CURRENT else 1
        for field in self._fields[first:]:
            field.clear()
        self._fields[first].setFocus()

    def finish(self) -> None:
        """Done."""
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pad types where the cursor stands."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, PinField):
            self._pad.set_target(watched)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._fields = [PinField(clears=False) for _ in range(3)]
        captions = (self.tr("Current PIN"), self.tr("New PIN, four figures or more"), self.tr("The new PIN again"))
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
        self.add_main(self.tr("Change PIN"), Kind.PRIMARY).clicked.connect(self._next)
        self.setFocusProxy(self._fields[0])

    def _next(self) -> None:
        """Enter goes to the next empty field; with none left it is sent."""
        empty = next((field for field in self._fields if not field.text()), None)
        if empty is not None:
            empty.setFocus()
            return
        current, new, again = (field.text() for field in self._fields)
        self._presenter.change(current, new, again)
