"""The ordered changes that tills pull. A stream's number is bumped last, in the transaction of the change."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, select

from sync.office.storage.direct import Prepared, rows_of
from sync.office.storage.schema import feed, feed_heads
from sync.office.storage.sets import insert_set, select_set

_BUMP = (
    "INSERT INTO feed_heads (stream, n) VALUES ({0}, {0}) "
    "ON CONFLICT (stream) DO UPDATE SET n = feed_heads.n + excluded.n RETURNING n"
)

_AFTER = Prepared(
    select(feed.c.n, feed.c.change)
    .where(feed.c.stream == bindparam("of_stream"), feed.c.n > bindparam("cursor"))
    .order_by(feed.c.n)
    .limit(bindparam("at_most"))
)
_HEAD = Prepared(select(feed_heads.c.n).where(feed_heads.c.stream == bindparam("of_stream")))


def lease_stream(till: str, epoch: int, server_epoch: str) -> str:
    """The name of a till's lease feed; a new server epoch begins a new one."""
    return f"leases:{till}:{epoch}:{server_epoch}"


def add_changes(connection: Connection, stream: str, changes: Sequence[str]) -> None:
    """Append changes (JSON) to a stream; the last thing a transaction does."""
    first = _bump(connection, stream, len(changes)) - len(changes) + 1
    insert_set(connection, feed, [(stream, n, change) for n, change in enumerate(changes, start=first)])


def nudge(connection: Connection, stream: str) -> None:
    """Let whoever waits for this stream come: there is news elsewhere. The number goes by without a change."""
    _bump(connection, stream, 1)


def changes_after(connection: Connection, stream: str, cursor: int, limit: int) -> Sequence[tuple[int, str]]:
    """The next changes of a stream as (number, JSON)."""
    rows = _AFTER.rows(connection, of_stream=stream, cursor=cursor, at_most=limit)
    return [(int(n), str(change)) for n, change in rows]


def heads_of(connection: Connection, streams: Collection[str]) -> dict[str, int]:
    """The numbers of these streams' last changes; a stream without one is missing."""
    rows = select_set(connection, feed_heads, ("stream",), ("stream", "n"), [(stream,) for stream in streams])
    return {str(stream): int(n) for stream, n in rows}


def head_of(connection: Connection, stream: str) -> int:
    """The number of a stream's last change; 0 where it has none."""
    row = _HEAD.row(connection, of_stream=stream)
    return int(row[0]) if row else 0


def _bump(connection: Connection, stream: str, by: int) -> int:
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    ((head,),) = rows_of(connection, _BUMP.format(mark), (stream, by))
    return int(head)
