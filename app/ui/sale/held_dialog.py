"""The baskets set aside."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ports.store import HeldBasket
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.header import EmptyState
from app.ui.widgets.table import Align, Column, Row, Table


class HeldDialog(Dialog):
    """Oldest first; Enter takes one up again."""

    chosen = Signal(int)

    def __init__(self, host: QWidget, held: Sequence[HeldBasket], session: Session) -> None:
        super().__init__(host, "", width=620)
        self._held = tuple(held)
        self.set_title(self.tr("Baskets on hold"))
        if held:
            self._build_table(session)
        else:
            empty = EmptyState(
                Icon.HOLD, self.tr("No basket is on hold"), self.tr("F7 with goods in the basket sets it aside.")
            )
            empty.setMinimumHeight(180)
            self.body.addWidget(empty)
        self.add_cancel(self.tr("Back"))
        if held:
            self.add_main(self.tr("Take up")).clicked.connect(lambda: self._choose(self._table.row()))

    def _build_table(self, session: Session) -> None:
        columns = [
            Column(self.tr("No."), 64),
            Column(self.tr("Whose"), bold=True),
            Column(self.tr("Lines"), 90, Align.RIGHT),
            Column(self.tr("Since"), 110, Align.RIGHT),
        ]
        self._table = Table(columns)
        self._table.setMinimumHeight(min(6, max(3, len(self._held))) * 48 + 40)
        self._table.set_rows(
            [
                Row((str(held.id), held.label, str(len(held.content["lines"])), session.time_of(held.held_at)[11:16]))
                for held in self._held
            ]
        )
        self._table.chosen.connect(self._choose)
        self.body.addWidget(self._table)
        self.setFocusProxy(self._table)

    def _choose(self, row: int | None) -> None:
        if row is not None:
            self.accept()
            self.chosen.emit(self._held[row].id)
