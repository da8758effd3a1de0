"""LISTEN: how far the feeds of the tills that wait have come. It is asked often, so it is one look for all of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sync.office.services.world import World
from sync.office.storage.feed import heads_of


@dataclass(frozen=True, slots=True)
class FeedHeads:
    """Read, nothing changed."""

    world: World

    def __call__(self, streams: Collection[str]) -> Mapping[str, int]:
        """The number of each stream's last change; streams without one are missing."""
        return self.world.database.read(lambda connection: heads_of(connection, streams))
