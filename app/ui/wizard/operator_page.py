"""The first person: a name, and a PIN typed twice."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject

from app.ui.theme.tokens import Space
from app.ui.widgets.field import Labelled, PinField, TextField
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.panel import column, row, rule
from app.ui.wizard.page import WizardPage
from app.ui.wizard.presenter import Answers

_LONGEST = 20


class OperatorPage(WizardPage):
    """The pad types into whichever PIN has the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self.retranslate()

    def show_answers(self, answers: Answers) -> None:
        """What was typed so far."""
        for field, text in zip(
            (self._name, self._pin, self._again), (answers.manager, answers.pin, answers.pin_again), strict=True
        ):
            if field.text() != text:
                field.setText(text)

    def answers(self, so_far: Answers) -> Answers:
        """With the first person."""
        return replace(so_far, manager=self._name.text(), pin=self._pin.text(), pin_again=self._again.text())

    def begin(self) -> None:
        """In the first field that is empty."""
        fields = (self._name, self._pin, self._again)
        next((field for field in fields if not field.text()), self._name).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pad follows the cursor."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, PinField):
            self._pad.set_target(watched)
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Every text again."""
        captions = (self.tr("Name"), self.tr("PIN, four digits or more"), self.tr("The PIN again"))
        for label, caption in zip(self._labels, captions, strict=True):
            label.set_caption(caption)

    def _build(self) -> None:
        self._name, self._pin, self._again = TextField(takes_names=True), PinField(clears=False), PinField(clears=False)
        self._name.setMaxLength(_LONGEST)
        self._pad = NumberPad(self._pin, "")
        self._labels = [Labelled("", field) for field in (self._name, self._pin, self._again)]
        left = column(spacing=Space.L)
        for label in self._labels:
            left.addWidget(label)
        left.addStretch(1)
        sides = row(self, spacing=Space.XL)
        sides.addLayout(left, 5)
        sides.addWidget(rule(upright=True))
        sides.addWidget(self._pad, 4)
        for pin in (self._pin, self._again):
            pin.installEventFilter(self)
        for field in (self._name, self._pin, self._again):
            # The pad inserts, so every change counts and not only typed ones.
            field.textChanged.connect(lambda _: self.changed.emit())
