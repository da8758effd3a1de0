"""What scanners send, as it comes in: the code with its control characters, and what the shop's rules make of it."""

from collections.abc import Sequence

from app.ui.settings.code_words import code_words
from app.ui.settings.page import TitledCard
from app.ui.settings.presenter import Heard
from app.ui.theme.tokens import Tone
from app.ui.widgets.table import Column, Row, Table
from app.ui.widgets.text import Role, Text

_SHOWN = 6
# Two lines of hex on the smallest screen; what tells devices apart stands at the front.
_MOST_HEX = 3 * 64


class HeardCard(TitledCard):
    """Newest on top."""

    def __init__(self) -> None:
        super().__init__()
        self._heard: list[Heard] = []
        self._table = Table(self._columns(), row_height=40)
        self._nothing = Text("", tone=Tone.FAINT)
        self.fields.addWidget(self._nothing)
        self.fields.addWidget(self._table)
        self._bytes = Text("", Role.CAPTION, Tone.SOFT, wraps=True)
        self.fields.addWidget(self._bytes)
        self._fill()

    def show_heard(self, heard: Heard) -> None:
        """One more scan."""
        self._heard = [heard, *self._heard][:_SHOWN]
        self._fill()

    def retranslate(self) -> None:
        """Every text again."""
        self.set_words(
            self.tr("What is heard now"),
            self.tr("Scan or swipe anything: it is shown here and sold nowhere. Bank cards show nothing."),
        )
        self._nothing.setText(self.tr("Nothing heard yet."))
        self._table.set_columns(self._columns())
        self._fill()

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Received"), bold=True),
            Column(self.tr("Meaning"), 200),
            Column(self.tr("From"), 150),
            Column(self.tr("After"), 90),
        )

    def _fill(self) -> None:
        self._table.set_rows([self._row(heard) for heard in self._heard])
        self._table.setVisible(bool(self._heard))
        self._table.setFixedHeight(44 + 40 * len(self._heard))
        self._nothing.setVisible(not self._heard)
        self._show_bytes()

    def _show_bytes(self) -> None:
        sent = self._heard[0].sent if self._heard else ""
        cut = f"{sent[:_MOST_HEX]}…" if len(sent) > _MOST_HEX else sent
        self._bytes.setText(self.tr("The newest, byte by byte (hex): {sent}").format(sent=cut))
        self._bytes.setVisible(bool(sent))

    def _row(self, heard: Heard) -> Row:
        source = self.tr("keyboard") if heard.source == "wedge" else heard.source.removeprefix("serial:")
        gap = "–" if heard.gap_ms is None else self.tr("{ms} ms").format(ms=heard.gap_ms)
        return Row((heard.shown, code_words(heard.code), source, gap))
