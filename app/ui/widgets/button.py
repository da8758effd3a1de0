"""The button: its label, its icon, and the key that does the same."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import text_font
from app.ui.theme.icons import Icon, draw_icon
from app.ui.theme.tokens import TARGET, Radius, Space, TypeSize, current
from app.ui.widgets.painted_key import PaintedKey

CAP_HEIGHT = 20


class Kind(Enum):
    """How much a button wants to be pressed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


class Size(Enum):
    """Height, type size and icon size in pixels."""

    NORMAL = (TARGET, TypeSize.BODY, 20)
    LARGE = (56, TypeSize.STRONG, 22)
    HUGE = (76, TypeSize.TITLE, 26)


class Button(PaintedKey):
    """A push button drawn from the tokens. `key` is shown on it and, with `bind_key`, presses it."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.SECONDARY,
        *,
        icon: Icon | None = None,
        key: str = "",
        size: Size = Size.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._key, self._size = kind, icon, key, size
        self.setText(text)
        self.setFont(text_font(size.value[1], bold=kind is Kind.PRIMARY or size is not Size.NORMAL))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(TARGET, size.value[0])
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def key(self) -> str:
        """The key shown on the button."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Look like another kind."""
        self._kind = kind
        self.update()

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def bind_key(self, within: QWidget) -> None:
        """Let the key shown press the button while the focus is `within` that screen or dialog, and nowhere else."""
        shortcut = QShortcut(QKeySequence(self._key), within)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.click)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's spelling
        """Show `text`; `&` is an ampersand here and no mnemonic."""
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def label(self) -> str:
        """The text as shown."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        """Room for icon, label and key cap."""
        height, _, icon_size = self._size.value
        width = 2 * Space.L + self.fontMetrics().horizontalAdvance(self.label())
        if self._icon:
            width += icon_size + (Space.S if self.text() else -Space.S)
        if self._key:
            width += Space.M + cap_width(self._key)
        return QSize(max(width, TARGET), height)

    def minimumSizeHint(self) -> QSize:
        """No smaller than its contents: nothing is cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, focus ring, icon, label, key cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, border, ink = self._colours()
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(border, 1) if border else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)
        if self.hasFocus():
            draw_focus_ring(painter, place, Radius.MEDIUM, on_accent=self._kind in {Kind.PRIMARY, Kind.DANGER})
        self._draw_content(painter, ink)

    def _draw_content(self, painter: QPainter, ink: QColor) -> None:
        icon_size = self._size.value[2]
        label = self.label()
        text_width = self.fontMetrics().horizontalAdvance(label)
        parts = [icon_size] if self._icon else []
        parts += [text_width] if label else []
        parts += [cap_width(self._key)] if self._key else []
        gap = Space.S
        x = (self.width() - sum(parts) - gap * (len(parts) - 1)) / 2
        middle = self.height() / 2
        if self._icon:
            draw_icon(painter, self._icon, QRectF(x, middle - icon_size / 2, icon_size, icon_size), ink)
            x += icon_size + gap
        if label:
            painter.setPen(ink)
            painter.setFont(self.font())
            painter.drawText(QRectF(x, 0, text_width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, label)
            x += text_width + gap
        if self._key:
            draw_cap(painter, self._key, x, middle - CAP_HEIGHT / 2, ink)

    def _colours(self) -> tuple[QColor, QColor | None, QColor]:
        colours = current()
        if not self.isEnabled():
            return QColor(colours.sunken), None, QColor(colours.ink_faint)
        if self._kind is Kind.PRIMARY:
            rests = colours.accent_hover if self.underMouse() else colours.accent
            return QColor(colours.accent_pressed if self.isDown() else rests), None, QColor(colours.on_accent)
        if self._kind is Kind.DANGER:
            ground = QColor(colours.bad)
            return ground.darker(115) if self.isDown() or self.underMouse() else ground, None, QColor(colours.surface)
        pressed = self.isDown() or self.isChecked()
        if pressed:
            return QColor(colours.accent_soft), QColor(colours.accent), QColor(colours.on_accent_soft)
        if self._kind is Kind.QUIET:
            return QColor(colours.sunken) if self.underMouse() else QColor(0, 0, 0, 0), None, QColor(colours.ink_soft)
        ground = QColor(colours.sunken) if self.underMouse() else QColor(colours.surface)
        return ground, QColor(colours.line_strong), QColor(colours.ink)


def cap_font() -> QFont:
    """The small type on a key cap."""
    return text_font(12, bold=True)


def cap_width(key: str) -> int:
    """The width of a key cap."""
    return max(CAP_HEIGHT, QFontMetrics(cap_font()).horizontalAdvance(key) + 10)


def draw_cap(painter: QPainter, key: str, x: float, y: float, ink: QColor) -> None:
    """A key cap: a small frame with the key's name, in the ink of what it lies on."""
    place = QRectF(x + 0.5, y + 0.5, cap_width(key) - 1, CAP_HEIGHT - 1)
    frame = QColor(ink)
    frame.setAlpha(110)
    painter.setPen(QPen(frame, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, Radius.SMALL - 1, Radius.SMALL - 1)
    painter.setPen(ink)
    painter.setFont(cap_font())
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, key)


def draw_focus_ring(painter: QPainter, place: QRectF, radius: float, *, on_accent: bool = False) -> None:
    """Where the keyboard is: a ring inside the edge."""
    colours = current()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.on_accent if on_accent else colours.accent), 2))
    painter.drawRoundedRect(place.adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2)
