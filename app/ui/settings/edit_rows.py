"""Rows of fields that can be added and taken away: scanners, code rules."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button
from app.ui.widgets.panel import clear, column, row
from app.ui.widgets.text import Text


class EditRow(QWidget):
    """Fields beside each other with a button that takes the row away; `line` is the one with the button."""

    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = column(self, spacing=Space.S)
        self.line = self.add_line()

    def add_line(self) -> QHBoxLayout:
        """Room for more fields below."""
        line = row(spacing=Space.M)
        self.lines.addLayout(line)
        return line

    def close_row(self) -> None:
        """No more fields."""
        self._remove = Button("", icon=Icon.TRASH)
        self._remove.clicked.connect(self.removed)
        foot = column()
        foot.addStretch(1)
        foot.addWidget(self._remove)
        self.line.addLayout(foot)

    def set_remove_word(self, word: str) -> None:
        """What its button does: a line is full of fields, so the button has a picture and a key."""
        self._remove.setToolTip(word)
        self._remove.setAccessibleName(word)

    def retranslate(self) -> None:
        """Every text again."""


Row = TypeVar("Row", bound=EditRow)


class EditRows(Generic[Row]):
    """A list of such rows in `widget`, a sentence where there are none, and a button below that adds one."""

    def __init__(self, make: Callable[[], Row]) -> None:
        self._make = make
        self.rows: list[Row] = []
        self.widget = QWidget()
        self.foot = row(spacing=Space.S)
        self._list = column(spacing=Space.S)
        self._none = Text("", tone=Tone.FAINT, wraps=True)
        self._plus = Button("", icon=Icon.PLUS)
        self._plus.clicked.connect(lambda: self.add(self._make()))
        self.foot.addWidget(self._plus)
        inside = column(self.widget, spacing=Space.S)
        inside.addWidget(self._none)
        inside.addLayout(self._list)
        inside.addLayout(self.foot)

    def set_words(self, none: str, add: str, remove: str) -> None:
        """The sentence and the two buttons."""
        self._none.setText(none)
        self._plus.setText(add)
        self._remove_word = remove
        for each in self.rows:
            each.set_remove_word(remove)
            each.retranslate()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """These and no others."""
        clear(self._list)
        self.rows = []
        self._none.setVisible(not rows)
        for each in rows:
            self.add(each)

    def add(self, added: Row) -> None:
        """One more."""
        added.removed.connect(lambda: self._take_away(added))
        added.set_remove_word(self._remove_word)
        self.rows.append(added)
        self._list.addWidget(added)
        self._none.hide()

    def _take_away(self, gone: Row) -> None:
        self.rows.remove(gone)
        self._list.removeWidget(gone)
        gone.deleteLater()
        self._none.setVisible(not self.rows)
