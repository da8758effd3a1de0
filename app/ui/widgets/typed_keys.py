"""Tells what a scanner typed into a field, because its burst broke in the middle, from what a person typed there."""

import time
from dataclasses import dataclass

# Keys that the wedge held and then gave back arrive at once; no finger is as quick.
_TOGETHER_S = 0.02
_FRESH_S = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that came together, and what the field held before them."""

    text: str
    before: str


class TypedKeys:
    """The latest run of keys that came together."""

    def __init__(self) -> None:
        self._piece = Piece("", "")
        self._last_s = 0.0

    def note(self, text: str, before: str) -> None:
        """A key has put `text` into a field that held `before`."""
        now = time.monotonic()
        together = self._piece.text and now - self._last_s <= _TOGETHER_S
        self._piece = Piece(self._piece.text + text, self._piece.before) if together else Piece(text, before)
        self._last_s = now

    def forget(self) -> None:
        """The field was changed in some other way."""
        self._piece = Piece("", "")

    def fresh(self) -> Piece | None:
        """The run that came a moment ago."""
        if self._piece.text and time.monotonic() - self._last_s <= _FRESH_S:
            return self._piece
        return None
