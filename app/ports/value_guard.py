"""Whether head office lets stored value be spent, and how much of a card may lie here: what it said last."""

from typing import Protocol

from app.domain.errors import Why
from app.ports.store import Config


class ValueGuard(Protocol):
    """Asked inside the unit of work that is to spend."""

    def __call__(self, config: Config, now_ms: int) -> Why | None:
        """Why stored value rests at `now_ms` (UTC ms), if it does."""


class ValueCap(Protocol):
    """Asked inside the unit of work that credits value."""

    def __call__(self, config: Config) -> int | None:
        """The most of one unit of a card this till may hold (minor units); None = no limit."""


def no_cap(config: Config) -> int | None:
    """A till that holds all there is."""
    return None


def always_open(config: Config, now_ms: int) -> Why | None:
    """A till without a head office: nobody can fence it."""
    return None
