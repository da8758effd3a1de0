"""Our own line icons, drawn in the colour of the moment."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resources_dir


class Icon(StrEnum):
    """The icons of `resources/icons/`, by file name."""

    BACK = "back"
    BACKSPACE = "backspace"
    BASKET = "basket"
    CAKE = "cake"
    CARD = "card"
    CASH = "cash"
    CHECK = "check"
    CLOCK = "clock"
    CLOSE = "close"
    CLOUD = "cloud"
    CLOUD_OFF = "cloud-off"
    DOWN = "down"
    GAUGE = "gauge"
    HOLD = "hold"
    INBOX = "inbox"
    INFO = "info"
    KEY = "key"
    LOCK = "lock"
    MEMBER = "member"
    NOTE = "note"
    PLUS = "plus"
    PRICE = "price"
    PRINTER = "printer"
    QR = "qr"
    QUANTITY = "quantity"
    REFUND = "refund"
    SCAN = "scan"
    SEARCH = "search"
    SETTINGS = "settings"
    SHIFT = "shift"
    SPARK = "spark"
    TRASH = "trash"
    UP = "up"
    WALLET = "wallet"
    WARN = "warn"


@cache
def _source(icon: Icon) -> str:
    return (resources_dir() / "icons" / f"{icon.value}.svg").read_text(encoding="utf-8")


@cache
def _renderer(icon: Icon, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(icon).replace("currentColor", colour).encode()))


def draw_icon(painter: QPainter, icon: Icon, place: QRectF, colour: QColor) -> None:
    """Draw the icon into `place`."""
    _renderer(icon, colour.name()).render(painter, place)


def icon_pixmap(icon: Icon, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` pixels, sharp at the screen's `ratio`."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, icon, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap
