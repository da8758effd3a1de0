"""The basket as a list: quantity, name with reasons, price; drawn in aligned columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.sale.line_text import LineText
from app.ui.theme.fonts import text_font
from app.ui.theme.icons import Icon, draw_icon
from app.ui.theme.tokens import Space, Tone, TypeSize, current, ink_of

AnyIndex = QModelIndex | QPersistentModelIndex
_ROW = 60
_QUANTITY = 76
_AMOUNT = 116
# Twice what is in sight on a large screen, as plain and as selected.
_MOST_PICTURES = 48
_LINE = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[LineText, ...] = ()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many lines."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, and its words for a screen reader."""
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{line.name} × {line.quantity} {line.net}"
        return None

    def change_to(self, lines: tuple[LineText, ...]) -> None:
        """Show `lines`, telling the view of what is new alone: the 200th scan is to be as quick as the first."""
        old = self.lines
        if [line.line_id for line in lines[: len(old)]] != [line.line_id for line in old]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
            return
        if len(lines) > len(old):
            self.beginInsertRows(QModelIndex(), len(old), len(lines) - 1)
            self.lines = lines
            self.endInsertRows()
        self.lines = lines
        for row, (before, now) in enumerate(zip(old, lines, strict=False)):
            if before != now:
                self.dataChanged.emit(self.index(row), self.index(row))


@dataclass(frozen=True, slots=True)
class _Face:
    """All that a row's picture depends on, but for fonts; `scale` is device pixels to a pixel."""

    line: LineText
    size: tuple[int, int]
    is_selected: bool
    theme: str
    scale: float


class LinePainter(QStyledItemDelegate):
    """Keeps pictures of rows: each new line has Qt paint all rows in sight, of which most are what they were."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures: dict[_Face, QPixmap] = {}

    @property
    def kept(self) -> int:
        """How many pictures there are."""
        return len(self._pictures)

    def forget(self) -> None:
        """Fonts have changed."""
        self._pictures.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Every row is as tall as the next, so that the eye finds its place."""
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """One row."""
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        scale = painter.device().devicePixelRatioF()
        face = _Face(index.data(_LINE), place.size().toTuple(), is_selected, current().name, scale)
        picture = self._pictures.pop(face, None) or self._picture(face)
        self._pictures[face] = picture
        if len(self._pictures) > _MOST_PICTURES:
            del self._pictures[next(iter(self._pictures))]
        painter.drawPixmap(place.topLeft(), picture)

    def _picture(self, face: _Face) -> QPixmap:
        place = QRect(0, 0, *face.size)
        picture = QPixmap(place.size() * face.scale)
        picture.setDevicePixelRatio(face.scale)
        picture.fill(QColor(current().surface))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, place, is_selected=face.is_selected)
        self._quantity(painter, place, face.line)
        self._amount(painter, place, face.line)
        self._words(painter, place, face.line)
        painter.end()
        return picture

    def _ground(self, painter: QPainter, place: QRect, *, is_selected: bool) -> None:
        colours = current()
        if is_selected:
            painter.fillRect(place, QColor(colours.accent_soft))
            painter.fillRect(QRect(place.left(), place.top(), 4, place.height()), QColor(colours.accent))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _quantity(self, painter: QPainter, place: QRect, line: LineText) -> None:
        number, _, unit = line.quantity.partition(" ")
        spot = QRect(place.left() + Space.S, place.top(), _QUANTITY - Space.L, place.height())
        painter.setPen(ink_of(Tone.PLAIN))
        painter.setFont(text_font(TypeSize.STRONG if len(number) < 5 else TypeSize.BODY, bold=True))
        if not unit:
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, number)
            return
        half = place.height() // 2
        painter.drawText(spot.adjusted(0, 6, 0, -half + 2), Qt.AlignmentFlag.AlignCenter, number)
        painter.setPen(ink_of(Tone.FAINT))
        painter.setFont(text_font(TypeSize.CAPTION))
        painter.drawText(spot.adjusted(0, half, 0, -6), Qt.AlignmentFlag.AlignCenter, unit)

    def _amount(self, painter: QPainter, place: QRect, line: LineText) -> None:
        right = place.right() - Space.L
        half = place.height() // 2
        top = place.top() + (7 if line.listed else 0)
        height = half - 4 if line.listed else place.height()
        painter.setFont(text_font(19, bold=True))
        painter.setPen(ink_of(Tone.PLAIN))
        painter.drawText(QRect(right - _AMOUNT, top, _AMOUNT, height), _RIGHT, line.net)
        if line.listed:
            font = text_font(TypeSize.CAPTION)
            font.setStrikeOut(True)
            painter.setFont(font)
            painter.setPen(ink_of(Tone.FAINT))
            painter.drawText(QRect(right - _AMOUNT, place.top() + half, _AMOUNT, half - 6), _RIGHT, line.listed)

    def _words(self, painter: QPainter, place: QRect, line: LineText) -> None:
        left = place.left() + _QUANTITY
        width = place.width() - _QUANTITY - _AMOUNT - Space.L - Space.M
        half = place.height() // 2
        font = text_font(16, bold=True)
        painter.setFont(font)
        painter.setPen(ink_of(Tone.PLAIN))
        name = QFontMetrics(font).elidedText(line.name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, place.top() + 6, width, half - 4), _LEFT, name)
        self._small_print(painter, QRect(left, place.top() + half, width, half - 6), line)

    def _small_print(self, painter: QPainter, place: QRect, line: LineText) -> None:
        painter.setFont(text_font(TypeSize.CAPTION))
        room = _Room(painter, place)
        if line.unit_price:
            room.write(line.unit_price, Tone.FAINT)
        self._reasons(room, line)
        if line.note and room.left > 60:
            room.draw(Icon.NOTE)
            room.write(line.note, Tone.SOFT)

    def _reasons(self, room: "_Room", line: LineText) -> None:
        if not line.reasons:
            return
        amounts = sum(room.width_of(f" {amount}") + Space.M for _, amount in line.reasons)
        most = _most_of_each([room.width_of(name) for name, _ in line.reasons], room.left - amounts)
        for name, amount in line.reasons:
            # An amount is never cut off; a long name gives way.
            shown = name if room.width_of(name) <= most else room.shortened(name, most)
            room.write(f"{shown} {amount}", Tone.ACCENT)


