"""A choice of few: one of them pressed. Side by side here; whatever else looks like a choice behaves like it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme.tokens import Space
from app.ui.widgets.button import Button
from app.ui.widgets.panel import row

_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OneOf(QWidget):
    """One of these buttons is pressed. `changed(value)` when a person chooses; the arrows move the choice."""

    changed = Signal(str)

    def __init__(self, buttons: Mapping[str, QAbstractButton], *, is_upright: bool) -> None:
        super().__init__()
        self._buttons, self._steps = dict(buttons), _DOWN if is_upright else _ALONG
        self._value = next(iter(self._buttons), "")
        for value, button in self._buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, chosen=value: self._choose(chosen))
            button.installEventFilter(self)
        self._show()

    def value(self) -> str:
        """What is chosen; empty where there is nothing to choose."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without telling anybody."""
        if value in self._buttons:
            self._value = value
            self._show()

    def take_focus(self) -> None:
        """The keyboard is on the chosen one."""
        if self._value in self._buttons:
            self._buttons[self._value].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows choose; a button alone would only pass the focus on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = self._steps.get(Qt.Key(event.key()), 0)
            if step:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        values = list(self._buttons)
        index = values.index(self._value) + by
        if 0 <= index < len(values):
            self._choose(values[index])
            self.take_focus()

    def _choose(self, value: str) -> None:
        is_new = value != self._value
        self._value = value
        self._show()
        if is_new:
            self.changed.emit(value)

    def _show(self) -> None:
        for value, button in self._buttons.items():
            button.setChecked(value == self._value)


class Choice(OneOf):
    """Buttons side by side."""

    def __init__(self, values: Sequence[str]) -> None:
        super().__init__({value: Button(value) for value in values}, is_upright=False)
        inside = row(self, spacing=Space.S)
        for button in self._buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            inside.addWidget(button)
        inside.addStretch(1)

    def set_words(self, words: Sequence[str]) -> None:
        """What the choices are called."""
        for button, word in zip(self._buttons.values(), words, strict=True):
            button.setText(word)
