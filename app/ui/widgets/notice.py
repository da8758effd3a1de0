"""Notices: what happened and what to do, without a dialog in the way."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.icons import Icon, draw_icon
from app.ui.theme.tokens import Radius, Space, Tone, ground_of
from app.ui.widgets.button import Button
from app.ui.widgets.header import ScreenHeader
from app.ui.widgets.panel import column, row
from app.ui.widgets.text import Role, Text

_ICONS = {Tone.ACCENT: Icon.CHECK, Tone.WARN: Icon.WARN, Tone.BAD: Icon.WARN}
_ICON = 22
STAYS_MS = 6_000
HOLDS_MS = 10_000
_TOP = 10
_WIDEST, _NARROWEST = 640, 280


class _IconSpot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.icon, self.tone = Icon.INFO, Tone.PLAIN
        self.setFixedSize(_ICON, _ICON)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon in the notice's ink."""
        draw_icon(QPainter(self), self.icon, QRectF(self.rect()), ground_of(self.tone)[1])


class NoticeBar(QWidget):
    """A bar with an icon, a sentence and a remedy. A click lets it go."""

    gone = Signal()
    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.PLAIN
        self.said: tuple[str, str, Tone] = ("", "", Tone.PLAIN)
        self.holds = self.takes_esc = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._build()
        self.hide()

    def tell(self, what: str, remedy: str = "", tone: Tone = Tone.PLAIN, *, stays: bool = False) -> None:
        """Say it; it goes by itself after a while unless it `stays`."""
        self._tone = tone
        self.holds = self.takes_esc = False
        self._action.hide()
        self.said = (what, remedy, tone)
        self._spot.icon, self._spot.tone = _ICONS.get(tone, Icon.INFO), tone
        ink = ground_of(tone)[1]
        for label, text in ((self._what, what), (self._remedy, remedy)):
            label.setText(text)
            label.setVisible(bool(text))
            label.setStyleSheet(f"color: {ink.name()}")
        self.setAccessibleName(f"{what} {remedy}".strip())
        self.show()
        self.raise_()
        self.updateGeometry()
        self.update()
        if stays:
            self._timer.stop()
        else:
            self._timer.start(STAYS_MS)

    def hold(self, *, takes_esc: bool = True) -> None:
        """What was said must be seen: it stays a while longer, whatever comes, until it is read.

        Esc says that it is read, and nothing more, unless what was said is what Esc does.
        """
        self.holds, self.takes_esc = True, takes_esc
        self._timer.start(HOLDS_MS)

    def offer(self, word: str, key: str) -> None:
        """A button beside what was said; `acted` when it is pressed. The key is bound by the screen."""
        self._action.setText(word)
        self._action.set_key(key)
        self._action.show()

    def make_way(self) -> None:
        """Something went on: let it go, unless it holds."""
        if not self.holds:
            self.dismiss()

    def text(self) -> str:
        """What it says, empty when it says nothing."""
        return "" if self.isHidden() else self.accessibleName()

    def dismiss(self) -> None:
        """Let it go."""
        self._timer.stop()
        self.holds = self.takes_esc = False
        self.hide()
        self.gone.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Read and done."""
        self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tinted ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = ground_of(self._tone)
        edge = QColor(ink)
        edge.setAlpha(70)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.MEDIUM, Radius.MEDIUM)

    def _build(self) -> None:
        self._spot = _IconSpot()
        self._what = Text("", Role.LABEL, wraps=True)
        self._remedy = Text("", Role.BODY, wraps=True)
        for label in (self._what, self._remedy):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = column(spacing=2)
        words.addWidget(self._what)
        words.addWidget(self._remedy)
        inside = row(self, margin=Space.M, spacing=Space.M)
        inside.addWidget(self._spot, alignment=Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)
        self._action = Button("")
        self._action.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._action.clicked.connect(self.acted)
        self._action.hide()
        inside.addWidget(self._action)


class Toast(NoticeBar):
    """A notice that floats over the head of the window, beside the screen's title, for what any screen has to say."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        host.installEventFilter(self)

    def tell(self, what: str, remedy: str = "", tone: Tone = Tone.PLAIN, *, stays: bool = False) -> None:
        """Say it, floating."""
        super().tell(what, remedy, tone, stays=stays)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.settle()
        return False

    def settle(self) -> None:
        """Find its place, also when another screen has come."""
        room = self._room()
        width = min(_WIDEST, room.width())
        height = max(self.heightForWidth(width), self.sizeHint().height())
        left = (self._host.width() - width) // 2
        self.setGeometry(max(room.left(), min(left, room.right() + 1 - width)), _TOP, width, height)
        self.raise_()

    def _room(self) -> QRect:
        """Between the title and the actions of the screen in front, where it has a head with room."""
        heads = (head.free_room(self._host) for head in self._host.findChildren(ScreenHeader) if head.isVisible())
        whole = QRect(Space.XL, 0, self._host.width() - 2 * Space.XL, 0)
        return next((room for room in heads if room.width() >= _NARROWEST), whole)
