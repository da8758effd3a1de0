"""A member's surname on a round ground: enough to know at a glance whose profile is open."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.fonts import text_font
from app.ui.theme.tokens import Tone, ground_of

_SIDE = 56


class Portrait(QWidget):
    """The first character of a name."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(_SIDE, _SIDE)

    def set_name(self, name: str) -> None:
        """Show this member."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A disc and a character."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = ground_of(Tone.ACCENT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(ink)
        painter.setFont(text_font(_SIDE * 2 // 5, bold=True))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._name[:1])
