"""A laid-out page as ESC/POS bytes.

Chinese goes out as two-byte text inside `FS &` … `FS .`, line by line. A line that the printer's font cannot show is
drawn and sent as an image: a question mark on a receipt is a lie.
"""

import logging
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from app.devices.printer.builder import CommandBuilder, command_builder
from app.devices.printer.code128 import Code128, code128
from app.devices.printer.fonts import FontFace, find_cjk_font
from app.domain.receipt.page import (
    Align,
    Barcode,
    Beep,
    Feed,
    Page,
    Picture,
    QrCode,
    RuleLine,
    TextLine,
    clip,
    display_width,
)
from app.ports.printer import PrinterProfile

if TYPE_CHECKING:
    from PIL import Image

_log = logging.getLogger(__name__)

_INITIALISE = b"\x1b@"
_US_ASCII = b"\x1bR\x00"
_LINE_FEED = b"\n"
_CHINESE_ON, _CHINESE_OFF = b"\x1c&", b"\x1c."
_ALIGN = {Align.LEFT: b"\x1ba\x00", Align.CENTRE: b"\x1ba\x01", Align.RIGHT: b"\x1ba\x02"}
_BOLD = {False: b"\x1bE\x00", True: b"\x1bE\x01"}

_SPACING_DOTS = 30
_NORMAL_SPACING = b"\x1b2"
_CODE_MARGIN = b"\x1bJ\x0c"

_DRAWER_PIN = 2
_BAR_HEIGHT = 64
_BAR_WIDTH = 2
_TEAR_BAR_LINES = 4
# ESC B: three times, 0.2 s each.
_BEEPS = b"\x1bB\x03\x02"
# Dots a module of a QR code by the longest data it suits: a code must fit 384 dots and be read from a bad print.
_QR_SIZES = ((100, 6), (300, 4), (1000, 3))
_QR_LEVEL_M = 1
_QR_MODEL_2 = 2
# The geta mark is what Chinese typesetters put for a character that they lack.
_GETA = "〓"


