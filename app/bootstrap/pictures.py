"""The shop's pictures for the customer's screen: those of a folder, small enough to be unpacked at a blink."""

import logging
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader

FOLDER = "pictures"
_LARGEST = QSize(1_920, 1_920)
_MOST_PICTURES = 30
_ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".bmp"}

_log = logging.getLogger(__name__)


def shop_pictures(folder: Path) -> tuple[bytes, ...]:
    """The pictures in the order of their names; what is none is left out."""
    if not folder.is_dir():
        return ()
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
    found = (_shrunk(path) for path in files[:_MOST_PICTURES])
    return tuple(picture for picture in found if picture)


def _shrunk(path: Path) -> bytes:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() > _LARGEST.width() or size.height() > _LARGEST.height():
        reader.setScaledSize(size.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        _log.warning("%s is no picture", path.name)
        return b""
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stubs know only bytes for the format, the call takes text.
    image.save(buffer, "PNG" if image.hasAlphaChannel() else "JPG", 90)  # type: ignore[call-overload]
    return bytes(packed.data())
