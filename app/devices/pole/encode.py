"""A message as the bytes of a display model: lines cut and filled to its width, Chinese only where it has the font."""

from unicodedata import east_asian_width

from app.devices.pole.profiles import PoleProfile
from app.ports.pole import PoleLine, PoleMessage


def encode(message: PoleMessage, profile: PoleProfile) -> bytes:
    """Everything the display has to be sent for this message."""
    if profile.kind == "digits":
        return _digits(message, profile)
    lines = ((profile.top, message.top), (profile.bottom, message.bottom))
    return b"".join(_command(template, _line(line, profile)) for template, line in lines)


def opening(profile: PoleProfile) -> bytes:
    """What a display is sent when it is taken up: nothing of an earlier program stays on it."""
    return _command(profile.reset) + _command(profile.clear)


def _digits(message: PoleMessage, profile: PoleProfile) -> bytes:
    if not message.digits:
        return _command(profile.clear) + _command(profile.lamps[0])
    # The point is drawn beside its digit and takes no place of its own.
    figures = message.digits[-(profile.columns + 1) :] if "." in message.digits else message.digits[-profile.columns :]
    return _command(profile.top, figures.encode("ascii")) + _command(profile.lamps[message.lamp])


def _line(line: PoleLine, profile: PoleProfile) -> bytes:
    words = line.words if _is_known(line.words, profile.encoding) else line.plain
    room = profile.columns - len(line.figure) - (1 if line.figure else 0)
    text = _cut(words, max(0, room))
    gap = profile.columns - _width(text) - len(line.figure)
    return f"{text}{' ' * gap}{line.figure}".encode(profile.encoding, "replace")


def _is_known(words: str, encoding: str) -> bool:
    # A character of four bytes is in no display's font.
    try:
        return all(len(char.encode(encoding)) <= 2 for char in words)
    except UnicodeEncodeError:
        return False


def _cut(words: str, room: int) -> str:
    while _width(words) > room:
        words = words[:-1]
    return words


def _width(words: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in words)


def _command(template: str, text: bytes = b"") -> bytes:
    before, _, after = template.partition("{}")
    return bytes.fromhex(before) + text + bytes.fromhex(after)
