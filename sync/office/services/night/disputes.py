"""Disputes: sales whose price or facts head office does not believe. A person looks, and says what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from sync.office.services.errors import NoSuchDisputeError, NoWordsError
from sync.office.services.world import World
from sync.office.storage.disputes import Dispute, Replayed, all_disputes, close_dispute, replayed_in_all


@dataclass(frozen=True, slots=True)
class Disputes:
    """List, find, close. Closing touches no account: what was sold was sold."""

    world: World

    def all(self, *, is_open: bool = True) -> Sequence[Dispute]:
        """The open ones, or all."""
        return self.world.database.read(lambda connection: all_disputes(connection, is_open=is_open))

    def counts(self) -> Replayed:
        """How many sales were looked at."""
        return self.world.database.read(replayed_in_all)

    def find(self, name: str) -> Dispute:
        """The one of this name, open or closed; NoSuchDisputeError where there is none."""
        return self.world.database.read(lambda connection: _named(connection, name))

    def close(self, name: str, person: str, reason: str) -> None:
        """Somebody has looked, and says what it was; NoWordsError without a name and a reason."""
        if not person.strip() or not reason.strip():
            raise NoWordsError

        def work(connection: Connection) -> None:
            close_dispute(connection, _named(connection, name), person.strip(), reason, self.world.clock.now_ms())

        self.world.database.write(work)


def _named(connection: Connection, name: str) -> Dispute:
    found = next((each for each in all_disputes(connection, is_open=False) if each.name == name), None)
    if found is None:
        raise NoSuchDisputeError
    return found
