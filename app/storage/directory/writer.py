"""Brings a directory file up to date while another connection reads it. Used on one thread, the sync thread."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2

from app.domain.checkpoint import CopyMark, CopyRow, added, part_of, taken, written
from app.storage.directory.rows import wallet_row
from app.storage.directory.writing import (
    PUT_BALANCE,
    PUT_CARD,
    PUT_GUEST,
    PUT_HOLDER,
    PUT_MEMBER,
    PUT_READING,
    Values,
    card_values,
    member_values,
)
from app.storage.sqlcipher import check_sqlite_version, condition_of, connect_raw

# It can be fetched again: a power cut may cost the last changes, never the file.
_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "temp_store=MEMORY", "busy_timeout=5000")
_HOLDER = "SELECT member, n FROM holder WHERE wallet = ?"
_MARK = "SELECT stream, server_epoch, cursor, total FROM mark"
_FORGET = (
    "DELETE FROM member WHERE pos = ?",
    "DELETE FROM other_reading WHERE member = ?",
)
_FORGET_WALLET = ("DELETE FROM card WHERE wallet = ?", "DELETE FROM balance WHERE wallet = ?")
_FORGET_GUEST = ("DELETE FROM guest WHERE wallet = ?", "DELETE FROM holder WHERE wallet = ? AND n = 0")
_GUESTS = "SELECT wallet, told, told_at FROM guest ORDER BY told_at DESC"
_NEXT_POS = "SELECT coalesce(max(pos), 0) + 1 FROM member"
_SAME_MEMBER = "SELECT pos, wallet FROM member WHERE id = ?"


class Guest(NamedTuple):
    """A wallet that was looked up: under which number of all members it was told, and when (UTC ms)."""

    wallet: str
    told: int
    told_at: int


class DirectoryWriter:
    """One file. It raises what an error means to the shop (`condition_of`)."""

    def __init__(self, path: Path, key: bytes) -> None:
        check_sqlite_version()
        self._path = path
        try:
            self._connection: Any = connect_raw(path, key, pragmas=_PRAGMAS)
        except dbapi2.Error as error:
            raise condition_of(error, path.parent) or error from error

    def mark(self) -> CopyMark:
        """Up to where the file was brought."""
        stream, server_epoch, cursor, total = self._connection.execute(_MARK).fetchone()
        return CopyMark(stream, server_epoch, cursor, int(total, 16) if total else 0)

    def begin_with(self, applied_seq: int, followed_seq: int) -> None:
        """The file is new here: up to these events it has in it what this till has told, and what followed from it."""
        self._connection.execute("UPDATE mark SET applied_seq = ?, followed_seq = ?", (applied_seq, followed_seq))

    def apply(self, rows: Sequence[CopyRow], mark: CopyMark, applied_seq: int, followed_seq: int) -> None:
        """Write rows and how far they lead (the sum is worked out here), all or nothing.

        Of this till's events all up to `applied_seq` are in them, and up to `followed_seq` what followed from them;
        counted from before all its epochs.
        """
        with self._transaction():
            total = mark.total
            for row in rows:
                total = self._write(row, total, (applied_seq, followed_seq))
            values = (mark.stream, mark.server_epoch, mark.cursor, written(total))
            self._connection.execute("UPDATE mark SET stream = ?, server_epoch = ?, cursor = ?, total = ?", values)

    def guests(self) -> Sequence[Guest]:
        """Who was looked up and is not carried, the latest first."""
        return [Guest(*row) for row in self._connection.execute(_GUESTS)]

    def take_guests(self, rows: Sequence[CopyRow], applied_seq: int, followed_seq: int, now_ms: int = 0) -> None:
        """Write what was told of some who are not carried, or that they are gone; who is carried stays as it is."""
        with self._transaction():
            for row in rows:
                self._write_guest(row, (applied_seq, followed_seq), now_ms)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except dbapi2.Error as error:
            with suppress(dbapi2.Error):
                self._connection.execute("ROLLBACK")
            raise condition_of(error, self._path.parent) or error from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _write(self, row: CopyRow, total: int, heard: tuple[int, int]) -> int:
        """Write one row of the stream; the sum behind it."""
        run = self._connection.execute
        pos, before = run(_HOLDER, (row.id,)).fetchone() or (None, None)
        self._forget(row.id, pos)
        if before == 0:
            run(_FORGET_GUEST[0], (row.id,))
        elif before and before > 0:
            total = taken(total, part_of(row.id, before))
        if row.content is None:
            run(PUT_HOLDER, (row.id, None, -row.n, *heard))
            return total
        self._put(row, pos, heard)
        return added(total, part_of(row.id, row.n))

    def _write_guest(self, row: CopyRow, heard: tuple[int, int], now_ms: int) -> None:
        run = self._connection.execute
        pos, before = run(_HOLDER, (row.id,)).fetchone() or (None, 0)
        if before > 0:
            return
        self._forget(row.id, pos)
        if row.content is None:
            for sql in _FORGET_GUEST:
                run(sql, (row.id,))
            return
        self._put(replace(row, n=0), pos, heard)
        run(PUT_GUEST, (row.id, row.n, now_ms))

    def _forget(self, wallet: str, pos: int | None) -> None:
        """What was told of a wallet before."""
        run = self._connection.execute
        for sql in _FORGET if pos is not None else ():
            run(sql, (pos,))
        for sql in _FORGET_WALLET:
            run(sql, (wallet,))

    def _put(self, row: CopyRow, pos: int | None, heard: tuple[int, int]) -> None:
        assert row.content is not None
        run, told = self._connection.execute, wallet_row(row.id, row.content)
        if told.member:
            # Where the member had another wallet, that one's row comes as well, before this one or behind it.
            for old, wallet in run(_SAME_MEMBER, (told.member.id,)).fetchall():
                for sql in _FORGET:
                    run(sql, (old,))
                run("UPDATE holder SET member = NULL WHERE wallet = ?", (wallet,))
            place = pos if pos is not None else run(_NEXT_POS).fetchone()[0]
            others: list[Values] = []
            run(PUT_MEMBER, member_values(place, told.member, others, told.more))
            self._connection.executemany(PUT_READING, others)
            pos = place
        else:
            pos = None
        self._connection.executemany(PUT_CARD, card_values(told.cards))
        balances = ((told.wallet, unit, amount) for unit, amount in told.balances.items())
        self._connection.executemany(PUT_BALANCE, balances)
        run(PUT_HOLDER, (told.wallet, pos, row.n, *heard))
