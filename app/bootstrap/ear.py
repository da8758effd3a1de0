"""Hears at once that head office has news for this till, as a RECALL; it waits on a line of its own, and that is all.

The sync thread has one request at a time, and a customer's must not stand behind one that waits: hence a thread more.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import Protocol

from sync.client.office import OfficeError
from sync.protocol.messages import Listen, News

WAIT_MS = 20_000
# An answer sooner than this without news is of a head office that does not wait: not asked again before the next HELLO.
_TOO_SOON_SECONDS = 1.0

_log = logging.getLogger(__name__)


class Listener(Protocol):
    """A line to head office."""

    def listen(self, message: Listen) -> News:
        """Wait for news; OfficeError where there is no answer."""

    def close(self) -> None:
        """Let go of it."""


class Ear:
    """`news` is called on this thread; then nothing is listened for until `listen_from` says how far all is read."""

    def __init__(self, line: Listener, news: Callable[[], None]) -> None:
        self._line, self._news = line, news
        self._changed = threading.Condition()
        self._from: Listen | None = None
        self._is_closed = False
        # A daemon: it waits for head office, and nobody waits for it.
        self._thread = threading.Thread(target=self._run, name="ear", daemon=True)

    def start(self) -> None:
        """Begin; with nothing to listen for it rests."""
        self._thread.start()

    def listen_from(self, place: Listen | None) -> None:
        """Everything up to there is read; None: head office is away, or has closed this till."""
        with self._changed:
            self._from = place
            self._changed.notify()

    def close(self) -> None:
        """End, after the request under way; nobody waits for that."""
        with self._changed:
            self._is_closed, self._from = True, None
            self._changed.notify()
        self._line.close()

    def _run(self) -> None:
        while (place := self._next_place()) is not None:
            if not self._heard_nothing(place):
                self._rest_after(place)
        self._line.close()  # once more: a request that was under way may have opened it again

    def _next_place(self) -> Listen | None:
        with self._changed:
            self._changed.wait_for(lambda: self._from is not None or self._is_closed)
            return None if self._is_closed else self._from

    def _heard_nothing(self, place: Listen) -> bool:
        """Whether the whole time has passed without news."""
        began = time.monotonic()
        try:
            news = self._line.listen(place)
        except OfficeError as error:
            _log.info("nothing is heard from head office: %s", type(error).__name__)
            return False
        if news.head > place.cursor and not self._is_closed:
            self._news()
            return False
        return time.monotonic() - began > _TOO_SOON_SECONDS

    def _rest_after(self, place: Listen) -> None:
        with self._changed:
            if self._from is place:  # else somebody knows better already
                self._from = None
