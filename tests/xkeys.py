"""Key strokes with exact pauses: the X server itself waits between them (XTEST), however busy the machine is."""

import ctypes
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

_LIBRARIES = ("libX11.so.6", "libXtst.so.6")
# The keys of a US keyboard: the code of the first, what they say, and what they say with Shift.
_ROWS = (
    (10, "1234567890-=", "!@#$%^&*()_+"),
    (24, "qwertyuiop[]", "QWERTYUIOP{}"),
    (38, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (51, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (65, " ", ""),
)
_PLAIN = {char: first + place for first, plain, _ in _ROWS for place, char in enumerate(plain)}
_SHIFTED = {char: first + place for first, _, shifted in _ROWS for place, char in enumerate(shifted)}
_SHIFT, _CONTROL, _ENTER = 50, 37, 36
_GROUP_SEPARATOR = "\x1d"
_HELD_MS = 1


def missing_libraries() -> list[str]:
    """Which libraries are not there; empty when keys can be pressed."""
    return [name for name in _LIBRARIES if not _loads(name)]


class Keyboard:
    """One more keyboard at a display, with US keys where US keys lie."""

    def __init__(self, display: str) -> None:
        self._x11, self._xtst = (ctypes.CDLL(name) for name in _LIBRARIES)
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        opened = self._x11.XOpenDisplay(display.encode())
        if not opened:
            raise OSError(f"no display {display}")
        self._display = ctypes.c_void_p(opened)

    def press(self, text: str, gap_ms: int) -> None:
        """Press the keys of `text`, a line end being Enter, `gap_ms` from one to the next. Returns before they came."""
        for char in text:
            self._stroke(char, gap_ms - _HELD_MS)
        self._x11.XFlush(self._display)

    def pause(self, pause_ms: int) -> None:
        """Nothing for so long: a modifier is let go that was not held, since only a key can carry a pause."""
        self._fake(_CONTROL, is_press=False, delay_ms=pause_ms)
        self._x11.XFlush(self._display)

    def wait(self) -> None:
        """Until the server has pressed all of it."""
        self._x11.XSync(self._display, 0)

    def close(self) -> None:
        """Away."""
        self._x11.XCloseDisplay(self._display)

    def _stroke(self, char: str, delay_ms: int) -> None:
        key, held = _key_of(char)
        for modifier in held:
            self._fake(modifier, is_press=True, delay_ms=delay_ms)
            delay_ms = 0
        self._fake(key, is_press=True, delay_ms=delay_ms)
        self._fake(key, is_press=False, delay_ms=_HELD_MS)
        for modifier in held:
            self._fake(modifier, is_press=False, delay_ms=0)

    def _fake(self, key: int, *, is_press: bool, delay_ms: int) -> None:
        self._xtst.XTestFakeKeyEvent(self._display, key, int(is_press), ctypes.c_ulong(delay_ms))


@contextmanager
def keyboard(display: str) -> Iterator[Keyboard]:
    """A keyboard, put away at the end."""
    keys = Keyboard(display)
    try:
        yield keys
    finally:
        keys.wait()
        keys.close()


def _key_of(char: str) -> tuple[int, Iterable[int]]:
    if char in "\r\n":
        return _ENTER, ()
    if char == _GROUP_SEPARATOR:
        return _PLAIN["]"], (_CONTROL,)
    if char in _PLAIN:
        return _PLAIN[char], ()
    return _SHIFTED[char], (_SHIFT,)


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
