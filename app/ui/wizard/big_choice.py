"""A choice of few with a sentence to each: one below the other, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui.theme.fonts import text_font
from app.ui.theme.tokens import Radius, Space, Tone, TypeSize, current, ink_of
from app.ui.widgets.button import draw_focus_ring
from app.ui.widgets.choice import OneOf
from app.ui.widgets.panel import column

_HEIGHT = 72
_MARK = 20
_LEFT = Space.L + _MARK + Space.M
_ABOUT_TOP = 40


class BigChoice(OneOf):
    """Tall keys, each with a sentence."""

    def __init__(self, values: Sequence[str]) -> None:
        self._keys = {value: _Key() for value in values}
        super().__init__(self._keys, is_upright=True)
        inside = column(self, spacing=Space.S)
        for key in self._keys.values():
            inside.addWidget(key)

    def set_words(self, value: str, title: str, about: str = "") -> None:
        """What a choice is called, and a sentence about it."""
        self._keys[value].set_words(title, about)


class _Key(QAbstractButton):
    """One choice: a mark, its name, a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._about = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, title: str, about: str) -> None:
        """Its words."""
        self._about = about
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(f"{title}. {about}")
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """A tall row."""
        return QSize(320, _HEIGHT if self._about else _HEIGHT - 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long sentence takes a second line."""
        super().resizeEvent(event)
        self._fit()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's spelling
        """The choice decides who is checked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, mark, words."""
        colours, chosen = current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.line), 1))
        painter.setBrush(QColor(colours.accent_soft if chosen else colours.surface))
        painter.drawRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)
        if self.hasFocus():
            draw_focus_ring(painter, place, Radius.MEDIUM)
        self._draw_mark(painter, chosen=chosen)
        self._draw_words(painter)

    def _fit(self) -> None:
        room = QRect(0, 0, max(1, self.width() - _LEFT - Space.M), 1_000)
        metrics = QFontMetrics(text_font(TypeSize.BODY))
        sentence = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._about).height()
        self.setFixedHeight(max(self.sizeHint().height(), _ABOUT_TOP + sentence + 12 if self._about else 0))

    def _draw_mark(self, painter: QPainter, *, chosen: bool) -> None:
        colours = current()
        spot = QRectF(Space.L, (self.height() - _MARK) / 2, _MARK, _MARK)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.line_strong), 2))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(spot)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(spot.adjusted(5, 5, -5, -5))

    def _draw_words(self, painter: QPainter) -> None:
        left = _LEFT
        width = self.width() - left - Space.M
        title = QRectF(left, 12 if self._about else 0, width, 26 if self._about else self.height())
        painter.setPen(ink_of(Tone.PLAIN))
        painter.setFont(text_font(TypeSize.STRONG, bold=True))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self.text().replace("&&", "&"))
        if self._about:
            painter.setPen(ink_of(Tone.SOFT))
            painter.setFont(text_font(TypeSize.BODY))
            place = QRectF(left, _ABOUT_TOP, width, self.height() - _ABOUT_TOP)
            painter.drawText(place, Qt.TextFlag.TextWordWrap, self._about)
