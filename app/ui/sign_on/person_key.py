"""One person to choose: initial, name, role."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from app.domain.staff import Operator
from app.ui.approval.people import role_name
from app.ui.theme.fonts import text_font
from app.ui.theme.tokens import Radius, Space, Tone, TypeSize, current, ink_of
from app.ui.widgets.button import draw_focus_ring
from app.ui.widgets.painted_key import PaintedKey

_HEIGHT = 64
_FACE = 40


class PersonKey(PaintedKey):
    """A row that is checked when this person is chosen."""

    def __init__(self, person: Operator) -> None:
        super().__init__()
        self.person = person
        self.setText(person.name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(person.name)

    def sizeHint(self) -> QSize:
        """A tall row."""
        return QSize(260, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, face, name, role."""
        colours = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        ground = colours.accent_soft if chosen else colours.sunken if self.underMouse() else colours.surface
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.line), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)
        if chosen:
            draw_focus_ring(painter, place.adjusted(-1, -1, 1, 1), Radius.MEDIUM)
        self._draw_face(painter, chosen=chosen)
        left = Space.L + _FACE + Space.M
        painter.setPen(ink_of(Tone.PLAIN))
        painter.setFont(text_font(TypeSize.STRONG, bold=True))
        painter.drawText(QRectF(left, 11, self.width() - left, 24), Qt.AlignmentFlag.AlignVCenter, self.person.name)
        painter.setPen(ink_of(Tone.SOFT))
        painter.setFont(text_font(TypeSize.CAPTION))
        words = role_name(self.person.role)
        painter.drawText(QRectF(left, 35, self.width() - left, 20), Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_face(self, painter: QPainter, *, chosen: bool) -> None:
        colours = current()
        spot = QRectF(Space.L, (self.height() - _FACE) / 2, _FACE, _FACE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if chosen else colours.sunken))
        painter.drawEllipse(spot)
        painter.setPen(QColor(colours.on_accent if chosen else colours.ink_soft))
        painter.setFont(text_font(TypeSize.STRONG, bold=True))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, self.person.name.split()[-1][:1])
