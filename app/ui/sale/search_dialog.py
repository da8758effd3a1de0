"""Search the catalogue by name, pinyin initials or the beginning of the code."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.catalogue import Product
from app.ui.theme.icons import Icon
from app.ui.widgets.amount import figures
from app.ui.widgets.button import Kind
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import TextField
from app.ui.widgets.header import EmptyState
from app.ui.widgets.table import Align, Column, Row, Table

_PAUSE_MS = 120

Search = Callable[[str, Callable[[Sequence[Product]], None]], None]


class SearchDialog(Dialog):
    """Type, arrow down, Enter. `search(text, then)` finds the products."""

    product_chosen = Signal(object)

    def __init__(self, host: QWidget, search: Search) -> None:
        super().__init__(host, "", width=780)
        self._search = search
        self._found: Sequence[Product] = ()
        self._asked = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._build()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move through what was found while the field keeps the focus."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._table.step(step)

    def _build(self) -> None:
        self.set_title(self.tr("Find a product"))
        self._field = TextField(self.tr("Name, pinyin initials or code"), takes_names=True)
        self._field.textChanged.connect(lambda _: self._pause.start())
        columns = [
            Column(self.tr("Name"), bold=True),
            Column(self.tr("Code"), 170),
            Column(self.tr("Member"), 110, Align.RIGHT),
            Column(self.tr("Price"), 110, Align.RIGHT),
        ]
        self._table = Table(columns)
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.setMinimumHeight(330)
        self._table.chosen.connect(self._choose)
        self._empty = EmptyState(Icon.SEARCH, self.tr("Nothing found yet"), self.tr("Fewer letters find more."))
        self._empty.setMinimumHeight(330)
        for part in (self._field, self._table, self._empty):
            self.body.addWidget(part)
        self.add_cancel(self.tr("Back"))
        self.add_main(self.tr("Add"), Kind.PRIMARY).clicked.connect(lambda: self._choose(self._table.row()))
        self.setFocusProxy(self._field)
        self._show(())

    def _look(self) -> None:
        text = self._field.text().strip()
        self._asked = text
        if text:
            self._search(text, lambda found: self._came(text, found))
        else:
            self._show(())

    def _came(self, text: str, found: Sequence[Product]) -> None:
        if self.is_open and text == self._asked:
            self._show(found)

    def _show(self, found: Sequence[Product]) -> None:
        self._found = tuple(found)
        rows = [
            Row(
                (
                    product.name,
                    product.gtin or product.plu,
                    _price(product.member_price_minor),
                    _price(product.price_minor),
                )
            )
            for product in found
        ]
        self._table.set_rows(rows)
        self._table.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _choose(self, row: int | None) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._look()
        elif row is not None and row < len(self._found):
            product = self._found[row]
            self.accept()
            self.product_chosen.emit(product)


def _price(price_minor: int | None) -> str:
    return figures(price_minor) if price_minor is not None else ""
