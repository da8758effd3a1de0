"""A badge: one or two words on a tinted ground, with an icon where the tone alone would say it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import text_font
from app.ui.theme.icons import Icon, draw_icon
from app.ui.theme.tokens import Space, Tone, TypeSize, ground_in, ground_of

_HEIGHT = 26
_ICON = 15


class Badge(QWidget):
    """A short word about something."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN, icon: Icon | None = None) -> None:
        super().__init__()
        self._text, self._tone, self._icon, self._colour = text, tone, icon, ""
        self.setFont(text_font(TypeSize.CAPTION, bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_word(self, text: str, tone: Tone | None = None, icon: Icon | None = None, *, colour: str = "") -> None:
        """Say something else; an empty word hides the badge. `colour` (#rrggbb) is the ground instead of the tone's."""
        self._text, self._tone, self._icon, self._colour = text, tone or self._tone, icon or self._icon, colour
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word."""
        return self._text

    def sizeHint(self) -> QSize:
        """Room for icon and word."""
        icon = _ICON + Space.XS if self._icon else 0
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 2 * 10 + icon, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pill with its word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = ground_in(self._colour) if self._colour else ground_of(self._tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), _HEIGHT / 2, _HEIGHT / 2)
        x = 10.0
        if self._icon:
            draw_icon(painter, self._icon, QRectF(x, (_HEIGHT - _ICON) / 2, _ICON, _ICON), ink)
            x += _ICON + Space.XS
        painter.setPen(ink)
        painter.drawText(QRectF(x, 0, self.width() - x, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, self._text)
