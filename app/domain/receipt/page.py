"""A slip laid out in columns: the one form that screen preview, PDF and printer share."""

import unicodedata
from dataclasses import dataclass
from enum import Enum


class Align(Enum):
    """Where a centred or right-hand element stands on the paper."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text, at most `Page.columns // scale` columns wide (a CJK character is two columns).

    `align` applies to lines shorter than the paper; columns inside a line are already padded with spaces.
    """

    text: str
    align: Align = Align.LEFT
    bold: bool = False
    scale: int = 1


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A horizontal rule over the whole width."""

    char: str = "-"


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code holding `data` as UTF-8, centred."""

    data: str


@dataclass(frozen=True, slots=True)
class Barcode:
    """A Code 128 barcode of printable ASCII `data`, centred, with the text below it."""

    data: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in dots of the printer, centred: rows of whole bytes from the top, a set bit is black."""

    width: int
    height: int
    bits: bytes


@dataclass(frozen=True, slots=True)
class Beep:
    """A sound of the printer's buzzer, where it has one; takes no room."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Blank paper of `lines` lines."""

    lines: int = 1


Element = TextLine | RuleLine | QrCode | Barcode | Picture | Beep | Feed


@dataclass(frozen=True, slots=True)
class Page:
    """A whole slip. `columns` is 32 on 58 mm and 48 on 80 mm paper."""

    columns: int
    elements: tuple[Element, ...]


def display_width(text: str) -> int:
    """Columns that `text` takes on a receipt printer: East-Asian wide and ambiguous characters take two.

    Ambiguous ones (￥ … ×) count double because the GB fonts of receipt printers draw them so.
    """
    return sum(_char_width(char) for char in text)


def clip(text: str, columns: int) -> str:
    """`text` cut so that it takes at most `columns` columns; never half a character."""
    used = 0
    for index, char in enumerate(text):
        used += _char_width(char)
        if used > columns:
            return text[:index]
    return text


def wrap(text: str, columns: int) -> list[str]:
    """`text` broken into lines of at most `columns` columns."""
    lines: list[str] = []
    rest = text
    while rest:
        head = clip(rest, columns) or rest[0]
        if len(head) < len(rest) and " " in head and rest[len(head)] != " " and head[-1].isascii():
            head = head[: head.rindex(" ") + 1]
        lines.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return lines or [""]


def pad(text: str, columns: int, align: Align = Align.LEFT) -> str:
    """`text` clipped and padded with spaces to exactly `columns` columns."""
    kept = clip(text, columns)
    room = columns - display_width(kept)
    if align is Align.RIGHT:
        return " " * room + kept
    if align is Align.CENTRE:
        return " " * (room // 2) + kept + " " * (room - room // 2)
    return kept + " " * room


def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" and not char.isascii() else 1
