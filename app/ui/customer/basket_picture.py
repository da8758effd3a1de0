"""The customer's goods as they are scanned: the latest always in sight, each with its reasons."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.sale.line_text import LineText
from app.ui.theme.fonts import text_font
from app.ui.theme.tokens import Space, Tone, TypeSize, ink_of

_NAME, _SMALL = TypeSize.TITLE, TypeSize.STRONG
_LINE, _REASON = 36, 24
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class BasketPicture(QWidget):
    """Paints as many of the last lines as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[LineText, ...] = ()

    def show_lines(self, lines: tuple[LineText, ...]) -> None:
        """These goods."""
        self._lines = lines
        self.update()

    def lines_in_sight(self) -> tuple[LineText, ...]:
        """The last ones, as many as fit."""
        room, first = float(self.height()), len(self._lines)
        while first and room >= _height(self._lines[first - 1]):
            first -= 1
            room -= _height(self._lines[first])
        return self._lines[first:]

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the top down."""
        painter = QPainter(self)
        top = 0.0
        for line in self.lines_in_sight():
            self._paint(painter, line, top)
            top += _height(line)

    def _paint(self, painter: QPainter, line: LineText, top: float) -> None:
        width = float(self.width())
        font = text_font(_NAME, bold=True)
        price = QFontMetricsF(font).horizontalAdvance(line.net) + Space.L
        count = f"{line.quantity} × " if line.quantity != "1" else ""
        painter.setFont(font)
        painter.setPen(ink_of(Tone.PLAIN))
        painter.drawText(QRectF(0, top, width, _LINE), _RIGHT, line.net)
        name = QFontMetricsF(font).elidedText(f"{count}{line.name}", Qt.TextElideMode.ElideRight, width - price)
        painter.drawText(QRectF(0, top, width - price, _LINE), _LEFT, name)
        small = text_font(_SMALL)
        painter.setFont(small)
        painter.setPen(ink_of(Tone.ACCENT))
        for number, (reason, amount) in enumerate(line.reasons):
            place = QRectF(0, top + _LINE + number * _REASON, width, _REASON)
            room = width - QFontMetricsF(small).horizontalAdvance(amount) - Space.L
            words = QFontMetricsF(small).elidedText(reason, Qt.TextElideMode.ElideRight, room)
            painter.drawText(place, _LEFT, words)
            painter.drawText(place, _RIGHT, amount)


def _height(line: LineText) -> int:
    return _LINE + len(line.reasons) * _REASON + Space.S
