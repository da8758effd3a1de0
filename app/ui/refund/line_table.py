"""The lines of a sold receipt, with how much of each comes back: + and - step, Enter takes the whole line."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.money import format_milli
from app.domain.sale.facts import Refund
from app.domain.sale.refund import Refundable, sold_line
from app.ui.theme.tokens import Tone
from app.ui.widgets.amount import money
from app.ui.widgets.table import Align, Column, Row, Table

_NOTHING = "–"


class RefundLineTable(Table):
    """Rows of one sale. `stepped(line, pieces)` and `toggled(line)` carry the line's number."""

    stepped = Signal(int, int)
    toggled = Signal(int)

    def __init__(self) -> None:
        super().__init__(_columns(), row_height=52)
        self._numbers: tuple[int, ...] = ()
        self.chosen.connect(lambda _: self._toggle())

    def show_sale(self, left: Refundable, picked: dict[int, int], preview: Refund | None) -> None:
        """The lines with what is left of them and what comes back."""
        selected = self.row()
        amounts = {line.number: line.amount_minor for line in preview.lines} if preview else {}
        rows = []
        for line in left.lines:
            sold = sold_line(left.sale, line.number)
            back = picked.get(line.number, 0)
            cells = (
                sold.name,
                money(sold.unit_price_minor),
                format_milli(line.quantity_milli),
                format_milli(back) if back else _NOTHING,
                money(amounts[line.number]) if back else _NOTHING,
            )
            rows.append(Row(cells, Tone.FAINT if not line.quantity_milli else Tone.ACCENT if back else Tone.PLAIN))
        self._numbers = tuple(line.number for line in left.lines)
        self.set_rows(rows, select=min(selected or 0, max(len(rows) - 1, 0)))

    def step_selected(self, pieces: int) -> None:
        """More or less of the selected line."""
        number = self._selected()
        if number is not None:
            self.stepped.emit(number, pieces)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of picking; everything else as in any table."""
        pieces = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        pieces -= 1 if event.key() in {Qt.Key.Key_Minus, Qt.Key.Key_Left} else 0
        if pieces:
            self.step_selected(pieces)
        elif event.key() == Qt.Key.Key_Space:
            self._toggle()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """The titles again."""
        self.set_columns(_columns())

    def _toggle(self) -> None:
        number = self._selected()
        if number is not None:
            self.toggled.emit(number)

    def _selected(self) -> int | None:
        row = self.row()
        return self._numbers[row] if row is not None and row < len(self._numbers) else None


def _columns() -> tuple[Column, ...]:
    return (
        Column(QCoreApplication.translate("RefundLineTable", "Item")),
        Column(QCoreApplication.translate("RefundLineTable", "Price"), 88, Align.RIGHT),
        Column(QCoreApplication.translate("RefundLineTable", "Left"), 80, Align.RIGHT),
        Column(QCoreApplication.translate("RefundLineTable", "Back"), 80, Align.RIGHT, bold=True),
        Column(QCoreApplication.translate("RefundLineTable", "Refund"), 92, Align.RIGHT, bold=True),
    )