class EscposSlip:
    """Encodes slips for one printer model; `cache_dir` is the app's own cache folder."""

    def __init__(self, profile: PrinterProfile, cache_dir: Path, face: FontFace | None = None) -> None:
        self._profile = profile
        self._cache_dir = cache_dir
        self._face = face

    def encode(self, page: Page, *, kick_drawer: bool = False) -> bytes:
        """The whole job; the drawer opens before the slip comes out, for the cashier needs it first."""
        writer = self._writer(page.columns)
        writer.initialise()
        if kick_drawer:
            writer.kick_drawer()
        for element in page.elements:
            match element:
                case TextLine():
                    writer.text(element)
                case RuleLine(char):
                    writer.text(TextLine(char * (page.columns // display_width(char))))
                case QrCode(data):
                    writer.qr(data)
                case Barcode(data):
                    writer.barcode(data)
                case Picture():
                    writer.picture(element)
                case Beep():
                    writer.beep()
                case Feed(lines):
                    writer.feed(lines)
        writer.finish()
        return writer.output

    def drawer_kick(self) -> bytes:
        """The pulse alone."""
        writer = self._writer(self._profile.columns)
        writer.kick_drawer()
        return writer.output

    def _writer(self, columns: int) -> "_Writer":
        return _Writer(self._profile, command_builder(self._cache_dir), self._face, columns)


class _Writer:
    """One job in the making; remembers the printer's modes so as to send only what changes."""

    def __init__(self, profile: PrinterProfile, builder: CommandBuilder, face: FontFace | None, columns: int) -> None:
        self._profile = profile
        self._builder = builder
        self._face = face
        self._columns = columns
        self._align = Align.LEFT
        self._bold = False
        self._scale = 1

    @property
    def output(self) -> bytes:
        return self._builder.output

    def initialise(self) -> None:
        # Printers for China wake up in Chinese mode and may draw ¥ for $; a Chinese line switches on what it needs.
        self._send(_INITIALISE + _CHINESE_OFF + _US_ASCII)

    def kick_drawer(self) -> None:
        self._builder.cashdraw(_DRAWER_PIN)

    def text(self, line: TextLine) -> None:
        text = clip(_printable(line.text), self._columns // line.scale)
        line = TextLine(text, line.align, line.bold, line.scale)
        encoded = self._encoded(text)
        if encoded is None:
            face = self._face or find_cjk_font()  # late: most slips never need it
            if face is not None:
                self._image(_drawing().draw_line(line, face, self._columns, self._profile.dots))
                return
            _log.warning("a line has characters that neither the printer nor any font of this machine has")
            encoded = self._with_getas(text)
        self._set_modes(line)
        self._send(encoded + _LINE_FEED)

    def qr(self, data: str) -> None:
        size = next((size for longest, size in _QR_SIZES if len(data.encode()) <= longest), None)
        if size is None or not self._profile.native_qr:
            self._image(_drawing().qr_image(data, self._profile.dots))
            return
        self._set_modes(TextLine("", Align.CENTRE))
        self._send(_CODE_MARGIN)
        self._builder.qr(data, ec=_QR_LEVEL_M, size=size, model=_QR_MODEL_2, native=True)
        self._send(_CODE_MARGIN)

    def barcode(self, data: str) -> None:
        code = code128(data)
        if code.modules * _BAR_WIDTH > self._profile.dots:
            self.qr(data)  # bars that do not fit would not be printed at all
            self.text(TextLine(data, Align.CENTRE))
        elif self._profile.native_barcode:
            self._native_bars(code)
        else:
            self._image(_drawing().bars_image(code.bars, self._profile.dots, _BAR_HEIGHT))
            self.text(TextLine(data, Align.CENTRE))

    def picture(self, picture: Picture) -> None:
        """Centred by white bytes to its left: not every printer moves images as `ESC a` says."""
        row, paper = (picture.width + 7) // 8, self._profile.dots // 8
        if row > paper:
            return
        air = bytes((paper - row) // 2)
        rows = (picture.bits[start : start + row] for start in range(0, row * picture.height, row))
        self._raster(len(air) + row, picture.height, b"".join(air + bits for bits in rows))

    def beep(self) -> None:
        if self._profile.has_buzzer:
            self._send(_BEEPS)

    def feed(self, lines: int) -> None:
        self._send(b"\x1bd" + bytes([min(lines, 255)]))

    def finish(self) -> None:
        self._set_modes(TextLine(""))
        if self._profile.can_cut:
            self._builder.cut(mode="PART", feed=False)
        else:
            self.feed(_TEAR_BAR_LINES)

    def _native_bars(self, code: Code128) -> None:
        self._set_modes(TextLine("", Align.CENTRE))
        self._send(_CODE_MARGIN)
        look = bytes([0x1D, ord("h"), _BAR_HEIGHT, 0x1D, ord("w"), _BAR_WIDTH, 0x1D, ord("f"), 0, 0x1D, ord("H"), 2])
        self._send(look + b"\x1dkI" + bytes([len(code.escpos)]) + code.escpos)

    def _encoded(self, text: str) -> bytes | None:
        """The line as this printer's text, or None if its font lacks a character of it."""
        if text.isascii():
            return text.encode("ascii")
        if self._profile.raster_text:
            return None
        try:
            encoded = text.encode(self._profile.encoding)
        except UnicodeEncodeError:
            return None
        # A character that takes other than its columns is one of GB18030's four-byte ones, which fonts lack.
        return _CHINESE_ON + encoded + _CHINESE_OFF if len(encoded) == display_width(text) else None

    def _with_getas(self, text: str) -> bytes:
        geta = _GETA if self._encoded(_GETA) else "*"
        shown = "".join(char if self._encoded(char) else geta for char in text)
        return self._encoded(shown) or b""

    def _image(self, image: "Image.Image") -> None:
        self._raster(image.width // 8, image.height, image.tobytes())

    def _raster(self, row_bytes: int, height: int, bits: bytes) -> None:
        self._set_modes(TextLine(""))
        size = bytes([row_bytes % 256, row_bytes // 256, height % 256, height // 256])
        self._send(b"\x1dv0\x00" + size + bits)

    def _set_modes(self, line: TextLine) -> None:
        if line.align is not self._align:
            self._align = line.align
            self._send(_ALIGN[line.align])
        if line.bold is not self._bold:
            self._bold = line.bold
            self._send(_BOLD[line.bold])
        if line.scale != self._scale:
            self._scale = line.scale
            self._send(b"\x1d!" + bytes([(line.scale - 1) * 0x11]))
            self._send(_NORMAL_SPACING if line.scale == 1 else b"\x1b3" + bytes([_SPACING_DOTS * line.scale]))

    def _send(self, data: bytes) -> None:
        self._builder._raw(data)


def _drawing() -> ModuleType:
    """`raster`, imported when the first image is drawn: it brings Pillow, which no slip in plain Chinese needs."""
    from app.devices.printer import raster

    return raster


def _printable(text: str) -> str:
    """Control characters as spaces: a product's name must not command the printer."""
    return "".join(char if char.isprintable() else " " for char in text)
