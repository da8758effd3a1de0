"""One subject of the settings: icon and word from the left, its key on the right."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy

from app.ui.theme.icons import Icon, draw_icon
from app.ui.theme.tokens import Space
from app.ui.widgets.button import Button, Kind, Size, cap_width, draw_cap

_ICON = 22
_CAP_HALF = 10


class SubjectButton(Button):
    """Stays pressed while its page is open."""

    def __init__(self, icon: Icon, key: str) -> None:
        super().__init__("", Kind.QUIET, icon=icon, key=key, size=Size.NORMAL)
        self._subject = icon
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _draw_content(self, painter: QPainter, ink: QColor) -> None:
        middle = self.height() / 2
        draw_icon(painter, self._subject, QRectF(Space.M, middle - _ICON / 2, _ICON, _ICON), ink)
        painter.setPen(ink)
        painter.setFont(self.font())
        left = Space.M + _ICON + Space.M
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.label()
        )
        draw_cap(painter, self.key, self.width() - Space.M - cap_width(self.key), middle - _CAP_HALF, ink)
