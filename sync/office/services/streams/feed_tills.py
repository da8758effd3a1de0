"""PULL: the changes of a till's lease feed behind its cursor."""

from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlalchemy import Connection

from sync.office.services.errors import UnknownTillError
from sync.office.services.world import World
from sync.office.storage.chains import find_chain
from sync.office.storage.feed import changes_after, head_of, lease_stream
from sync.office.storage.state import read_state
from sync.protocol.messages import Changes, LeaseChange, Pull

_CHANGE: TypeAdapter[LeaseChange] = TypeAdapter(LeaseChange)


@dataclass(frozen=True, slots=True)
class FeedTills:
    """Answer a PULL."""

    world: World

    def __call__(self, pull: Pull) -> Changes:
        """The next changes; none for a till that has not adopted the server epoch, which the answer names."""
        return self.world.database.read(lambda connection: _changes(connection, pull))


def _changes(connection: Connection, pull: Pull) -> Changes:
    if find_chain(connection, pull.till, pull.epoch) is None:
        raise UnknownTillError
    epoch = read_state(connection).server_epoch
    if pull.server_epoch != epoch:
        return Changes(server_epoch=epoch, changes=(), cursor=pull.cursor, more=False)
    stream = lease_stream(pull.till, pull.epoch, epoch)
    # The head first: what comes while the page is read is above it.
    head = head_of(connection, stream)
    rows = changes_after(connection, stream, pull.cursor, pull.limit + 1)
    page, more = rows[: pull.limit], len(rows) > pull.limit
    return Changes(
        server_epoch=epoch,
        changes=tuple(_CHANGE.validate_json(change) for _, change in page),
        cursor=max(page[-1][0] if page else pull.cursor, 0 if more else head),
        more=more,
    )
