"""Why something is done: one key for the usual reasons, or words of one's own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.ui.theme.tokens import Space
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.field import Labelled, TextField
from app.ui.widgets.panel import column

FIRST_KEY = 5
_COLUMNS = 2


class ReasonField(QWidget):
    """Chips with the usual reasons (F5 and on) above a field. A chip fills the field; typing lets the chip go."""

    picked = Signal()

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__()
        self._chips: list[Button] = []
        self._build_field()
        self._build_chips(reasons)

    def reason(self) -> str:
        """The reason as it stands."""
        return self._field.text().strip()

    def pick(self, index: int) -> bool:
        """Take the usual reason of this number; whether there is one."""
        if not 0 <= index < len(self._chips):
            return False
        self._field.setText(self._chips[index].label())
        self.picked.emit()
        return True

    def set_fault(self, fault: str) -> None:
        """Say that a reason is missing."""
        self._labelled.set_fault(fault)

    def _build_field(self) -> None:
        self._field = TextField(takes_names=True)
        self._field.setMaxLength(60)
        self._labelled = Labelled(self.tr("Reason (stays on record)"), self._field)
        self._field.textChanged.connect(self._show_picked)
        self.setFocusProxy(self._field)

    def _build_chips(self, reasons: Sequence[str]) -> None:
        inside = column(self, spacing=Space.M)
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        for index, reason in enumerate(reasons):
            chip = self._chip(index, reason)
            grid.addWidget(chip, index // _COLUMNS, index % _COLUMNS)
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        inside.addLayout(grid)
        inside.addWidget(self._labelled)

    def _chip(self, index: int, reason: str) -> Button:
        chip = Button(reason, Kind.SECONDARY, key=f"F{FIRST_KEY + index}")
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        chip.clicked.connect(lambda: self.pick(index))
        self._chips.append(chip)
        return chip

    def _show_picked(self, text: str) -> None:
        for chip in self._chips:
            chip.setChecked(chip.label() == text)
        if text.strip():
            self.set_fault("")
