"""A shop that stands alone joins a chain with its history, while its till is closed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from app.ports.set_up import OfficeAddress, Ready, Stuck


class Stage(Enum):
    """How far it is: the shop's own head office hears the last of it, all of it is written down, it is sent."""

    BRINGING = "bringing"
    WRITING = "writing"
    SENDING = "sending"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far; while it is sent also how much of it, in bytes."""

    stage: Stage
    done_bytes: int = 0
    total_bytes: int = 0


class Snag(Enum):
    """Why it did not come to an end, and nothing was changed; what else may be in the way is a `Stuck`."""

    SHIFT_OPEN = "shift_open"
    OFFICE_BEHIND = "office_behind"
    NO_HISTORY = "no_history"
    SOLD_MEANWHILE = "sold_meanwhile"
    GIVEN_UP = "given_up"


class HandsOver(Protocol):
    """Nothing is changed before the chain has everything. Only `hand_over` takes long."""

    def read_code(self, code: str) -> OfficeAddress | None:
        """What a code says; None where it is no whole code."""

    def hand_over(self, code: str, tell: Callable[[Progress], None]) -> Ready | Stuck | Snag:
        """One try; the next goes on where this one was broken off. `tell` is called on the same thread."""

    def give_up(self) -> None:
        """Nobody waits any more: break off at the next chance. From any thread."""
