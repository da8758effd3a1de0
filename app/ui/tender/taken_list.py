"""What was handed over so far."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.ui.tender.state import TakenTender
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.amount import money
from app.ui.widgets.panel import clear, column, row
from app.ui.widgets.text import ElidedText, Role, Text


class TakenList(QWidget):
    """One row a payment: name, reference, amount."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = column(self, spacing=Space.XS)

    def show_taken(self, taken: Sequence[TakenTender]) -> None:
        """These payments."""
        clear(self._rows)
        for tender in taken:
            self._rows.addWidget(_taken_row(tender))


def _taken_row(tender: TakenTender) -> QWidget:
    holder = QWidget()
    holder.setFixedHeight(32)
    line = row(holder, spacing=Space.M)
    line.addWidget(Text(tender.name, Role.LABEL))
    line.addWidget(ElidedText(tender.reference, Role.CAPTION, Tone.SOFT), 1)
    line.addWidget(Text(money(tender.given_minor), Role.LABEL))
    return holder
