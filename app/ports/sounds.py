"""The till's sounds: short, distinct, and never in anybody's way."""

from enum import StrEnum
from typing import Protocol


class Sound(StrEnum):
    """What is to be heard; the files in `resources/sounds` have these names."""

    SCANNED = "scanned"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    PAID = "paid"


class Sounds(Protocol):
    """Plays without waiting; where nothing can be heard nothing happens."""

    def play(self, sound: Sound) -> None:
        """Let this be heard now."""

    def set_loudness(self, loudness: str) -> None:
        """`off`, `quiet` or `loud`."""
