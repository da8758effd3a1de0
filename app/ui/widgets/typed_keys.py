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

    def note(self, text: str, before: str) -> None:
        """A key has put `text` into a field that held `before`."""
        now = time.monotonic()
        since_s, self._last_s = now - self._last_s, now
        if self._runs and since_s <= _TOGETHER_S:
            run = self._runs[-1]
            self._runs[-1] = Piece(run.text + text, run.before)
            return
        if since_s > _FRESH_S:
            self._runs.clear()
        self._runs.append(Piece(text, before))

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
