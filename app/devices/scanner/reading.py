"""What a reader sends, brought into the one form in which codes are told apart. Pure.

A raw magstripe reader puts a check character (LRC) behind each track; a chip reader writes a number in the digits and
the order of bytes it was set to. Whatever fails its check comes out as the text of an unreadable card, so that the
cashier is told to try again: a swipe is never dropped, and never taken for another card.

Sources: ISO/IEC 7811-6 annex (LRC and the code of each track), ISO/IEC 14443-3 (chip numbers, their check byte).
"""

from enum import Enum
from functools import reduce
from operator import xor

# The reader's own word for a track it could not read, and a chip number that is none.
UNREADABLE_TRACK = ";E?"
_CHIP = "UID:"
_STARTS = "%;+"
_END = "?"
_SHORTEST_TRACK = 4  # sentinels, one character, the check

_BLANKS = str.maketrans("", "", " :-")
_UID_BYTES = (4, 7, 10)
_WITH_CHECK_BYTE = 5


class Sends(Enum):
    """What a scanner or reader is set to send."""

    CODES = "codes"
    TRACKS_WITH_LRC = "tracks_lrc"
    UID_HEX = "uid_hex"
    UID_HEX_REVERSED = "uid_hex_reversed"
    UID_DECIMAL = "uid_decimal"
    UID_DECIMAL_REVERSED = "uid_decimal_reversed"


def read(text: str, sends: Sends) -> str:
    """`text` as the rest of the till expects it."""
    if sends is Sends.CODES:
        return text
    if sends is Sends.TRACKS_WITH_LRC:
        return _checked_tracks(text)
    uid = _from_hex(text) if sends in (Sends.UID_HEX, Sends.UID_HEX_REVERSED) else _from_decimal(text)
    if sends in (Sends.UID_HEX_REVERSED, Sends.UID_DECIMAL_REVERSED):
        uid = uid[::-1]
    return _CHIP + uid.hex().upper()


def _checked_tracks(text: str) -> str:
    """The tracks without their check characters; one that fails is the reader's word for an unreadable one.

    What does not begin as a swipe comes from a scanner on the same keyboard, and is left alone.
    """
    if text[:1] not in _STARTS:
        return text
    tracks: list[str] = []
    at = 0
    while at < len(text):
        end = text.find(_END, at + 1)
        if text[at] not in _STARTS or end < 0:
            return "".join(tracks) + UNREADABLE_TRACK + text[at:]
        track, check = text[at : end + 1], text[end + 1 : end + 2]
        if len(track) + 1 < _SHORTEST_TRACK or track[1:] == "E?":  # empty or unread: no check follows
            tracks.append(track)
            at = end + 1
        else:
            tracks.append(track if check == _lrc(track) else UNREADABLE_TRACK)
            at = end + 2
    return "".join(tracks)


def _lrc(track: str) -> str:
    """The check character of a track: all of it added up bit by bit, in the track's own code."""
    zero = 0x20 if track[0] == "%" else 0x30
    # `+` is how readers write the start of the third track, which on the stripe is a `;` as well.
    values = [ord(";" if char == "+" else char) - zero for char in track]
    return chr(zero + reduce(xor, values) % 0x40)


def _from_hex(text: str) -> bytes:
    """The bytes of the chip's number; none where the text is no such number, or its check byte is wrong."""
    digits = text.translate(_BLANKS).lower().removeprefix("0x")
    try:
        uid = bytes.fromhex(digits)
    except ValueError:
        return b""
    if len(uid) == _WITH_CHECK_BYTE:
        return uid[:-1] if reduce(xor, uid) == 0 else b""
    return uid if len(uid) in _UID_BYTES else b""


def _from_decimal(text: str) -> bytes:
    digits = text.translate(_BLANKS)
    if not (digits.isascii() and digits.isdecimal()):
        return b""
    number = int(digits)
    # As many bytes as the digits are room for: ten are four bytes, seventeen are seven.
    size = next((size for size in _UID_BYTES if len(digits) <= len(str(256**size - 1))), 0)
    return number.to_bytes(size, "big") if size and number < 256**size else b""
