"""How far it is: the three stages, what is done of them, and a bar while the history is sent."""

from PySide6.QtWidgets import QProgressBar, QWidget

from app.ports.hand_over import Progress, Stage
from app.ui.joining.words import stage_words
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import clear, column, row
from app.ui.widgets.text import Role, Text

_MARK = 28
_KILO = 1_000
_STAGES = tuple(Stage)


class Way(QWidget):
    """Only to look at."""

    def __init__(self) -> None:
        super().__init__()
        self._progress = Progress(Stage.BRINGING)
        self._list = column(spacing=Space.L)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._size = Text("", Role.LABEL, Tone.SOFT)
        inside = column(self, spacing=Space.L)
        inside.addLayout(self._list)
        inside.addWidget(self._bar)
        inside.addWidget(self._size)
        inside.addStretch(1)
        self.show_progress(self._progress)

    def show_progress(self, progress: Progress) -> None:
        """We are here."""
        self._progress = progress
        clear(self._list)
        place = _STAGES.index(progress.stage)
        for number, stage in enumerate(_STAGES):
            self._list.addWidget(_line(number, stage, place))
        is_sent = progress.total_bytes > 0
        self._bar.setVisible(is_sent)
        self._size.setVisible(is_sent)
        self._bar.setRange(0, max(1, progress.total_bytes // _KILO))
        self._bar.setValue(progress.done_bytes // _KILO)
        sizes = (f"{each / _KILO:,.0f}" for each in (progress.done_bytes, progress.total_bytes))
        self._size.setText(self.tr("{done} of {total} kB").format(**dict(zip(("done", "total"), sizes, strict=True))))

    def retranslate(self) -> None:
        """In the language of now."""
        self.show_progress(self._progress)


def _line(number: int, stage: Stage, place: int) -> QWidget:
    line = QWidget()
    inside = row(line, spacing=Space.M)
    if number < place:
        inside.addWidget(IconLabel(Icon.CHECK, _MARK, Tone.ACCENT))
    else:
        figure = Text(str(number + 1), Role.STRONG, Tone.ACCENT if number == place else Tone.FAINT)
        figure.setFixedWidth(_MARK)
        inside.addWidget(figure)
    tone = Tone.ACCENT if number == place else Tone.SOFT if number < place else Tone.FAINT
    inside.addWidget(Text(stage_words(stage), Role.STRONG if number == place else Role.BODY, tone, wraps=True), 1)
    return line
