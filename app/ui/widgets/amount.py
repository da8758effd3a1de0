"""Money, big and in columns."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.money import format_minor
from app.ui.theme.fonts import text_font
from app.ui.theme.tokens import Tone, TypeSize, ink_of

CURRENCY_SIGN = "¥"
# As wide as a figure and as high as the plus, unlike the hyphen.
MINUS = "−"


def money(amount_minor: int) -> str:
    """An amount as screens show it: `¥1,234.50`, `−¥8.00`."""
    sign = MINUS if amount_minor < 0 else ""
    return f"{sign}{CURRENCY_SIGN}{format_minor(abs(amount_minor), grouping=True)}"


def figures(amount_minor: int) -> str:
    """An amount in a column of amounts, without the currency: `1,234.50`, `−8.00`."""
    sign = MINUS if amount_minor < 0 else ""
    return f"{sign}{format_minor(abs(amount_minor), grouping=True)}"


class AmountLabel(QWidget):
    """An amount with a small currency sign; shrinks its type rather than cut a figure off."""

    def __init__(
        self,
        size: int = TypeSize.AMOUNT,
        tone: Tone = Tone.PLAIN,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
    ) -> None:
        super().__init__()
        self._size, self._tone, self._align = size, tone, align
        self._amount_minor = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def amount_minor(self) -> int:
        """What is shown."""
        return self._amount_minor

    def set_minor(self, amount_minor: int) -> None:
        """Show this amount."""
        if amount_minor == self._amount_minor and self.accessibleName():
            return
        self._amount_minor = amount_minor
        self.setAccessibleName(money(amount_minor))
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        if tone is not self._tone:
            self._tone = tone
            self.update()

    def sizeHint(self) -> QSize:
        """The amount at full size."""
        return QSize(self._width(self._size), round(self._size * 1.3))

    def minimumSizeHint(self) -> QSize:
        """Half size still reads."""
        return QSize(self._width(self._size // 2), round(self._size * 1.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign small and raised to the figures' height, then the figures."""
        painter = QPainter(self)
        painter.setPen(ink_of(self._tone))
        size = self._size
        while size > 14 and self._width(size) > self.width():
            size -= 2
        sign_font, figure_font = text_font(round(size * 0.55), bold=True), text_font(size, bold=True)
        sign, figures = self._parts()
        sign_width = QFontMetrics(sign_font).horizontalAdvance(sign) + size // 10
        whole = self._width(size)
        x = 0 if self._align is Qt.AlignmentFlag.AlignLeft else self.width() - whole
        if self._align is Qt.AlignmentFlag.AlignCenter:
            x = (self.width() - whole) // 2
        metrics = QFontMetrics(figure_font)
        line = round((self.height() + metrics.capHeight()) / 2)
        painter.setFont(sign_font)
        painter.drawText(round(x), line, sign)
        painter.setFont(figure_font)
        painter.drawText(round(x + sign_width), line, figures)

    def _parts(self) -> tuple[str, str]:
        sign = (MINUS if self._amount_minor < 0 else "") + CURRENCY_SIGN
        return sign, format_minor(abs(self._amount_minor), grouping=True)

    def _width(self, size: int) -> int:
        sign, figures = self._parts()
        small, large = QFontMetrics(text_font(round(size * 0.55), bold=True)), QFontMetrics(text_font(size, bold=True))
        return small.horizontalAdvance(sign) + size // 10 + large.horizontalAdvance(figures) + 2
