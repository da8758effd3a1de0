"""What a key press could mean to a burst."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

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


def burst_text(event: QKeyEvent, *, inside: bool) -> str | None:
    """The character a scanner may have meant, or None for a key that no scanner sends.

    `inside` says that a burst may be under way: only there a control character is a separator and not a shortcut.
    """
    text = event.text()
    if text == _GROUP_SEPARATOR:
        return text if inside else None
    if len(text) != 1 or not text.isprintable():
        return None
    held = event.modifiers()
    if held & _META or bool(held & _CTRL) != bool(held & _ALT):  # both together are AltGr on Windows
        return None
    return text
