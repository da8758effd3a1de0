"""The basket as a list: quantity, name with reasons, price; drawn in aligned columns."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
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
_MOST_TEXTS = 256
_NEW_LOOKS = frozenset(
    {QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange}
)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Lines(QStringListModel):
    """The lines, and for Qt the words that a screen reader says: it asks for rows so often that Python is too slow.

    `lines` is what is shown; `latest` what will be in the next turn of the event loop.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[LineText, ...] = ()
        self.latest: tuple[LineText, ...] = ()
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._show_changed)

    def change_to(self, lines: tuple[LineText, ...]) -> None:
        """Show `lines`: what was scanned is painted first, and after it what it did to the others' prices."""
        old, self.latest = self.lines, lines
        if [line.line_id for line in lines[: len(old)]] != [line.line_id for line in old]:
            self.lines = lines
            self.setStringList([_spoken(line) for line in lines])
        elif len(lines) > len(old):
            new = lines[len(old) :]
            self.lines = (*old, *new)
            self.insertRows(len(old), len(new))
            for row, line in enumerate(new, len(old)):
                self.setData(self.index(row), _spoken(line))
            self._next_turn.start()
        else:
            self._show_changed()

    def _show_changed(self) -> None:
        old, self.lines = self.lines, self.latest
        for row, (before, now) in enumerate(zip(old, self.latest, strict=True)):
            if before != now:
                index = self.index(row)
                self.setData(index, _spoken(now))
                self.dataChanged.emit(index, index)


def _spoken(line: LineText) -> str:
    return f"{line.name} × {line.quantity} {line.net}"


class _Type:
    """One font, and how wide texts are in it: the same few prices and offers come again and again."""

    def __init__(self, size: int, *, bold: bool = False) -> None:
        self.font = text_font(size, bold=bold)
        self._metrics = QFontMetrics(self.font)
        self.width_of = lru_cache(_MOST_TEXTS)(self._metrics.horizontalAdvance)

    def fitted(self, text: str, width: int) -> str:
        """`text`, shortened where it is wider than `width`."""
        if self.width_of(text) <= width:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))


class _Face(NamedTuple):
    """All that a row's picture depends on, but for fonts and theme; `scale` is device pixels to a pixel."""

    line: LineText
    is_selected: bool
    width: int
    height: int
    scale: float


class LinePainter(QStyledItemDelegate):
    """Keeps pictures of rows: each new line has Qt paint all rows in sight, of which most are what they were."""

    def __init__(self, parent: QWidget, lines: _Lines) -> None:
        super().__init__(parent)
        self._lines = lines
        self._pictures: dict[_Face, QPixmap] = {}
        self._name_type, self._net_type = _Type(16, bold=True), _Type(19, bold=True)
        self._small_type = _Type(TypeSize.CAPTION)

    @property
    def kept(self) -> int:
        """How many pictures there are."""
        return len(self._pictures)

    def forget(self) -> None:
        """Fonts or colours have changed."""
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
        face = _Face(self._lines.lines[index.row()], is_selected, place.width(), place.height(), scale)
        picture = self._pictures.pop(face, None) or self._picture(face)
        self._pictures[face] = picture
        if len(self._pictures) > _MOST_PICTURES:
            del self._pictures[next(iter(self._pictures))]
        painter.drawPixmap(place.topLeft(), picture)

    def _picture(self, face: _Face) -> QPixmap:
        place = QRect(0, 0, face.width, face.height)
        picture = QPixmap(place.size() * face.scale)
        picture.setDevicePixelRatio(face.scale)
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
        painter.fillRect(place, QColor(colours.accent_soft if is_selected else colours.surface))
        painter.fillRect(0, place.bottom(), place.width(), 1, QColor(colours.line))
        if is_selected:
            painter.fillRect(0, 0, 4, place.height(), QColor(colours.accent))

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
        painter.setFont(self._net_type.font)
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
        painter.setFont(self._name_type.font)
        painter.setPen(ink_of(Tone.PLAIN))
        name = self._name_type.fitted(line.name, width)
        painter.drawText(QRect(left, place.top() + 6, width, half - 4), _LEFT, name)
        self._small_print(painter, QRect(left, place.top() + half, width, half - 6), line)

    def _small_print(self, painter: QPainter, place: QRect, line: LineText) -> None:
        room = _Room(painter, place, self._small_type)
        if line.unit_price:
            room.write(line.unit_price, Tone.FAINT)
        if line.reasons:
            self._reasons(room, line.reasons)
        if line.note and room.left > 60:
            room.draw(Icon.NOTE)
            room.write(line.note, Tone.SOFT)

    def _reasons(self, room: "_Room", reasons: Sequence[tuple[str, str]]) -> None:
        width_of = self._small_type.width_of
        amounts = sum(width_of(f" {amount}") + Space.M for _, amount in reasons)
        most = _most_of_each([width_of(name) for name, _ in reasons], room.left - amounts)
        for name, amount in reasons:
            # An amount is never cut off; a long name gives way.
            room.write(f"{self._small_type.fitted(name, most)} {amount}", Tone.ACCENT)


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

    def __init__(self, painter: QPainter, place: QRect, letters: _Type) -> None:
        self._painter, self._place, self._letters = painter, place, letters
        self._x = place.left()
        painter.setFont(letters.font)

    @property
    def left(self) -> int:
        """What is left of it."""
        return self._place.right() - self._x

    def write(self, text: str, tone: Tone) -> None:
        """Write as much as there is room for."""
        shown = self._letters.fitted(text, self.left)
        self._painter.setPen(ink_of(tone))
        self._painter.drawText(QRect(self._x, self._place.top(), self.left, self._place.height()), _LEFT, shown)
        self._x += self._letters.width_of(shown) + Space.M

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
        self.painter = LinePainter(self, self._lines)
        self.setItemDelegate(self.painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda index: self.picked.emit(self._lines.lines[index.row()].line_id))

    def changeEvent(self, event: QEvent) -> None:
        """Another language has other fonts, another theme other colours."""
        if event.type() in _NEW_LOOKS:
            self.painter.forget()
        super().changeEvent(event)

    @property
    def lines(self) -> Sequence[LineText]:
        """What is to be seen now, or in a moment."""
        return self._lines.latest

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
