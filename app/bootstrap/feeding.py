"""What head office sends down to this till: goods, people, programmes and settings. On the sync thread."""

import logging
from collections.abc import Callable, Set

from app.bootstrap.till import OpenTill
from app.services.take_rows import TakeRows
from sync.client.feeds import Feeds
from sync.client.streams import StreamCopies
from sync.client.till import Run
from sync.protocol.messages import Pull
from sync.protocol.streams import Rows, TooFar

_log = logging.getLogger(__name__)


class AttentiveFeeds:
    """Head office's feeds, with an ear for whoever waits at the till: `between` is called before each request."""

    def __init__(self, feeds: Feeds, between: Callable[[], None]) -> None:
        self._feeds, self._between = feeds, between

    def rows(self, message: Pull) -> Rows | TooFar:
        """Ask for the rows of a stream that changed."""
        self._between()
        return self._feeds.rows(message)


class Feeding:
    """Keeps this till's copies up to date; `came` is told of which streams something came."""

    def __init__(self, till: OpenTill, feeds: Feeds, run: Run, came: Callable[[Set[str]], None]) -> None:
        self._copies = StreamCopies(till.store, feeds, run, TakeRows())
        self._came = came

    def pull(self) -> None:
        """Bring everything up to date; OfficeError where it broke off, and what came stays."""
        came = self._copies.pull()
        if came:
            _log.info("head office has sent: %s", ", ".join(sorted(came)))
            self._came(came)
