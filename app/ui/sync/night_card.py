"""The nightly check on the sync screen: one line, and below it what is wrong and what to do."""

from app.domain.night.verdict import Verdict
from app.ui.sync.night_words import TenderOf, TimeOf, night_words
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import Card, clear, column, row
from app.ui.widgets.text import Role, Text

_ICON_SIZE = 20


class NightCard(Card):
    """Hidden until there was a night."""

    def __init__(self) -> None:
        super().__init__(margin=Space.L, spacing=Space.S)
        self._icon = IconLabel(Icon.CHECK, _ICON_SIZE, Tone.ACCENT)
        self._line = Text("", Role.STRONG, wraps=True)
        self._faults = column(spacing=Space.S)
        head = row(spacing=Space.S)
        head.addWidget(self._icon)
        head.addWidget(self._line, 1)
        self.inside.addLayout(head)
        self.inside.addLayout(self._faults)

    def show_night(self, verdict: Verdict | None, time_of: TimeOf, tender_of: TenderOf, *, is_inside: bool) -> None:
        """This is what the last one has found."""
        self.setVisible(verdict is not None)
        if verdict is None:
            return
        words = night_words(verdict, time_of, tender_of, is_inside=is_inside)
        is_well = not words.faults
        self._icon.set_icon(Icon.CHECK if is_well else Icon.WARN, Tone.ACCENT if is_well else Tone.WARN)
        self._line.setText(words.line)
        clear(self._faults)
        for what, remedy in words.faults:
            told = column(spacing=0)
            told.addWidget(Text(what, Role.LABEL, wraps=True))
            if remedy:
                told.addWidget(Text(remedy, Role.BODY, Tone.SOFT, wraps=True))
            self._faults.addLayout(told)
