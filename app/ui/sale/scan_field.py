"""The scan field: it has the focus, so keys that it does not need work the basket."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent

from app.domain.money import format_milli
from app.ui.sale.typed import read_typed
from app.ui.theme.fonts import text_font
from app.ui.theme.icons import Icon, draw_icon
from app.ui.theme.tokens import Radius, Space, Tone, TypeSize, ground_of, ink_of
from app.ui.widgets.field import TextField, is_plain

_ICON = 24
# What has stood here for so long is marked, so that the next key replaces it instead of joining it.
_RESTS_MS = 6_000


class ScanField(TextField):
    """Takes what is typed or scanned without a wedge; arrows, Delete, + and - go to the basket while it is empty."""

    submitted = Signal(str)
    multiplied = Signal(object)
    stepped = Signal(int)
    more = Signal()
    less = Signal()
    delete_asked = Signal()
    pay_asked = Signal()
    escape_asked = Signal()
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__(size=TypeSize.STRONG)
        self._multiplier = ""
        self.setMinimumHeight(52)
        self.setMaxLength(64)
        self._make_room()
        self.returnPressed.connect(self._submit)
        self.textEdited.connect(self._read_star)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_RESTS_MS)
        self._rest.timeout.connect(self.selectAll)
        self.textEdited.connect(lambda _: self._rest.start())

    def show_multiplier(self, quantity_milli: int | None) -> None:
        """Show how many of the next scan."""
        if quantity_milli is None and not self._multiplier:
            return
        self._multiplier = f"× {format_milli(quantity_milli)}" if quantity_milli is not None else ""
        self._make_room()
        self.update()

    def sizeHint(self) -> QSize:
        """A tall line."""
        return QSize(400, 52)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what the basket needs."""
        if is_plain(event) and (self._moves_in_basket(event.key()) or (not self.text() and self._works_basket(event))):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            return
        if event.matches(QKeySequence.StandardKey.Undo) and not self.text():
            self.undo_asked.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, the scan icon, and the quantity waiting for a scan."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        draw_icon(painter, Icon.SCAN, QRectF(Space.L, middle - _ICON / 2, _ICON, _ICON), ink_of(Tone.SOFT))
        if self._multiplier:
            self._draw_multiplier(painter)

    def _draw_multiplier(self, painter: QPainter) -> None:
        ground, ink = ground_of(Tone.ACCENT)
        place = QRectF(Space.L + _ICON + Space.S, 10, self._multiplier_width(), self.height() - 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, Radius.SMALL, Radius.SMALL)
        painter.setPen(ink)
        painter.setFont(text_font(TypeSize.STRONG, bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._multiplier)

    def _moves_in_basket(self, key: int) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}
        step = steps.get(Qt.Key(key))
        if step is None:
            return False
        self.stepped.emit(step)
        return True

    def _works_basket(self, event: QKeyEvent) -> bool:
        asked = {
            Qt.Key.Key_Delete: self.delete_asked,
            Qt.Key.Key_Plus: self.pay_asked,
            Qt.Key.Key_Right: self.more,
            Qt.Key.Key_Left: self.less,
            Qt.Key.Key_Escape: self.escape_asked,
        }
        if self._multiplier and event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Escape}:
            self.multiplied.emit(None)
            return True
        signal = asked.get(Qt.Key(event.key()))
        if signal is not None:
            signal.emit()
        return signal is not None

    def _read_star(self, text: str) -> None:
        typed = read_typed(text)
        if typed.quantity_milli is not None and not typed.code:
            self.clear()
            self.multiplied.emit(typed.quantity_milli)

    def _submit(self) -> None:
        text = self.text().strip()
        self.clear()
        if text:
            self.submitted.emit(text)

    def _multiplier_width(self) -> int:
        return 2 * Space.M + self.fontMetrics().horizontalAdvance(self._multiplier) if self._multiplier else 0

    def _make_room(self) -> None:
        room = _ICON + Space.S + (self._multiplier_width() + Space.S if self._multiplier else 0)
        self.setTextMargins(room, 0, 0, 0)
