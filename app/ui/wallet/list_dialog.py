"""A short list to choose from: large rows, each with its number key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.icons import Icon
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.dialog import Dialog


@dataclass(frozen=True, slots=True)
class Choice:
    """One row."""

    text: str
    icon: Icon | None = None


class ListDialog(Dialog):
    """`chosen(index)`, once it has closed."""

    chosen = Signal(int)

    def __init__(self, host: QWidget, title: str, intro: str, choices: Sequence[Choice]) -> None:
        super().__init__(host, title, width=520)
        self.set_intro(intro)
        for index, choice in enumerate(choices):
            key = str(index + 1) if index < 9 else ""
            button = Button(choice.text, Kind.SECONDARY, icon=choice.icon, key=key, size=Size.LARGE)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, place=index: self._choose(place))
            if key:
                button.bind_key(self)
            self.body.addWidget(button)
        self.add_cancel(self.tr("Back"))

    def _choose(self, place: int) -> None:
        self.accept()
        self.chosen.emit(place)
