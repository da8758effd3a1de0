"""Choose one of several: products and members that fit what was typed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.catalogue import Product
from app.domain.member import Member
from app.services.look_up import Choices
from app.ui.members.words import masked_phone
from app.ui.widgets.amount import money
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.table import Align, Column, Row, Table


class PickDialog(Dialog):
    """One table of what fits; Enter takes the selected row."""

    product_chosen = Signal(object)
    member_chosen = Signal(object)

    def __init__(self, host: QWidget, choices: Choices) -> None:
        super().__init__(host, "", width=680)
        self._things: list[Product | Member] = [*choices.products, *choices.members]
        self._build()

    def _build(self) -> None:
        self.set_title(self.tr("Which one?"))
        columns = [Column(self.tr("Name"), bold=True), Column("", 170), Column("", 110, Align.RIGHT)]
        self._table = Table(columns)
        self._table.horizontalHeader().hide()
        self._table.setMinimumHeight(min(8, max(3, len(self._things))) * 48 + 4)
        self._table.set_rows(self._rows())
        self._table.chosen.connect(self._choose)
        self.body.addWidget(self._table)
        self.add_cancel(self.tr("Back"))
        self.add_main(self.tr("Take it")).clicked.connect(lambda: self._choose(self._table.row()))
        self.setFocusProxy(self._table)

    def _rows(self) -> Sequence[Row]:
        member = self.tr("Member")
        return [
            Row((thing.name, thing.gtin or thing.plu, money(thing.price_minor)))
            if isinstance(thing, Product)
            else Row((thing.name, masked_phone(thing.phone), member))
            for thing in self._things
        ]

    def _choose(self, row: int | None) -> None:
        if row is None:
            return
        thing = self._things[row]
        self.accept()
        if isinstance(thing, Product):
            self.product_chosen.emit(thing)
        else:
            self.member_chosen.emit(thing)
