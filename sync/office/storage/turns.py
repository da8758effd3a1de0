"""Who may write to head office's database next."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_LET_BY_SECONDS = 0.05
_LATELY_SECONDS = 1.0


class Turns:
    """Somebody waits at a till for short work, so an upload lets it by, but not for long.

    Of several places for uploads one stays empty for a while after short work: more of it may come.
    """

    def __init__(self, uploads_at_once: int) -> None:
        self._changed = threading.Condition()
        self._uploads_left, self._short = uploads_at_once, 0
        self._spared, self._last_short = min(1, uploads_at_once - 1), -_LATELY_SECONDS

    def is_short_about(self) -> bool:
        """Whether short work waits or is at it."""
        return self._short > 0

    @contextmanager
    def short(self) -> Iterator[None]:
        """At once; the database may still make it wait for whoever is in there."""
        with self._changed:
            self._short += 1
        try:
            yield
        finally:
            with self._changed:
                self._short -= 1
                self._last_short = time.monotonic()
                self._changed.notify_all()

    @contextmanager
    def upload(self) -> Iterator[None]:
        """When one of the uploads' places is free and no short work is about, or has been for long enough."""
        with self._changed:
            self._changed.wait_for(self._has_place)
            self._uploads_left -= 1
            self._changed.wait_for(lambda: self._short == 0, _LET_BY_SECONDS)
        try:
            yield
        finally:
            with self._changed:
                self._uploads_left += 1
                self._changed.notify_all()

    def _has_place(self) -> bool:
        was_lately = time.monotonic() - self._last_short < _LATELY_SECONDS
        return self._uploads_left > (self._spared if was_lately else 0)
