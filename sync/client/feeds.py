"""Head office of a chain as it feeds its tills; a shop's own has nothing that its till did not give it."""

from typing import Protocol

from sync.protocol.messages import Pull
from sync.protocol.streams import Rows, TooFar


class Feeds(Protocol):
    """What can be asked; every call may raise `sync.client.office.OfficeError`."""

    def rows(self, message: Pull) -> Rows | TooFar:
        """Ask for the rows of a stream that changed."""
