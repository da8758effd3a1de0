"""The print head: carries out commands one by one and remembers the modes between them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import qrcode  # type: ignore[import-untyped]
from PIL import Image

from app.devices.printer.simulator.bars import BadBarcode, bars, text_of
from app.devices.printer.simulator.slip import FONT_HEIGHT, BlankBand, Glyph, ImageBand, SlipInProgress, TextBand
from app.devices.printer.simulator.tokens import Token

_CELL = 12
_DEFAULT_SPACING = 30
_FIRST_LEAD_BYTE = 0x81
_FOUR_BYTE_TRAILS = range(0x30, 0x3A)
_LEFT, _CENTRE, _RIGHT = 0, 1, 2
_CODE_128 = 73
_GETA = "〓"
_CODE_PAGES = {0: "cp437", 2: "cp850", 16: "cp1252", 19: "cp858"}
_QR_LEVELS = {
    48: qrcode.constants.ERROR_CORRECT_L,
    49: qrcode.constants.ERROR_CORRECT_M,
    50: qrcode.constants.ERROR_CORRECT_Q,
    51: qrcode.constants.ERROR_CORRECT_H,
}
_QR_MODEL_2 = 50


@dataclass(frozen=True, slots=True)
class Modes:
    """What `ESC @` sets back. A printer made for China wakes up in Chinese mode."""

    is_chinese: bool = True
    code_page: int = 0
    align: int = _LEFT
    spacing: int = _DEFAULT_SPACING
    x_scale: int = 1
    y_scale: int = 1
    is_bold: bool = False
    is_underlined: bool = False
    is_reversed: bool = False
    bar_height: int = 162
    bar_width: int = 3
    bar_text: int = 0
    qr_size: int = 3
    qr_level: int = 48
    qr_data: bytes = b""


class PrintHead:
    """Prints onto `slip`; what it cannot make sense of goes to `complain`, and a cut to `on_cut`."""

    def __init__(self, dots: int, encoding: str, complain: Callable[[str], None], on_cut: Callable[[], None]) -> None:
        self.slip = SlipInProgress()
        self._dots = dots
        self._encoding = encoding
        self._complain = complain
        self._on_cut = on_cut
        self._modes = Modes()
        self._line: list[Glyph] = []
        self._lead: int | None = None
        self._commands: dict[str, Callable[[bytes], None]] = {
            "TEXT": self._text,
            "LF": lambda _: self._print_line(),
            "CR": lambda _: None,
            "ESC @": lambda _: self._initialise(),
            "ESC 2": lambda _: self._set(spacing=_DEFAULT_SPACING),
            "ESC 3": lambda data: self._set(spacing=data[0]),
            "ESC E": lambda data: self._set(is_bold=bool(data[0] & 1)),
            "ESC G": lambda data: self._set(is_bold=bool(data[0] & 1)),
            "ESC -": lambda data: self._set(is_underlined=data[0] not in (0, 48)),
            "ESC a": lambda data: self._set(align=data[0] % 48),
            "ESC d": lambda data: self._feed(data[0] * self._modes.spacing),
            "ESC J": lambda data: self._feed(data[0]),
            "ESC t": self._choose_code_page,
            "ESC R": lambda data: self._only(data, {0, 15}, "character set"),
            "ESC M": lambda data: self._only(data, {0, 48}, "font"),
            "ESC p": lambda _: self._kick_drawer(),
            "ESC B": lambda data: self._beep(data[0]),
            "ESC i": lambda _: self._cut(),
            "ESC m": lambda _: self._cut(),
            "FS &": lambda _: self._set(is_chinese=True),
            "FS .": lambda _: self._set(is_chinese=False),
            "GS !": lambda data: self._set(x_scale=(data[0] >> 4 & 7) + 1, y_scale=(data[0] & 7) + 1),
            "GS B": lambda data: self._set(is_reversed=bool(data[0] & 1)),
            "GS h": lambda data: self._set(bar_height=data[0]),
            "GS w": lambda data: self._set(bar_width=data[0]),
            "GS H": lambda data: self._set(bar_text=data[0] % 48),
            "GS f": lambda data: self._only(data, {0, 48}, "barcode font"),
            "GS k": self._barcode,
            "GS (k": self._two_dimensional,
            "GS v0": self._raster,
            "GS V": lambda _: self._cut(),
        }

    def obey(self, token: Token) -> None:
        """Carry out one command."""
        if self._lead is not None and token.name != "TEXT":
            self._complain(f"{token.name} in the middle of a Chinese character")
            self._lead = None
        command = self._commands.get(token.name)
        if command is None:
            self._complain(f"unknown command {token.name} {token.data[:8].hex(' ')}")
            return
        command(token.data)

    def forget_half_character(self) -> None:
        """The line broke between the two bytes of a Chinese character."""
        self._lead = None

    def finish_line(self) -> None:
        """Print what stands in the line, as at the end of a job."""
        if self._line:
            self._print_line()

    def _initialise(self) -> None:
        self._modes = Modes()
        self._line.clear()
        self._lead = None

    def _set(self, **modes: int | bytes) -> None:
        self._modes = replace(self._modes, **modes)  # type: ignore[arg-type]

    def _only(self, data: bytes, known: set[int], what: str) -> None:
        if data[0] not in known:
            self._complain(f"{what} {data[0]} is not simulated")

    def _choose_code_page(self, data: bytes) -> None:
        self._only(data, set(_CODE_PAGES), "code page")
        self._set(code_page=data[0])

    def _text(self, data: bytes) -> None:
        for byte in data:
            if self._lead is not None:
                self._put(self._chinese(self._lead, byte), 2 * _CELL)
                self._lead = None
            elif self._modes.is_chinese and byte >= _FIRST_LEAD_BYTE:
                self._lead = byte
            else:
                self._put(self._latin(byte), _CELL)

    def _chinese(self, lead: int, trail: int) -> str:
        if trail in _FOUR_BYTE_TRAILS:
            self._complain("a four-byte character, which printer fonts do not have")
            return _GETA
        try:
            return bytes([lead, trail]).decode(self._encoding)
        except UnicodeDecodeError:
            self._complain(f"no character {lead:02x} {trail:02x} in {self._encoding}")
            return _GETA

    def _latin(self, byte: int) -> str:
        char = bytes([byte]).decode(_CODE_PAGES.get(self._modes.code_page, "cp437"))
        if not char.isprintable():
            self._complain(f"no character for byte {byte:02x}")
        return char

    def _put(self, char: str, width: int) -> None:
        modes = self._modes
        glyph = Glyph(char, width, modes.x_scale, modes.y_scale, modes.is_bold, modes.is_underlined, modes.is_reversed)
        if sum(other.dots for other in self._line) + glyph.dots > self._dots:
            self._complain(f"the line is too long at {char}")
            self._print_line()
        self._line.append(glyph)

    def _print_line(self) -> None:
        if not self._line:
            self._feed(self._modes.spacing)
            return
        glyphs, self._line = tuple(self._line), []
        tallest = max(glyph.y_scale for glyph in glyphs) * FONT_HEIGHT
        left = self._left_edge(sum(glyph.dots for glyph in glyphs))
        self.slip.bands.append(TextBand(glyphs, left, max(tallest, self._modes.spacing)))

    def _feed(self, height: int) -> None:
        self.finish_line()
        if height:
            self.slip.bands.append(BlankBand(height))

    def _left_edge(self, width: int) -> int:
        return {_CENTRE: (self._dots - width) // 2, _RIGHT: self._dots - width}.get(self._modes.align, 0)

    def _print_image(self, image: Image.Image, what: str) -> None:
        if self._line:
            self._complain(f"{what} in the middle of a line")
            self._print_line()
        if image.width > self._dots:
            self._complain(f"{what} is {image.width} dots wide, the paper {self._dots}")
            return  # as printers do
        self.slip.bands.append(ImageBand(image, self._left_edge(image.width)))

    def _raster(self, data: bytes) -> None:
        mode, x_low, x_high, y_low, y_high = data[:5]
        size = (8 * (x_low + 256 * x_high), y_low + 256 * y_high)
        if mode not in (0, 48):
            self._complain(f"raster mode {mode} is not simulated")
        self._print_image(Image.frombytes("1", size, data[5:]), "an image")

    def _barcode(self, data: bytes) -> None:
        modes = self._modes
        if data[0] != _CODE_128:
            self._complain(f"barcode kind {data[0]} is not simulated")
            return
        try:
            modules, text = bars(data[1:]), text_of(data[1:])
        except BadBarcode as bad:
            self._complain(f"barcode: {bad}")
            return
        row = Image.new("1", (len(modules), 1), 0)
        row.putdata([int(module) for module in modules])
        size = (len(modules) * modes.bar_width, modes.bar_height)
        self._print_image(row.resize(size, Image.Resampling.NEAREST), "a barcode")
        self.slip.barcodes.append(text)
        if modes.bar_text & 2:
            self._line = [Glyph(char, _CELL) for char in text]
            self._print_line()

    def _two_dimensional(self, data: bytes) -> None:
        kind, function, rest = data[0], data[1], data[2:]
        if kind != ord("1"):
            self._complain(f"two-dimensional code {kind} is not simulated")
        elif function == 65:
            self._only(rest, {_QR_MODEL_2}, "QR model")
        elif function == 67:
            self._set(qr_size=rest[0])
        elif function == 69:
            self._set(qr_level=rest[0])
        elif function == 80:
            self._set(qr_data=rest[1:])
        elif function == 81:
            self._print_qr()
        else:
            self._complain(f"QR function {function} is not simulated")

    def _print_qr(self) -> None:
        modes = self._modes
        if not modes.qr_data or modes.qr_level not in _QR_LEVELS:
            self._complain("a QR code without data or level")
            return
        code = qrcode.QRCode(border=0, error_correction=_QR_LEVELS[modes.qr_level])
        code.add_data(modes.qr_data)
        code.make(fit=True)
        rows = code.get_matrix()
        symbol = Image.new("1", (len(rows), len(rows)), 0)
        symbol.putdata([int(dark) for row in rows for dark in row])
        size = len(rows) * modes.qr_size
        self._print_image(symbol.resize((size, size), Image.Resampling.NEAREST), "a QR code")
        self.slip.qr_codes.append(modes.qr_data.decode("utf-8", errors="replace"))

    def _beep(self, times: int) -> None:
        self.slip.beeps += times

    def _kick_drawer(self) -> None:
        self.slip.drawer_kicks += 1

    def _cut(self) -> None:
        self.finish_line()
        self._on_cut()
