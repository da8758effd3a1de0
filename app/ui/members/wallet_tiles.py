"""What a wallet holds: one tile a unit, split into what this till may use and what lies elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.ledger import POINTS
from app.domain.member import Holding
from app.ui.members.words import unit_name, unit_text
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import Card, clear, row
from app.ui.widgets.text import Role, Text


class WalletTiles(QWidget):
    """The tiles side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = row(self, spacing=Space.M)

    def set_holdings(self, holdings: Sequence[Holding]) -> None:
        """Show these; an empty wallet says so."""
        clear(self._inside)
        for holding in holdings:
            self._inside.addWidget(self._tile(holding), 1)
        if not holdings:
            self._inside.addWidget(Text(self.tr("The wallet is empty."), tone=Tone.FAINT))

    def _tile(self, holding: Holding) -> Card:
        card = Card(margin=Space.M, spacing=Space.XS)
        head = row(spacing=Space.S)
        head.addWidget(IconLabel(Icon.SPARK if holding.unit == POINTS else Icon.WALLET, 18, Tone.FAINT))
        head.addWidget(Text(unit_name(holding.unit), Role.CAPTION, Tone.SOFT), 1)
        card.inside.addLayout(head)
        total = Text(unit_text(holding.unit, holding.total), Role.TITLE)
        total.setMinimumHeight(TypeSize.AMOUNT)
        card.inside.addWidget(total)
        here = unit_text(holding.unit, holding.usable_here)
        card.inside.addLayout(_split(self.tr("Usable here"), here, Tone.ACCENT))
        elsewhere = unit_text(holding.unit, holding.elsewhere)
        card.inside.addLayout(_split(self.tr("Elsewhere"), elsewhere, Tone.SOFT if holding.elsewhere else Tone.FAINT))
        return card


def _split(caption: str, figure: str, tone: Tone) -> QHBoxLayout:
    line = row(spacing=Space.S)
    line.addWidget(Text(caption, Role.CAPTION, Tone.SOFT))
    value = Text(figure, Role.LABEL, tone)
    value.setAlignment(Qt.AlignmentFlag.AlignRight)
    value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    line.addWidget(value)
    return line
