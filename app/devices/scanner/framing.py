"""Where one code ends and the next begins in a serial scanner's bytes. Pure; times in milliseconds are passed in."""

from enum import Enum

# Some scanners put STX before the code when ETX follows it; a few pad with NUL.
_PADDING = b"\x00\x02"
# A terminator that never comes must not glue this code to the next customer's.
_FORGOTTEN_MS = 500
# More than any code holds (a QR code has 7 089 digits at most): noise, or a wrong terminator.
_MOST_BYTES = 8_192


class Terminator(Enum):
    """What a scanner sends after each code; with `NONE` a silence ends the code."""

    CR = b"\r"
    LF = b"\n"
    CRLF = b"\r\n"
    TAB = b"\t"
    ETX = b"\x03"
    NONE = b""


class Framer:
    """Collects bytes and hands out whole codes."""

    def __init__(self, terminator: Terminator, gap_ms: int = 60) -> None:
        self._terminator = terminator
        self._patience_ms = gap_ms if terminator is Terminator.NONE else _FORGOTTEN_MS
        self._bytes = bytearray()
        self._last_ms = 0.0

    def feed(self, data: bytes, at_ms: float) -> list[bytes]:
        """The codes that `data` completes."""
        codes = self.silence(at_ms)
        self._bytes += data
        self._last_ms = at_ms
        if self._terminator is Terminator.NONE:
            return self._kept_short(codes)
        *ended, rest = bytes(self._bytes).split(self._terminator.value)
        self._bytes = bytearray(rest)
        return self._kept_short(codes + [code for part in ended if (code := _trim(part))])

    def _kept_short(self, codes: list[bytes]) -> list[bytes]:
        if len(self._bytes) > _MOST_BYTES:
            self._bytes.clear()
        return codes

    def silence(self, at_ms: float) -> list[bytes]:
        """The code that ends because nothing followed it for long enough, if any."""
        if not self._bytes or at_ms - self._last_ms < self._patience_ms:
            return []
        code = _trim(bytes(self._bytes))
        self._bytes.clear()
        return [code] if code else []

    def forget(self) -> None:
        """Drop what has come so far: the line was lost in the middle of a code."""
        self._bytes.clear()


def decode(code: bytes) -> str:
    """UTF-8 if it is that, else GB18030; a stray byte shows as a replacement character rather than stop the scan."""
    try:
        return code.decode("utf-8")
    except UnicodeDecodeError:
        return code.decode("gb18030", errors="replace")


def _trim(code: bytes) -> bytes:
    return code.strip(_PADDING + b"\r\n")
