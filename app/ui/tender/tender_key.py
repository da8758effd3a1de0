"""One way to pay as a large key: its name, its function key, and what it can give."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QSizePolicy

from app.domain.programme.model import TenderKind, TenderType
from app.ui.theme.fonts import text_font
from app.ui.theme.icons import Icon, draw_icon
from app.ui.theme.tokens import Radius, Space, Tone, TypeSize, current, ink_of
from app.ui.widgets.button import cap_width, draw_cap
from app.ui.widgets.painted_key import PaintedKey

_HEIGHT = 72
_ICON = 26
_ONE_LINE, _TWO_LINES = 24, 44


def tender_icon(kind: TenderKind) -> Icon:
    """The icon of a tender."""
    if kind.type is TenderType.CASH:
        return Icon.CASH
    if kind.type is TenderType.STORED_VALUE:
        return Icon.WALLET
    return Icon.CARD if "card" in kind.id else Icon.QR


class TenderKey(PaintedKey):
    """Icon, name, a second line, key cap."""

    def __init__(self, kind: TenderKind, key: str) -> None:
        super().__init__()
        self.kind = kind
        self._key, self._detail = key, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def show_words(self, name: str, detail: str) -> None:
        """Its name and what it can give."""
        self.setText(name)
        self._detail = detail
        self.setAccessibleName(f"{name} {detail}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """A large target."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, words, cap."""
        colours = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colours.accent_soft if self.isDown() else colours.sunken if self.underMouse() else colours.surface
        edge = colours.accent if self.isDown() else colours.line_strong
        ink = ink_of(Tone.PLAIN)
        if not self.isEnabled():
            ground, edge, ink = colours.sunken, colours.line, ink_of(Tone.FAINT)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.MEDIUM, Radius.MEDIUM)
        top = 10 if self._key else (self.height() - _ICON) / 2
        draw_icon(painter, tender_icon(self.kind), QRectF(Space.M, top, _ICON, _ICON), ink)
        if self._key:
            middle = Space.M + _ICON / 2
            draw_cap(painter, self._key, middle - cap_width(self._key) / 2, 42, ink_of(Tone.SOFT))
        self._draw_words(painter, ink)

    def _draw_words(self, painter: QPainter, ink: QColor) -> None:
        left = Space.M + _ICON + Space.S
        room = self.width() - left - Space.S
        font, is_one_line = _name_font(self.text(), room)
        painter.setPen(ink)
        painter.setFont(font)
        height = self.height() if not self._detail else _ONE_LINE if is_one_line else _TWO_LINES
        top = 0 if not self._detail else 12 if is_one_line else 4
        painter.drawText(QRectF(left, top, room, height), self.text(), _wrapping())
        if self._detail:
            painter.setPen(ink_of(Tone.SOFT))
            font = text_font(TypeSize.CAPTION)
            painter.setFont(font)
            words = QFontMetrics(font).elidedText(self._detail, Qt.TextElideMode.ElideRight, round(room))
            below = QRectF(left, top + height + 2, room, 20)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)


def _name_font(name: str, room: float) -> tuple[QFont, bool]:
    """The largest font in which the name is one line of `room` pixels; else the smallest, and it takes two."""
    for size in (TypeSize.STRONG, TypeSize.BODY):
        font = text_font(size, bold=True)
        if QFontMetrics(font).horizontalAdvance(name) <= room:
            return font, True
    return text_font(TypeSize.BODY, bold=True), False


def _wrapping() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
