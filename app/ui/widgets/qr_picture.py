"""A QR code on the screen: black on white in every theme, so that every phone reads it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.widgets.slip_painter import qr_image


class QrPicture(QWidget):
    """Square, as large as its room allows."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side, self._image = side, QImage()
        self.setFixedHeight(side)

    def set_code(self, code: str) -> None:
        """Show this; nothing where it is empty."""
        self._image = qr_image(code) if code else QImage()
        self.setVisible(bool(code))
        self.update()

    def sizeHint(self) -> QSize:
        """As it was made."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White with the code in its middle."""
        side = min(self.width(), self.height())
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.fillRect(place, Qt.GlobalColor.white)
        if not self._image.isNull():
            painter.drawImage(place, self._image)
