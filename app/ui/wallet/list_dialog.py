"""A short list to choose from: large rows, each with its key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.dialog import Dialog

_ONE_COLUMN = 7


@dataclass(frozen=True, slots=True)
class Choice:
    """One row. `key` presses it; its number in the list does where none is given."""

    text: str
    icon: Icon | None = None
    key: str = ""


class ListDialog(Dialog):
    """`chosen(index)`, once it has closed."""

    chosen = Signal(int)

    def __init__(self, host: QWidget, title: str, intro: str, choices: Sequence[Choice]) -> None:
        # More rows than the smallest screen has room for stand in two columns.
        columns = 1 if len(choices) <= _ONE_COLUMN else 2
        super().__init__(host, title, width=520 if columns == 1 else 760)
        self.set_intro(intro)
        places = QGridLayout()
        places.setSpacing(Space.S)
        self.body.addLayout(places)
        for index, choice in enumerate(choices):
            key = choice.key or (str(index + 1) if index < 9 else "")
            button = Button(choice.text, Kind.SECONDARY, icon=choice.icon, key=key, size=Size.LARGE)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, place=index: self._choose(place))
            if key:
                button.bind_key(self)
            places.addWidget(button, index // columns, index % columns)
        self.add_cancel(self.tr("Back"))

    def _choose(self, place: int) -> None:
        self.accept()
        self.chosen.emit(place)
