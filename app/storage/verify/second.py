"""The second journal against the first, event by event."""

from collections.abc import Iterator

from app.domain.journal import Event
from app.storage.journal_frames import HEADER_BYTES, Damage, Frame
from app.storage.verify.finding import Finding, Seen

_FILE = "second_journal"


class SecondJournalCheck:
    """Each frame is the event of its number, and none is missing."""

    def __init__(self, frames: Iterator[Frame | Damage]) -> None:
        self._frames = frames
        self._next: Frame | None = None
        self._damage: Damage | None = None
        self._ended = False
        self._lacks_from = 0

    def see(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong with this event's frame."""
        event = seen.event
        if self._lacks_from:
            return
        yield from self._advance()
        while self._next is not None and _place(self._next) < (event.epoch, event.seq):
            yield Finding(_FILE, self._next.seq, "a frame out of order, or of an event that till.db lacks")
            self._next = None
            yield from self._advance()
        frame = self._next
        if frame is not None and _place(frame) == (event.epoch, event.seq):
            self._next = None
            self._damage = None
            yield from _compare(frame, event)
        elif self._damage is None:
            if frame is None:
                self._lacks_from = event.seq
                yield Finding(_FILE, event.seq, "the file lacks this event and all behind it")
            else:
                yield Finding(_FILE, event.seq, "the file lacks this event")

    def finish(self) -> Iterator[Finding]:
        """Frames behind the last event."""
        yield from self._advance()
        while self._next is not None:
            yield Finding(_FILE, self._next.seq, "an event that till.db lacks")
            self._next = None
            yield from self._advance()

    def _advance(self) -> Iterator[Finding]:
        while self._next is None and not self._ended:
            found = next(self._frames, None)
            if found is None:
                self._ended = True
            elif isinstance(found, Frame):
                self._next = found
            else:
                is_header = found.offset < HEADER_BYTES
                self._damage = None if is_header else found
                seq = 0 if is_header else found.after[1] + 1
                yield Finding(_FILE, seq, f"bytes {found.offset} to {found.end} are damaged")


def _place(frame: Frame) -> tuple[int, int]:
    return (frame.epoch, frame.seq)


def _compare(frame: Frame, event: Event) -> Iterator[Finding]:
    if frame.fault:
        yield Finding(_FILE, frame.seq, frame.fault)
    if (frame.payload, frame.prev_hash, frame.hash) != (event.payload, event.prev_hash, event.hash):
        yield Finding(_FILE, frame.seq, "another event than in till.db")
    elif frame.key != event.key:
        what = "a key that till.db has" if event.key else "a key that till.db was to forget"
        yield Finding(_FILE, frame.seq, f"{'lacks' if event.key else 'has'} {what}")
