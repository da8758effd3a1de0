"""The journal itself: hashes, links, columns against bytes, no gap, no id twice."""

from collections.abc import Iterator

from app.domain.errors import BrokenPromiseError
from app.domain.journal import GENESIS_HASH, Head, Kind, faults_in, follows_epoch
from app.storage.verify.finding import Finding, Seen, read_or_none

_TABLE = "event"


class ChainCheck:
    """Each event follows the one before, and its bytes say what its columns say."""

    def __init__(self) -> None:
        self._head: Head | None = None
        self._offset = 0
        self._pos = 0

    def see(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong with this event and its link."""
        event = seen.event
        before = self._head
        if before is None or before.epoch != event.epoch:
            # A new epoch begins a new chain, behind all rows of the old one, and names its end.
            ended = before
            if ended is not None and not read_or_none(lambda: follows_epoch(event, ended)):
                yield Finding(_TABLE, event.seq, f"epoch {event.epoch} does not follow the end of epoch {ended.epoch}")
            before = Head(event.till, event.epoch, 0, GENESIS_HASH)
            self._offset = self._pos
        for fault in faults_in(event, before):
            yield Finding(_TABLE, event.seq, fault)
        if before.seq == 0 and event.kind != Kind.TILL_ENROLLED:
            yield Finding(_TABLE, event.seq, "a chain begins with the enrolment of its till")
        if event.till != before.till:
            yield Finding(_TABLE, event.seq, "another till's event")
        if seen.pos != self._offset + event.seq:
            yield Finding(_TABLE, event.seq, "its row does not stand at its place")
        if event.kind not in set(Kind):
            yield Finding(_TABLE, event.seq, "a kind that this program does not know")
        self._head = event.head
        self._pos = seen.pos

    def finish(self) -> Iterator[Finding]:
        """Nothing shows at the end only; the last hash is compared with the till's state."""
        yield from ()

    @property
    def head(self) -> Head:
        """The end of the chain as walked."""
        if self._head is None:
            raise BrokenPromiseError("the journal is empty")
        return self._head
