"""ESC/POS bytes cut into commands, by length alone; what they mean is `head`'s business."""

from collections.abc import Generator
from dataclasses import dataclass

_ESC, _FS, _GS, _DLE, _NUL = 0x1B, 0x1C, 0x1D, 0x10, 0x00
_FIRST_TEXT_BYTE = 0x20

# How many parameter bytes follow each two-byte command.
_FIXED = {
    _ESC: {
        "@": 0, "2": 0, "i": 0, "m": 0, "!": 1, "-": 1, "3": 1, "E": 1, "G": 1, "J": 1, "M": 1, "R": 1, "a": 1,
        "d": 1, "t": 1, " ": 1, "{": 1, "p": 3, "B": 2,
    },
    _GS: {"!": 1, "B": 1, "H": 1, "f": 1, "h": 1, "w": 1, "r": 1, "a": 1, "I": 1, "L": 2, "W": 2, "P": 2},
    _FS: {"&": 0, ".": 0, "!": 1, "-": 1, "S": 2, "W": 1},
    _DLE: {"\x04": 1, "\x05": 1, "\x14": 3},
}  # fmt: skip
_PREFIXES = {_ESC: "ESC", _GS: "GS", _FS: "FS", _DLE: "DLE"}
_ALONE = {0x09: "HT", 0x0A: "LF", 0x0D: "CR"}
_NAMES = {"\x04": "EOT", "\x05": "ENQ", "\x14": "DC4", " ": "SP"}

_CUT_WITH_FEED = (65, 66)
_LAST_NUL_ENDED_BARCODE = 6


@dataclass(frozen=True, slots=True)
class Token:
    """One command with its parameters, a run of text (`TEXT`), or a byte that begins no known command (`UNKNOWN`)."""

    name: str
    data: bytes = b""


_Reader = Generator[int, bytes, Token]


class Tokeniser:
    """Takes bytes as they come, however cut, and hands out whole commands."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._reader: _Reader | None = None
        self._needed = 0

    @property
    def is_between_commands(self) -> bool:
        """Whether no command is half read."""
        return self._reader is None and not self._bytes

    def feed(self, data: bytes) -> list[Token]:
        """The commands that `data` completes."""
        self._bytes += data
        tokens: list[Token] = []
        while self._bytes:
            token = self._continue() if self._reader else self._begin()
            if token is not None:
                tokens.append(token)
            elif self._reader and len(self._bytes) < self._needed:
                break
        return tokens

    def forget(self) -> None:
        """Drop a command that was cut short with its line."""
        self._bytes.clear()
        self._reader = None

    def _begin(self) -> Token | None:
        if self._bytes[0] >= _FIRST_TEXT_BYTE:
            return self._text_run()
        self._reader = _read_command()
        self._needed = next(self._reader)
        return None

    def _text_run(self) -> Token:
        end = next((i for i, byte in enumerate(self._bytes) if byte < _FIRST_TEXT_BYTE), len(self._bytes))
        return Token("TEXT", self._take(end))

    def _continue(self) -> Token | None:
        assert self._reader is not None
        if len(self._bytes) < self._needed:
            return None
        try:
            self._needed = self._reader.send(self._take(self._needed))
        except StopIteration as done:
            self._reader = None
            token: Token = done.value
            return token
        return None

    def _take(self, count: int) -> bytes:
        taken = bytes(self._bytes[:count])
        del self._bytes[:count]
        return taken


def _read_command() -> _Reader:
    """A conversation: yields how many bytes it needs next and is sent them."""
    lead = (yield 1)[0]
    if lead in _ALONE:
        return Token(_ALONE[lead])
    if lead not in _FIXED:
        return Token("UNKNOWN", bytes([lead]))
    letter = chr((yield 1)[0])
    name = f"{_PREFIXES[lead]} {_NAMES.get(letter, letter)}"
    if letter in _FIXED[lead]:
        count = _FIXED[lead][letter]
        return Token(name, (yield count) if count else b"")
    if lead == _GS and letter in _VARIABLE:
        return (yield from _VARIABLE[letter](name))
    return Token("UNKNOWN", bytes([lead, ord(letter)]))


def _read_cut(name: str) -> _Reader:
    mode = yield 1
    return Token(name, mode + (yield 1) if mode[0] in _CUT_WITH_FEED else mode)


def _read_barcode(name: str) -> _Reader:
    kind = yield 1
    if kind[0] > _LAST_NUL_ENDED_BARCODE:
        count = (yield 1)[0]
        return Token(name, kind + ((yield count) if count else b""))
    data = bytearray()
    while (byte := (yield 1)[0]) != _NUL:
        data.append(byte)
    return Token(name, kind + bytes(data))


def _read_function(name: str) -> _Reader:
    letter = yield 1
    low, high = yield 2
    count = low + 256 * high
    return Token(name + letter.decode("latin-1"), (yield count) if count else b"")


def _read_raster(name: str) -> _Reader:
    header = yield 6  # '0' m xL xH yL yH
    _, _, x_low, x_high, y_low, y_high = header
    count = (x_low + 256 * x_high) * (y_low + 256 * y_high)
    return Token(name + chr(header[0]), header[1:] + ((yield count) if count else b""))


_VARIABLE = {"V": _read_cut, "k": _read_barcode, "(": _read_function, "v": _read_raster}
