"""An amount to choose, as a large key: what is paid, what it brings, and its function key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui.theme.fonts import text_font
from app.ui.theme.tokens import Radius, Space, Tone, TypeSize, current, ink_of
from app.ui.widgets.button import cap_width, draw_cap

_HEIGHT = 88


class StepTileKey(QAbstractButton):
    """Two lines and a key cap; the chosen one stays marked."""

    def __init__(self, amount: str, gain: str, key: str) -> None:
        super().__init__()
        self._gain, self._key = gain, key
        self.setText(amount)
        self.setAccessibleName(f"{amount} {gain}".strip())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        """A large target."""
        return QSize(150, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, amount, gain, cap."""
        colours, chosen = current(), self.isChecked() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.line_strong), 2 if chosen else 1))
        painter.setBrush(QColor(colours.accent_soft if chosen else colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.MEDIUM, Radius.MEDIUM)
        painter.setPen(ink_of(Tone.PLAIN))
        painter.setFont(text_font(TypeSize.TITLE, bold=True))
        room = self.width() - 2 * Space.M
        top = 14.0 if self._gain else 26.0
        painter.drawText(QRectF(Space.M, top, room, 34), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._gain:
            painter.setPen(ink_of(Tone.ACCENT))
            painter.setFont(text_font(TypeSize.BODY, bold=True))
            painter.drawText(QRectF(Space.M, 50, room, 24), Qt.AlignmentFlag.AlignVCenter, self._gain)
        draw_cap(painter, self._key, self.width() - Space.M - cap_width(self._key), 12, ink_of(Tone.SOFT))
