"""A table to choose from: aligned columns, tall rows, arrow keys and Enter."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.theme.fonts import text_font
from app.ui.theme.tokens import Tone, TypeSize, ink_of

AnyIndex = QModelIndex | QPersistentModelIndex


class Align(Enum):
    """Where a column's text stands."""

    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight
    CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `width` 0 = takes the room that is left."""

    title: str
    width: int = 0
    align: Align = Align.LEFT
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of texts; a tone for what is out of the ordinary."""

    cells: tuple[str, ...]
    tone: Tone = Tone.PLAIN


class _Rows(QAbstractTableModel):
    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """How many columns."""
        return len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, alignment, colour and weight of a cell."""
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.rows[index.row()].cells[index.column()]
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(column.align.value | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.ForegroundRole:
                return ink_of(self.rows[index.row()].tone)
            case Qt.ItemDataRole.FontRole:
                return text_font(TypeSize.BODY, bold=column.bold)
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' titles."""
        if way is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(self.columns[section].align.value | Qt.AlignmentFlag.AlignVCenter)
        return None


class Table(QTableView):
    """Rows to choose from. `chosen(row)` on Enter, double click or a touch of the selected row."""

    chosen = Signal(int)
    moved = Signal(int)

    def __init__(self, columns: Sequence[Column], *, row_height: int = 48) -> None:
        super().__init__()
        self._rows = _Rows(columns)
        self.setModel(self._rows)
        self._build_header(row_height)
        self._build_behaviour()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other titles, after the language changed."""
        self._rows.columns = tuple(columns)
        self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def set_rows(self, rows: Sequence[Row], *, select: int | None = 0) -> None:
        """Show these rows and select one of them."""
        self._rows.beginResetModel()
        self._rows.rows = tuple(rows)
        self._rows.endResetModel()
        if select is not None and select < len(rows):
            self.selectRow(select)

    def row(self) -> int | None:
        """The selected row."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def step(self, by: int) -> None:
        """Move the selection, for a field that keeps the focus while arrows are pressed."""
        if not self._rows.rows:
            return
        now = self.row()
        self.selectRow(max(0, min(len(self._rows.rows) - 1, (now if now is not None else -1) + by)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses."""
        row = self.row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row is not None:
            self.chosen.emit(row)
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _build_header(self, row_height: int) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFont(text_font(TypeSize.CAPTION))
        header.setMinimumSectionSize(40)
        for index, column in enumerate(self._rows.columns):
            mode = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(index, mode)
            if column.width:
                header.resizeSection(index, column.width)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)

    def _build_behaviour(self) -> None:
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.moved.emit(now.row()))
