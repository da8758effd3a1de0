"""Whether head office lets stored value be spent: what it said last, and how long ago."""

from typing import Protocol

from app.domain.errors import Why
from app.ports.store import Config


class ValueGuard(Protocol):
    """Asked inside the unit of work that is to spend."""

    def __call__(self, config: Config, now_ms: int) -> Why | None:
        """Why stored value rests at `now_ms` (UTC ms), if it does."""


def always_open(config: Config, now_ms: int) -> Why | None:
    """A till without a head office: nobody can fence it."""
    return None
