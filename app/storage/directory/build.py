"""Builds a directory file from members, cards and balances: rows first, indexes after, whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from app.domain.checkpoint import CopyMark, CopyRow, added, part_of, written
from app.domain.ids import WalletId
from app.domain.ledger import Unit
from app.domain.member import Card, Member
from app.ports.directory import DirectoryMark
from app.storage.directory.rows import wallet_row
from app.storage.directory.tables import INDEXES, TABLES, VERSION
from app.storage.directory.writing import (
    PUT_BALANCE,
    PUT_CARD,
    PUT_HOLDER,
    PUT_MEMBER,
    PUT_READING,
    Values,
    card_values,
    member_values,
)
from app.storage.places import sync_directory
from app.storage.sqlcipher import check_sqlite_version, connect_raw

# Nothing of a half-built file is ever used, so it needs no journal of its own.
_PRAGMAS = ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "cache_size=-65536", "temp_store=MEMORY")


class DirectoryBuilder:
    """One new file; it takes its place when `finish` is called, and leaves nothing behind where it is not."""

    def __init__(self, path: Path, key: bytes) -> None:
        check_sqlite_version()
        self._path, self._draft = path, path.with_name(path.name + ".new")
        self._draft.unlink(missing_ok=True)
        self._connection: Any = connect_raw(self._draft, key, pragmas=_PRAGMAS)
        self._last_pos = self._total = 0
        self._connection.execute("BEGIN")
        for statement in TABLES:
            self._connection.execute(statement)

    def add(
        self, members: Iterable[Member], cards: Iterable[Card], balances: Iterable[tuple[WalletId, Unit, int]]
    ) -> None:
        """Add these; `members` is read first and once."""
        others: list[Values] = []
        rows = (member_values(pos, member, others) for pos, member in enumerate(members, start=self._last_pos + 1))
        self._last_pos += self._connection.executemany(PUT_MEMBER, rows).rowcount
        self._connection.executemany(PUT_READING, others)
        self._connection.executemany(PUT_CARD, card_values(cards))
        self._connection.executemany(PUT_BALANCE, balances)

    def add_rows(self, rows: Iterable[CopyRow]) -> None:
        """Add rows of the stream of members; what is gone leaves nothing."""
        members: list[Values] = []
        others: list[Values] = []
        cards: list[Card] = []
        balances: list[Values] = []
        holders: list[Values] = []
        for row in rows:
            if row.content is None:
                continue
            told = wallet_row(row.id, row.content)
            pos = None
            if told.member:
                pos = self._last_pos = self._last_pos + 1
                members.append(member_values(pos, told.member, others, told.more))
            cards.extend(told.cards)
            balances.extend((told.wallet, unit, amount) for unit, amount in told.balances.items())
            holders.append((told.wallet, pos, row.n, None, None))
            self._total = added(self._total, part_of(row.id, row.n))
        for sql, values in (
            (PUT_MEMBER, members),
            (PUT_READING, others),
            (PUT_CARD, card_values(cards)),
            (PUT_BALANCE, balances),
            (PUT_HOLDER, holders),
        ):
            self._connection.executemany(sql, values)

    def finish(self, mark: DirectoryMark, stream: str = "", server_epoch: str = "") -> CopyMark:
        """Make the indexes, and put the file into its place."""
        connection = self._connection
        copy = CopyMark(stream, server_epoch, mark.cursor, self._total)
        values = (VERSION, mark.cursor, mark.applied_seq, stream, server_epoch, written(self._total), mark.applied_seq)
        connection.execute("INSERT INTO mark VALUES (1, ?, ?, ?, ?, ?, ?, ?)", values)
        for statement in INDEXES:
            connection.execute(statement)
        connection.execute("COMMIT")
        # From now on one thread writes it while another reads it.
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        connection.close()
        with self._draft.open("rb") as file:
            os.fsync(file.fileno())
        self._draft.replace(self._path)
        sync_directory(self._path.parent)
        return copy

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        if kind is not None:
            self._draft.unlink(missing_ok=True)


def build_directory(
    path: Path,
    key: bytes,
    mark: DirectoryMark,
    members: Iterable[Member] = (),
    cards: Iterable[Card] = (),
    balances: Iterable[tuple[WalletId, Unit, int]] = (),
) -> None:
    """Write a new directory file at `path`; about 20 s for a million members."""
    with DirectoryBuilder(path, key) as builder:
        builder.add(members, cards, balances)
        builder.finish(mark)
