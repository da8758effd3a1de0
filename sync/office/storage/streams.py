"""The streams of rows that tills carry copies of. Each row stands once, under the number of its last change.

A stream's head row is locked and bumped last in the transaction of a change, and numbers are given under that lock:
whoever has read up to a number has missed nothing (protocol section 4). Several streams in one transaction: in the
order of their names.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, select, update

from app.domain.checkpoint import added, part_of, taken, written
from sync.office.storage.schema import stream_heads, stream_rows
from sync.office.storage.sets import insert_set, select_set

_ALL = 2**62
_LOCK = (
    "INSERT INTO stream_heads (stream, n, floor, live, checkpoint) VALUES ({0}, 0, 0, 0, '0000000000000000') "
    "ON CONFLICT (stream) DO UPDATE SET n = stream_heads.n RETURNING n, floor, live, checkpoint"
)
_KEEP = (
    "ON CONFLICT (stream, id) DO UPDATE SET n = excluded.n, gone = excluded.gone, changed_at = excluded.changed_at, "
    "content = excluded.content"
)
_HEAD = select(stream_heads).where(stream_heads.c.stream == bindparam("of_stream"))
_NAMES = select(stream_heads.c.stream).order_by(stream_heads.c.stream)
_MOVE = update(stream_heads).where(stream_heads.c.stream == bindparam("of_stream"))
_AFTER = (
    select(stream_rows.c.id, stream_rows.c.n, stream_rows.c.gone, stream_rows.c.content)
    .where(stream_rows.c.stream == bindparam("of_stream"), stream_rows.c.n > bindparam("cursor"))
    .order_by(stream_rows.c.n)
    .limit(bindparam("at_most"))
)
_OLD_TOMBS = (
    select(stream_rows.c.n)
    .where(
        stream_rows.c.stream == bindparam("of_stream"),
        stream_rows.c.gone == 1,
        stream_rows.c.changed_at < bindparam("before"),
    )
    .order_by(stream_rows.c.n.desc())
    .limit(1)
)
_BURY = delete(stream_rows).where(
    stream_rows.c.stream == bindparam("of_stream"),
    stream_rows.c.gone == 1,
    stream_rows.c.n <= bindparam("up_to"),
)


@dataclass(frozen=True, slots=True)
class Head:
    """Where a stream stands: `n` of its last change, the rows that are there, and their sum.

    A cursor below `floor` lies too far back: what was gone before is not told any more.
    """

    n: int = 0
    floor: int = 0
    live: int = 0
    checkpoint: str = written(0)


@dataclass(frozen=True, slots=True)
class StreamRow:
    """A row as of change `n`; `content` is JSON, None where it is gone."""

    id: str
    n: int
    content: str | None


def put_rows(connection: Connection, stream: str, rows: Mapping[str, str | None], now_ms: int) -> int:
    """Rows as they are now (JSON, None: gone); how many are news. The last thing a transaction does."""
    head = _lock(connection, stream)
    known = rows_named(connection, stream, rows)
    news = {row_id: text for row_id, text in sorted(rows.items()) if _is_news(known.get(row_id), text)}
    if news:
        _write(connection, stream, head, known, news, now_ms)
    return len(news)


def touch_rows(
    connection: Connection, stream: str, rows: Mapping[str, bool], now_ms: int, ended: Collection[str] = ()
) -> None:
    """The same for rows that are kept elsewhere: each has changed, or is gone where it says False.

    Of what has `ended` that is told even if the stream never had it: a till may have made it itself.
    """
    head = _lock(connection, stream)
    known = rows_named(connection, stream, rows)
    news = {row_id: "{}" if is_there else None for row_id, is_there in sorted(rows.items())}
    new_ends = set(ended) - known.keys()
    news = {
        row_id: text
        for row_id, text in news.items()
        if text is not None or row_id in new_ends or _is_news(known.get(row_id), None)
    }
    if news:
        _write(connection, stream, head, known, news, now_ms)


def head_of_rows(connection: Connection, stream: str) -> Head:
    """Where the stream stands; read before its rows, so that none of them is older than it says."""
    row = connection.execute(_HEAD, {"of_stream": stream}).first()
    return Head(row.n, row.floor, row.live, row.checkpoint) if row else Head()


def names_of_streams(connection: Connection) -> Sequence[str]:
    """Every stream that has rows."""
    return list(connection.execute(_NAMES).scalars())


def rows_after(connection: Connection, stream: str, cursor: int, limit: int) -> Sequence[StreamRow]:
    """The next rows behind a cursor, by number."""
    found = connection.execute(_AFTER, {"of_stream": stream, "cursor": cursor, "at_most": limit})
    return [StreamRow(row.id, row.n, None if row.gone else row.content) for row in found]


def rows_named(connection: Connection, stream: str, ids: Collection[str]) -> dict[str, StreamRow]:
    """These rows as they are now; what the stream never had, or has forgotten, is missing."""
    wanted = ("id", "n", "gone", "content")
    rows = select_set(connection, stream_rows, ("stream", "id"), wanted, [(stream, row_id) for row_id in ids])
    return {row_id: StreamRow(row_id, int(n), None if gone else content) for row_id, n, gone, content in rows}


def rows_there(connection: Connection, stream: str) -> Mapping[str, str]:
    """All rows that are there, as JSON by id."""
    return {row.id: row.content for row in rows_after(connection, stream, 0, _ALL) if row.content is not None}


def bury_tombstones(connection: Connection, stream: str, before_ms: int) -> None:
    """Forget what was gone before then: who has not heard of it by now begins anew."""
    head = _lock(connection, stream)
    up_to = connection.execute(_OLD_TOMBS, {"of_stream": stream, "before": before_ms}).scalar()
    if up_to is not None:
        connection.execute(_BURY, {"of_stream": stream, "up_to": up_to})
        connection.execute(_MOVE.values(floor=max(head.floor, int(up_to))), {"of_stream": stream})


def _lock(connection: Connection, stream: str) -> Head:
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    row = connection.exec_driver_sql(_LOCK.format(mark), (stream,)).one()
    return Head(*row)


def _write(
    connection: Connection,
    stream: str,
    head: Head,
    known: Mapping[str, StreamRow],
    news: Mapping[str, str | None],
    now_ms: int,
) -> None:
    live, total = head.live, int(head.checkpoint, 16)
    rows: list[tuple[str, str, int, int, int, str]] = []
    for n, (row_id, text) in enumerate(news.items(), start=head.n + 1):
        before = known.get(row_id)
        if before is not None and before.content is not None:
            live, total = live - 1, taken(total, part_of(row_id, before.n))
        if text is not None:
            live, total = live + 1, added(total, part_of(row_id, n))
        rows.append((stream, row_id, n, int(text is None), now_ms, text or ""))
    insert_set(connection, stream_rows, rows, _KEEP)
    moved = {"n": head.n + len(rows), "live": live, "checkpoint": written(total)}
    connection.execute(_MOVE.values(moved), {"of_stream": stream})


def _is_news(row: StreamRow | None, text: str | None) -> bool:
    return text != (row.content if row else None)
