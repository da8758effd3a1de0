"""Head office of a chain as it feeds its tills; a shop's own tells only what it has decided of tiers."""

from collections.abc import Iterator
from typing import Protocol

from sync.protocol.messages import Pull
from sync.protocol.streams import AskChunk, AskCopy, Copy, Find, Found, Rows, TooFar


class RowFeeds(Protocol):
    """What the small streams need; every call may raise `sync.client.office.OfficeError`."""

    def rows(self, message: Pull) -> Rows | TooFar:
        """Ask for the rows of a stream that changed."""


class Feeds(RowFeeds, Protocol):
    """And what the members need."""

    def copy(self, message: AskCopy) -> Copy:
        """Ask for the file of members; BusyError where it is being built."""

    def chunk(self, message: AskChunk) -> Iterator[bytes]:
        """Ask for a part of it, which comes in pieces; GoneError where there is another file by now."""

    def find(self, message: Find) -> Found:
        """Look a member up; a customer is waiting, so not for long."""
