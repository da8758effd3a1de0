"""The status strip at the bottom of the window: always there, each sign clickable, what may have to be done by key."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from app.ui.session import Session
from app.ui.status.till_status import TillStatus
from app.ui.status.words import (
    Sign,
    clock_sign,
    line_sign,
    operator_sign,
    pole_sign,
    printer_sign,
    reader_sign,
    scanner_sign,
    second_copy_sign,
    shift_sign,
    slips_sign,
)
from app.ui.theme.fonts import text_font
from app.ui.theme.icons import Icon, draw_icon
from app.ui.theme.tokens import TARGET, Radius, Space, Tone, TypeSize, current, ground_of, ink_of
from app.ui.widgets.button import CAP_HEIGHT, cap_width, draw_cap
from app.ui.widgets.dialog import open_dialogs
from app.ui.widgets.painted_key import PaintedKey
from app.ui.widgets.panel import column, row, rule
from app.ui.widgets.text import Role, Text

# The others lead where a function key goes as well.
_KEYS = {"line": "Ctrl+O", "printer": "Ctrl+P", "slips": "Ctrl+P", "clock": "Ctrl+T"}
_ICON = 17
_PAD = 8
_TICK_MS = 10_000


class SignKey(PaintedKey):
    """One sign: an icon and a short word; a tinted ground when something is to be done."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._key = ""
        self._sign = Sign(Icon.INFO, "", Tone.PLAIN, "")
        self.setFont(text_font(TypeSize.CAPTION))

    @property
    def sign(self) -> Sign:
        """What it says."""
        return self._sign

    def show_sign(self, sign: Sign) -> None:
        """Say this."""
        self._sign = sign
        self.setText(sign.word)
        self.setAccessibleName(sign.word)
        self.setToolTip(sign.explanation)
        self.updateGeometry()
        self.update()

    def show_key(self, key: str) -> None:
        """Show which key does the same; empty for none."""
        self._key = key
        self.updateGeometry()
        self.update()

    @property
    def key(self) -> str:
        """The key shown."""
        return self._key

    def sizeHint(self) -> QSize:
        """Room for icon, word and key."""
        font = text_font(TypeSize.CAPTION, bold=self._sign.tone is not Tone.PLAIN)
        words = QFontMetrics(font).horizontalAdvance(self._sign.word)
        return QSize(words + _ICON + 6 + 2 * _PAD + 2 + self._key_width(), TARGET)

    def minimumSizeHint(self) -> QSize:
        """The icon alone still tells, with its tool tip."""
        return QSize(TARGET, TARGET)

    def _key_width(self) -> int:
        return cap_width(self._key) + 6 if self._key else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground where needed, icon, word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = ground_of(self._sign.tone)
        plain = self._sign.tone is Tone.PLAIN
        if self._sign.tone is Tone.BAD:
            ground, ink = QColor(current().bad), QColor(current().surface)
        if plain:
            ink = ink_of(Tone.SOFT)
        if not plain or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current().sunken) if plain else ground)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 7, -1, -7), Radius.MEDIUM, Radius.MEDIUM)
        icon = self._sign.icon if plain or self._sign.tone is Tone.ACCENT else Icon.WARN
        draw_icon(painter, icon, QRectF(_PAD, (self.height() - _ICON) / 2, _ICON, _ICON), ink)
        painter.setPen(ink)
        painter.setFont(text_font(TypeSize.CAPTION, bold=not plain))
        left = _PAD + _ICON + 6
        room = self.width() - left - 4 - self._key_width()
        words = QFontMetrics(painter.font()).elidedText(self._sign.word, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if self._key:
            draw_cap(painter, self._key, left + room, (self.height() - CAP_HEIGHT) / 2, ink)


class StatusStrip(QWidget):
    """All signs in a row. `asked(name)` when one is clicked."""

    asked = Signal(str)

    def __init__(self, session: Session, status: TillStatus) -> None:
        super().__init__()
        self._session, self._status = session, status
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._keys: dict[str, SignKey] = {}
        self._build()
        self._bind_keys()
        self._tick()
        self.refresh()
        session.watch(self.refresh)

    def sign(self, name: str) -> Sign:
        """What the sign of that name says."""
        return self._keys[name].sign

    def is_shown(self, name: str) -> bool:
        """Whether the sign of that name has something to say."""
        return not self._keys[name].isHidden()

    def key(self, name: str) -> str:
        """The key shown on the sign of that name."""
        return self._keys[name].key

    def refresh(self) -> None:
        """Say what is now."""
        signs: dict[str, Callable[[], Sign]] = {
            "line": lambda: line_sign(self._status, self._session),
            "printer": lambda: printer_sign(self._status),
            "slips": lambda: slips_sign(self._status),
            "scanner": lambda: scanner_sign(self._status),
            "reader": lambda: reader_sign(self._status),
            "pole": pole_sign,
            "second_copy": lambda: second_copy_sign(self._status),
            "clock": clock_sign,
            "shift": lambda: shift_sign(self._session),
            "operator": lambda: operator_sign(self._session),
        }
        for name, sign in signs.items():
            self._keys[name].show_sign(sign())
        self._keys["slips"].setVisible(self._status.slips_waiting > 0 and not self._status.printer_needs_help)
        self._keys["pole"].setVisible(self._status.pole_is_gone)
        self._keys["second_copy"].setVisible(bool(self._status.second_copy_fault))
        self._keys["clock"].setVisible(self._session.clock_in_doubt)
        self._keys["shift"].setVisible(self._session.operator is not None)
        self._training.setVisible(self._session.is_training)
        self._training.setText(self.tr("TRAINING – nothing counts"))
        self._show_keys()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keys are shown where there is room."""
        super().resizeEvent(event)
        self._show_keys()

    def _show_keys(self) -> None:
        """On all signs, else on those that stand out, head office's first without; words come before any."""
        wanted = {name: key for name, key in _KEYS.items() if name != "printer" or not self.is_shown("slips")}
        standing_out = {name: key for name, key in wanted.items() if self.sign(name).tone is not Tone.PLAIN}
        to_do = {name: key for name, key in standing_out.items() if name != "line"}
        for keys in (wanted, standing_out, to_do, {}):
            for name in _KEYS:
                self._keys[name].show_key(keys.get(name, ""))
            if self._words_width() <= self.width():
                return

    def _words_width(self) -> int:
        parts = [part for part in (*self._keys.values(), self._training, self._time) if not part.isHidden()]
        return sum(part.sizeHint().width() + Space.HAIR for part in parts) + Space.S + Space.M

    def _build(self) -> None:
        outside = column(self, spacing=0)
        outside.addWidget(rule())
        line = row(spacing=Space.HAIR)
        line.setContentsMargins(Space.S, 0, Space.M, 0)
        for name in ("line", "printer", "slips", "scanner", "reader", "pole", "second_copy", "clock"):
            line.addWidget(self._sign_key(name))
        line.addStretch(1)
        self._training = Text("", Role.CAPTION, Tone.WARN)
        line.addWidget(self._training)
        for name in ("shift", "operator"):
            line.addWidget(self._sign_key(name))
        self._time = Text("", Role.LABEL, Tone.SOFT)
        line.addWidget(self._time)
        outside.addLayout(line)

    def _bind_keys(self) -> None:
        for name in ("line", "printer", "clock"):
            shortcut = QShortcut(QKeySequence(_KEYS[name]), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda meant=name: self._press(meant))

    def _press(self, name: str) -> None:
        """As a click would; below a dialog nothing can be clicked either."""
        meant = "slips" if name == "printer" and self.is_shown("slips") else name
        if self.is_shown(meant) and not open_dialogs(self.window()):
            self.asked.emit(meant)

    def _sign_key(self, name: str) -> SignKey:
        key = SignKey(name)
        key.clicked.connect(lambda: self.asked.emit(name))
        self._keys[name] = key
        return key

    def _tick(self) -> None:
        self._show_time()
        timer = QTimer(self)
        timer.timeout.connect(self._show_time)
        timer.start(_TICK_MS)

    def _show_time(self) -> None:
        self._time.setText(self._session.time_of(self._session.clock.now_ms())[11:16])
