"""A pole display: what the customer reads beside the till without a second screen."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from app.settings import PoleSettings


class Lamp(IntEnum):
    """The lamps of a display of digits, by their number."""

    NONE = 0
    PRICE = 1
    TOTAL = 2
    PAID = 3
    CHANGE = 4


@dataclass(frozen=True, slots=True)
class PoleLine:
    """Words on the left, a figure on the right; `plain` are words for a display without Chinese."""

    words: str = ""
    figure: str = ""
    plain: str = ""


@dataclass(frozen=True, slots=True)
class PoleMessage:
    """Two lines, and for a display of digits the one number with its lamp; no number: it is dark."""

    top: PoleLine = PoleLine()
    bottom: PoleLine = PoleLine()
    digits: str = ""
    lamp: Lamp = Lamp.NONE


class Pole(Protocol):
    """The display; all methods return at once, a thread of its own writes."""

    def use(self, settings: PoleSettings) -> None:
        """This one from now on."""

    def show(self, message: PoleMessage) -> None:
        """Show this, as soon as the display can; only the latest counts."""

    def try_out(self) -> None:
        """Show a test for some seconds, then what is to be seen again."""
