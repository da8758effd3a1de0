"""What a night does for the streams: balances that moved are told, and what was gone long ago is forgotten."""

from dataclasses import dataclass
from functools import partial

from sync.office.services.world import World
from sync.office.storage.announced import announce_moved
from sync.office.storage.streams import bury_tombstones, names_of_streams

# Who was away for longer begins anew.
KEPT_MS = 180 * 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class TidyStreams:
    """Once a night; again does nothing."""

    world: World

    def __call__(self) -> None:
        """Do it."""
        database, before = self.world.database, self.world.clock.now_ms() - KEPT_MS
        database.write(announce_moved)
        for stream in database.read(names_of_streams):
            database.write(partial(bury_tombstones, stream=stream, before_ms=before))
