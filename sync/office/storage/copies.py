"""The ready-made files of members that there are, and which are wanted."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, select

from sync.office.storage.schema import copies
from sync.office.storage.sets import insert_set

_ONE = select(copies).where(copies.c.stream == bindparam("of_stream"))
_WANTED = select(copies.c.stream).where(copies.c.wanted_at > copies.c.built_at).order_by(copies.c.stream)
_KEEP = (
    "ON CONFLICT (stream) DO UPDATE SET cursor = excluded.cursor, server_epoch = excluded.server_epoch, "
    "file = excluded.file, secret = excluded.secret, size = excluded.size, chunks = excluded.chunks, "
    "applied = excluded.applied, built_at = excluded.built_at"
)
_WANT = "ON CONFLICT (stream) DO UPDATE SET wanted_at = excluded.wanted_at"

InIt = tuple[int, int]
"""Up to which of its events a chain is in a file, as posted and as followed up."""


@dataclass(frozen=True, slots=True)
class CopyFile:
    """One file: its name, its own key, the SHA-256 of its chunks, and how far each chain (`till/epoch`) is in it."""

    stream: str
    cursor: int
    server_epoch: str
    file: str
    key: bytes = field(repr=False)
    size: int
    chunks: tuple[str, ...]
    applied: Mapping[str, InIt]
    built_at: int


def find_copy(connection: Connection, stream: str) -> CopyFile | None:
    """The latest file of a stream; None before the first."""
    row = connection.execute(_ONE, {"of_stream": stream}).first()
    if row is None or not row.file:
        return None
    return CopyFile(
        stream=row.stream,
        cursor=row.cursor,
        server_epoch=row.server_epoch,
        file=row.file,
        key=bytes(row.secret),
        size=row.size,
        chunks=tuple(json.loads(row.chunks)),
        applied={chain: (applied, followed) for chain, (applied, followed) in json.loads(row.applied).items()},
        built_at=row.built_at,
    )


def keep_copy(connection: Connection, made: CopyFile) -> None:
    """This is the latest from now on."""
    chunks, applied = json.dumps(made.chunks), json.dumps(dict(made.applied))
    row = (
        made.stream, made.cursor, made.server_epoch, made.file, made.key, made.size, chunks, applied, made.built_at, 0
    )  # fmt: skip
    insert_set(connection, copies, [row], _KEEP)


def want_copy(connection: Connection, stream: str, now_ms: int) -> None:
    """Somebody waits for a fresh one."""
    insert_set(connection, copies, [(stream, 0, "", "", b"", 0, "[]", "{}", 0, now_ms)], _WANT)


def wanted_copies(connection: Connection) -> Sequence[str]:
    """The streams of which somebody waits for a fresh file."""
    return list(connection.execute(_WANTED).scalars())


def files_of_copies(connection: Connection) -> set[str]:
    """The names of the latest files of all streams."""
    return {file for file in connection.execute(select(copies.c.file)).scalars() if file}
