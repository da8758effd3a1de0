"""What a key press could mean to a burst."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.devices.scanner.us_keys import us_text

# Scanners send the separator inside a GS1 code as Ctrl+] and a line feed as Ctrl+J.
_GROUP_SEPARATOR = "\x1d"
_LINE_ENDS = ("\r", "\n")

_MODIFIERS = frozenset(
    key.value
    for key in (
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
    )
)
_END_KEYS = frozenset(key.value for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab))

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier


def is_modifier(event: QKeyEvent) -> bool:
    """Whether the key only changes what others mean; a swipe's `%` comes with Shift around it."""
    return event.key() in _MODIFIERS


def is_end_of_burst(event: QKeyEvent) -> bool:
    """Whether this is Enter or Tab, or a scanner's line feed: a key of its own, Ctrl+J or Ctrl+M."""
    held = event.modifiers()
    if held & (_ALT | _META):
        return False
    if event.key() in _END_KEYS:
        return not held & _CTRL
    return event.text() in _LINE_ENDS


class KeyLayout(Enum):
    """Which keys a scanner presses for a character: those of the system's layout, or always those of a US keyboard."""

    SYSTEM = "system"
    US = "us"


class KeyTexts:
    """From key to character. `platform` is Qt's name of the window system."""

    def __init__(self, layout: KeyLayout, platform: str) -> None:
        self._is_us = layout is KeyLayout.US
        self._first_code = 8 if platform in ("xcb", "wayland") else 0

    def burst_text(self, event: QKeyEvent, *, inside: bool) -> str | None:
        """The character a scanner may have meant, or None for a key that no scanner sends.

        `inside` says that a burst may be under way: only there a control character is a separator and not a shortcut.
        """
        text = self._us(event) or event.text()
        if text == _GROUP_SEPARATOR:
            return text if inside else None
        if len(text) != 1 or not text.isprintable():
            return None
        held = event.modifiers()
        if held & _META or bool(held & _CTRL) != bool(held & _ALT):  # both together are AltGr on Windows
            return None
        return text

    def _us(self, event: QKeyEvent) -> str:
        """What the key says on a US keyboard; nothing where the window system does not tell which key it was."""
        code = event.nativeScanCode()
        if not self._is_us or not code:
            return ""
        held = event.modifiers()
        text = us_text(code - self._first_code, shifted=bool(held & Qt.KeyboardModifier.ShiftModifier))
        return _GROUP_SEPARATOR if text == "]" and held & _CTRL and not held & _ALT else text