def _most_of_each(widths: Sequence[int], room: int) -> int:
    """How wide one of them may be so that all go into `room`, in pixels; the short ones leave theirs to the long."""
    for place, width in enumerate(sorted(widths)):
        share = room // (len(widths) - place)
        if width > share:
            return share
        room -= width
    return max(widths)


class _Room:
    """The rest of a line that is written from left to right."""

    def __init__(self, painter: QPainter, place: QRect) -> None:
        self._painter, self._place = painter, place
        self._metrics = painter.fontMetrics()
        self._x = place.left()

    @property
    def left(self) -> int:
        """What is left of it."""
        return self._place.right() - self._x

    def width_of(self, text: str) -> int:
        """How wide `text` is."""
        return self._metrics.horizontalAdvance(text)

    def shortened(self, text: str, width: int) -> str:
        """`text` in that width."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))

    def write(self, text: str, tone: Tone) -> None:
        """Write as much as there is room for."""
        shown = self.shortened(text, self.left)
        self._painter.setPen(ink_of(tone))
        self._painter.drawText(QRect(self._x, self._place.top(), self.left, self._place.height()), _LEFT, shown)
        self._x += self.width_of(shown) + Space.M

    def draw(self, icon: Icon) -> None:
        """Draw an icon."""
        draw_icon(self._painter, icon, QRectF(self._x, self._place.center().y() - 7, 15, 15), ink_of(Tone.SOFT))
        self._x += 20


class BasketList(QListView):
    """The lines; a touch selects one."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines()
        self.setModel(self._lines)
        self.painter = LinePainter(self)
        self.setItemDelegate(self.painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.clicked.connect(lambda index: self.picked.emit(self._lines.lines[index.row()].line_id))

    def changeEvent(self, event: QEvent) -> None:
        """Another language has other fonts."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.painter.forget()
        super().changeEvent(event)

    @property
    def lines(self) -> Sequence[LineText]:
        """What is shown."""
        return self._lines.lines

    def show_lines(self, lines: Sequence[LineText], selected: int | None) -> None:
        """Show these lines with that one selected and in sight."""
        self._lines.change_to(tuple(lines))
        row = next((row for row, line in enumerate(lines) if line.line_id == selected), None)
        if row is not None:
            index = self._lines.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Select another line."""
        if not self._lines.lines:
            return
        row = max(0, min(len(self._lines.lines) - 1, self.currentIndex().row() + by))
        self.setCurrentIndex(self._lines.index(row))
        self.picked.emit(self._lines.lines[row].line_id)
