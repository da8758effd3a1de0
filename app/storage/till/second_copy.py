"""Keeps the second journal level with `till.db`; when it cannot, it says so and catches up later."""

import logging
from collections.abc import Callable, Generator, Sequence, Set
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from pathlib import Path

from app.domain.journal import Event
from app.ports.store import StoreFullError, StoreUnavailableError
from app.storage.keys import StoreKey
from app.storage.places import SECOND_JOURNAL
from app.storage.second_journal import JournalEnd, SecondJournal

_log = logging.getLogger(__name__)
_EVENTS_AT_ONCE = 200


class StoreBehindJournalError(StoreUnavailableError):
    """The second journal has events that `till.db` lacks: `till.db` is an older one and must be restored first."""


class SecondJournalTrouble(Enum):
    """What is wrong with the second journal."""

    NOT_WRITTEN = "not_written"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class SecondJournalFault:
    """Shown to the operator while it lasts. No sale is lost: `till.db` has it, and the file is completed from there."""

    trouble: SecondJournalTrouble
    detail: str


Missing = Callable[[JournalEnd | None], Generator[Event]]


class SecondCopy:
    """The second journal as the store uses it."""

    def __init__(self, directory: Path, key: StoreKey) -> None:
        self._path = directory / SECOND_JOURNAL
        self._key = key
        self._missing: Missing = _nothing
        self._journal: SecondJournal | None = None
        self._not_written: SecondJournalFault | None = None
        self._differs: SecondJournalFault | None = None

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._path

    @property
    def fault(self) -> SecondJournalFault | None:
        """What is wrong now, if anything."""
        return self._not_written or self._differs

    def open(self, missing: Missing) -> None:
        """Open and complete the file; `missing` gives the events behind an end, StoreBehindJournalError if unknown."""
        self._missing = missing
        try:
            self._complete()
        except OSError as error:
            self._fail(error)

    def say_it_differs(self, detail: str) -> None:
        """The file's last event is not the one that `till.db` has there; later events are added all the same."""
        self._differs = SecondJournalFault(SecondJournalTrouble.DIFFERS, detail)

    def add(self, events: Sequence[Event]) -> None:
        """Add what was just committed, and what an earlier failure left out; never raises for a failing disk."""
        if self._not_written is not None or self._journal is None:
            self.complete()
            return
        try:
            self._journal.append(events)
        except OSError as error:
            self._fail(error)

    def complete(self) -> None:
        """Add everything the file lacks; never raises for a failing disk."""
        try:
            self._complete()
        except (OSError, StoreUnavailableError, StoreFullError) as error:
            self._fail(error)

    def forget(self, places: Set[tuple[int, int]]) -> bool:
        """Write the keys of the events at these places over; False where the file cannot be written now."""
        if self._not_written is not None or self._journal is None:
            return False
        try:
            self._journal.forget(places)
        except OSError as error:
            self._fail(error)
            return False
        return True

    def close(self) -> None:
        """Let go of the file."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _complete(self) -> None:
        if self._journal is None:
            self._journal = SecondJournal.open(self._path, self._key)
        with closing(self._missing(self._journal.end)) as missing:
            while batch := list(islice(missing, _EVENTS_AT_ONCE)):
                self._journal.append(batch)
        self._not_written = None

    def _fail(self, error: Exception) -> None:
        _log.warning("the second journal could not be written: %s", error)
        self._not_written = SecondJournalFault(SecondJournalTrouble.NOT_WRITTEN, str(error))


def _nothing(_end: JournalEnd | None) -> Generator[Event]:
    yield from ()
