"""A choice of few: buttons side by side, one of them pressed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.tokens import Space
from app.ui.widgets.button import Button
from app.ui.widgets.panel import row


class Choice(QWidget):
    """`changed(value)` when a person chooses; left and right arrows move the choice."""

    changed = Signal(str)

    def __init__(self, values: Sequence[str]) -> None:
        super().__init__()
        self._values = tuple(values)
        self._value = self._values[0]
        self._buttons: list[Button] = []
        self._build()

    def value(self) -> str:
        """What is chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without telling anybody."""
        if value in self._values:
            self._value = value
            self._show()

    def set_words(self, words: Sequence[str]) -> None:
        """What the choices are called."""
        for button, word in zip(self._buttons, words, strict=True):
            button.setText(word)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows choose; a button alone would only pass the focus on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            if step:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        inside = row(self, spacing=Space.S)
        for value in self._values:
            button = Button(value)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, chosen=value: self._choose(chosen))
            button.installEventFilter(self)
            self._buttons.append(button)
            inside.addWidget(button)
        inside.addStretch(1)
        self._show()

    def _step(self, by: int) -> None:
        index = self._values.index(self._value) + by
        if 0 <= index < len(self._values):
            self._choose(self._values[index])
            self._buttons[index].setFocus()

    def _choose(self, value: str) -> None:
        is_new = value != self._value
        self._value = value
        self._show()
        if is_new:
            self.changed.emit(value)

    def _show(self) -> None:
        for value, button in zip(self._values, self._buttons, strict=True):
            button.setChecked(value == self._value)
