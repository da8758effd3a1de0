"""Tells what a scanner typed into a field, because its burst broke in the middle, from what a person typed there."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

# Keys that the wedge held and then gave back arrive at once; no finger is as quick.
_TOGETHER_S = 0.02
_FRESH_S = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that came one after the other, and what the field held before them."""

    text: str
    before: str


class TypedKeys:
    """The latest keys, in runs that came together."""

    def __init__(self) -> None:
        self._runs: list[Piece] = []
        self._last_s = 0.0
        self._after = ""

    def note(self, text: str, before: str, after: str) -> None:
        """A key has put `text` into a field that held `before` and holds `after` now."""
        now = time.monotonic()
        since_s, self._last_s = now - self._last_s, now
        if since_s > _FRESH_S or before != self._after:
            self._runs.clear()
        if self._runs and since_s <= _TOGETHER_S:
            text, before = self._runs[-1].text + text, self._runs.pop().before
        self._runs.append(Piece(text, before))
        self._after = after

    def forget(self) -> None:
        """The field was changed in some other way."""
        self._runs.clear()

    def fresh(self) -> Sequence[Piece]:
        """What came a moment ago: the last run, then that with the run before it, and so on."""
        if time.monotonic() - self._last_s > _FRESH_S:
            return ()
        pieces: list[Piece] = []
        text = ""
        for run in reversed(self._runs):
            text = run.text + text
            pieces.append(Piece(text, run.before))
        return pieces
