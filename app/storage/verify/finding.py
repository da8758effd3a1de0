"""What a check sees, and what it says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.domain.errors import BrokenPromiseError
from app.domain.journal import Event, Json

Value = TypeVar("Value")

# What reading a damaged body can raise.
_UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, BrokenPromiseError)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: in which table or file, at which event (0 where at none), and what, in plain words."""

    where: str
    seq: int
    what: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One event with the `pos` of its row; `body` is None where the bytes cannot be read."""

    pos: int
    event: Event
    body: Json | None


class Check(Protocol):
    """One thing to prove. It sees all events in their order, then the end."""

    def see(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong at this event."""

    def finish(self) -> Iterator[Finding]:
        """What is wrong that only shows at the end."""


def read_or_none(read: Callable[[], Value]) -> Value | None:
    """What `read` reads from a body, or None where the body is damaged; the chain check has said so already."""
    try:
        return read()
    except _UNREADABLE:
        return None
