"""PINs typed out of sight, one below the other, with a pad beside them that types where the cursor stands."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.theme.tokens import Space
from app.ui.widgets.field import Labelled, PinField
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.panel import column, row, rule


class PinFields(QWidget):
    """`filled`, when Enter finds none of them empty."""

    filled = Signal()

    def __init__(self, captions: Sequence[str]) -> None:
        super().__init__()
        self._fields = [PinField(clears=False) for _ in captions]
        left = column(spacing=Space.M)
        for field, caption in zip(self._fields, captions, strict=True):
            left.addWidget(Labelled(caption, field))
            field.installEventFilter(self)
            field.submitted.connect(self.enter)
        left.addStretch(1)
        self._pad = NumberPad(self._fields[0], "")
        sides = row(self, spacing=Space.XL)
        sides.addLayout(left, 5)
        sides.addWidget(rule(upright=True))
        sides.addWidget(self._pad, 4)
        self.setFocusProxy(self._fields[0])

    def texts(self) -> tuple[str, ...]:
        """What stands in each."""
        return tuple(field.text() for field in self._fields)

    def enter(self) -> None:
        """To the next empty field; with none left they are filled."""
        empty = next((field for field in self._fields if not field.text()), None)
        if empty is None:
            self.filled.emit()
        else:
            empty.setFocus()

    def begin_again(self, first: int) -> None:
        """Empty from the field `first` (0-based) on, and the cursor there."""
        for field in self._fields[first:]:
            field.clear()
        self._fields[first].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pad types where the cursor stands."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, PinField):
            self._pad.set_target(watched)
        return super().eventFilter(watched, event)
