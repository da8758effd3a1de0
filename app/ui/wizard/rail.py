"""The list of steps on the left: what is done, where we are, what is to come."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import Card, clear, column, row
from app.ui.widgets.text import Role, Text
from app.ui.wizard.steps import Step
from app.ui.wizard.words import step_words

_WIDTH = 236
_MARK = 20


class Rail(Card):
    """Only to look at: Back and Next turn the pages."""

    def __init__(self) -> None:
        super().__init__(margin=Space.L, spacing=Space.M)
        self.setFixedWidth(_WIDTH)
        self._list = column(spacing=Space.M)
        self.inside.addLayout(self._list)
        self.inside.addStretch(1)

    def show_steps(self, steps: Sequence[Step], now: Step) -> None:
        """This is the way, and we are here."""
        clear(self._list)
        place = steps.index(now)
        for number, step in enumerate(steps):
            self._list.addWidget(_line(number, step, place))


def _line(number: int, step: Step, place: int) -> QWidget:
    line = QWidget()
    inside = row(line, spacing=Space.S)
    if number < place:
        inside.addWidget(IconLabel(Icon.CHECK, _MARK, Tone.ACCENT))
    else:
        figure = Text(str(number + 1), Role.LABEL, Tone.ACCENT if number == place else Tone.FAINT)
        figure.setFixedWidth(_MARK)
        inside.addWidget(figure)
    name = Text(step_words(step)[0], Role.LABEL if number == place else Role.BODY, _tone(number, place), wraps=True)
    inside.addWidget(name, 1)
    return line


def _tone(number: int, place: int) -> Tone:
    if number == place:
        return Tone.ACCENT
    return Tone.SOFT if number < place else Tone.FAINT
