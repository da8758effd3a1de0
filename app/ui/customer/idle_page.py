"""Nobody is at the counter: the shop's pictures in turn, or its name."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.fonts import text_font
from app.ui.theme.tokens import Space, Tone, TypeSize, ink_of

EACH_MS = 8_000


class IdlePage(QWidget):
    """A picture fills the screen as far as its shape allows; only the one in sight is unpacked."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: Sequence[bytes] = ()
        self._image, self._number = QImage(), 0
        self._name = self._welcome = ""
        self._turn = QTimer(self)
        self._turn.setInterval(EACH_MS)
        self._turn.timeout.connect(self.show_next)

    def show_words(self, shop_name: str, welcome: str) -> None:
        """The shop's name and a word of welcome."""
        self._name, self._welcome = shop_name, welcome
        self.update()

    def show_pictures(self, pictures: Sequence[bytes]) -> None:
        """These in turn; none: the name alone."""
        self._pictures, self._number = pictures, -1
        self.show_next()

    def rest(self, *, rests: bool) -> None:
        """Nothing moves while the page is not in sight."""
        if rests or len(self._pictures) < 2:
            self._turn.stop()
        else:
            self._turn.start()

    def show_next(self) -> None:
        """The next picture."""
        self._image = QImage()
        if self._pictures:
            self._number = (self._number + 1) % len(self._pictures)
            self._image = QImage.fromData(QByteArray(self._pictures[self._number]))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture in the middle, or the words."""
        painter = QPainter(self)
        if self._image.isNull():
            self._paint_words(painter)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)

    def _paint_words(self, painter: QPainter) -> None:
        middle = self.height() / 2
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.setPen(ink_of(Tone.PLAIN))
        painter.setFont(text_font(TypeSize.HERO, bold=True))
        above = QRectF(Space.XL, 0, self.width() - 2 * Space.XL, middle)
        painter.drawText(above, flags | Qt.AlignmentFlag.AlignBottom, self._name)
        painter.setPen(ink_of(Tone.SOFT))
        painter.setFont(text_font(TypeSize.AMOUNT))
        below = QRectF(Space.XL, middle + Space.L, self.width() - 2 * Space.XL, middle - Space.L)
        painter.drawText(below, flags | Qt.AlignmentFlag.AlignTop, self._welcome)
