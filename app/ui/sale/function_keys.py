"""The bar of function keys at the bottom of the sale."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import text_font
from app.ui.theme.icons import Icon, draw_icon
from app.ui.theme.tokens import Radius, Space, Tone, TypeSize, current, ink_of
from app.ui.widgets.button import cap_width, draw_cap
from app.ui.widgets.painted_key import PaintedKey
from app.ui.widgets.panel import row

_HEIGHT = 64


@dataclass(frozen=True, slots=True)
class KeyFace:
    """One function key: which, how it looks."""

    key: str
    icon: Icon


class FunctionKey(PaintedKey):
    """Icon and key above, the word below."""

    def __init__(self, face: KeyFace, within: QWidget) -> None:
        super().__init__()
        self._face = face
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        shortcut = QShortcut(QKeySequence(face.key), within)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.click)

    def set_word(self, word: str) -> None:
        """What it is called."""
        if word == self.text():
            return
        self.setText(word)
        self.setAccessibleName(f"{word} {self._face.key}")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the word."""
        return QSize(max(72, self.fontMetrics().horizontalAdvance(self.text()) + Space.L), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Still a target."""
        return QSize(64, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, cap, word."""
        colours = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if self.isDown() else colours.sunken))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -3), Radius.MEDIUM, Radius.MEDIUM)
        ink = ink_of(Tone.PLAIN if self.isEnabled() else Tone.FAINT)
        whole = 20 + 6 + cap_width(self._face.key)
        x = (self.width() - whole) / 2
        draw_icon(painter, self._face.icon, QRectF(x, 11, 20, 20), ink)
        draw_cap(painter, self._face.key, x + 26, 11, ink_of(Tone.SOFT))
        painter.setPen(ink)
        painter.setFont(text_font(TypeSize.CAPTION if self._is_tight() else 14))
        painter.drawText(QRectF(0, 35, self.width(), 22), Qt.AlignmentFlag.AlignCenter, self.text())

    def _is_tight(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self.width() - Space.S


class FunctionBar(QWidget):
    """The keys in a row."""

    def __init__(self, faces: Sequence[KeyFace], within: QWidget) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        line = row(self, spacing=0)
        line.setContentsMargins(Space.S, 0, Space.S, 0)
        self._keys = {face.key: FunctionKey(face, within) for face in faces}
        for key in self._keys.values():
            line.addWidget(key)

    def key(self, name: str) -> FunctionKey:
        """The key of that name."""
        return self._keys[name]
