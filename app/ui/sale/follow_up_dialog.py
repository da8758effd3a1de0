"""What the member is to be asked now: choose one, write what they said, tick it off."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.member import DueFollowUp
from app.ui.sale.member_summary import follow_up_name
from app.ui.session import Session
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import TextField
from app.ui.widgets.table import Align, Column, Row, Table
from app.ui.widgets.text import Role, Text

_MOST_ROWS = 5
_LONGEST_NOTE = 200


class FollowUpDialog(Dialog):
    """`decided(follow_up, note)` when it is ticked off; the arrows choose while one types."""

    decided = Signal(object, str)

    def __init__(self, host: QWidget, name: str, due: Sequence[DueFollowUp], session: Session) -> None:
        super().__init__(host, "", width=680)
        self._due = tuple(due)
        self.set_title(self.tr("Ask {name}").format(name=name))
        self.set_intro(self.tr("What was said stays on record with your name."))
        self._table = Table(
            (Column(self.tr("About"), bold=True), Column("", 200), Column(self.tr("Due since"), 120, Align.RIGHT))
        )
        self._table.set_rows([Row((follow_up_name(each, session), each.about, each.due_on)) for each in due], select=0)
        self._table.setFixedHeight((min(_MOST_ROWS, len(self._due)) + 1) * 48 + 4)
        self._note = TextField(takes_names=True)
        self._note.setMaxLength(_LONGEST_NOTE)
        self._note.setPlaceholderText(self.tr("What the member said"))
        self.body.addWidget(self._table)
        self.body.addWidget(Text(self.tr("Note"), Role.LABEL))
        self.body.addWidget(self._note)
        self.add_cancel(self.tr("Later"))
        self.add_main(self.tr("Asked, tick off")).clicked.connect(self._decide)
        self.setFocusProxy(self._note)

    def _decide(self) -> None:
        row = self._table.row()
        if row is not None and row < len(self._due):
            self.accept()
            self.decided.emit(self._due[row], self._note.text())
