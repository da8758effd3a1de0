"""The limit of a sale's commit: the same rows in the same statements by hand on sqlcipher3, with the same syncs.

It has the till's file, schema, triggers, pragmas and key, and does nothing but write. Nothing is read, priced, checked,
hashed or encrypted for the second journal: the rows and the bytes come ready from a sale that the till has posted.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from app.domain.ledger import lease_at
from app.domain.sale.facts import Sale
from app.storage.sqlcipher import connect_raw

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "temp_store=MEMORY",
    "wal_autocheckpoint=0",
    "busy_timeout=5000",
)
_READ_ONLY = ("query_only=ON",)
# A spool's row has a key of its own, which AUTOINCREMENT gives out.
_BY_EVENT = (("event", "pos"), ("posting", "event"), ("sale", "pos"), ("sale_line", "sale"), ("sale_tender", "sale"))
_LEASE_CONFLICT = (
    " ON CONFLICT DO UPDATE SET granted = excluded.granted, credited = excluded.credited, spent = excluded.spent, "
    "returned = excluded.returned"
)

Statement = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class PostedRows:
    """Everything a posted sale has put into the files: statements for `till.db`, bytes for the second journal."""

    statements: tuple[Statement, ...]
    frame: bytes


class Capture:
    """Reads back what the till has written, outside the time that is measured."""

    def __init__(self, database: Path, key: bytes, second: Path) -> None:
        self._connection = connect_raw(database, key, pragmas=_READ_ONLY)
        self._second = second.open("rb")
        self._second.seek(0, os.SEEK_END)

    def last_sale(self, sale: Sale) -> PostedRows:
        """The rows of the sale posted last."""
        pos = self._rows("SELECT pos FROM sale WHERE id = ?", sale.id)[0][0]
        inserts = [
            _insert(table, self._rows(f"SELECT * FROM {table} WHERE {column} = ?", pos)) for table, column in _BY_EVENT
        ]
        statements = (
            *inserts,
            self._leases(pos, sale),
            _insert("spool", self._rows("SELECT * FROM spool WHERE about = ?", sale.id)),
            self._state(),
        )
        return PostedRows(statements, self._second.read())

    def contents(self) -> dict[str, int]:
        """By table: a fingerprint of all its rows."""
        return contents(self._connection)

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()
        self._second.close()

    def _leases(self, pos: int, sale: Sale) -> Statement:
        accounts = self._rows(
            "SELECT DISTINCT wallet, unit, lot FROM posting WHERE event = ? AND place = ?",
            pos,
            lease_at(sale.origin.till),
        )
        rows = [
            self._rows("SELECT * FROM lease WHERE wallet = ? AND unit = ? AND lot = ?", *account)[0]
            for account in accounts
        ]
        sql, values = _insert("lease", rows)
        return sql + _LEASE_CONFLICT, values

    def _state(self) -> Statement:
        names = [row[1] for row in self._rows("PRAGMA table_info(till_state)")]
        row = self._rows("SELECT * FROM till_state")[0]
        changed = [(name, value) for name, value in zip(names, row, strict=True) if name not in {"id", "till"}]
        sets = ", ".join(f"{name} = ?" for name, _ in changed)
        return f"UPDATE till_state SET {sets} WHERE id = 1", tuple(value for _, value in changed)

    def _rows(self, sql: str, *values: object) -> list[Any]:
        rows: list[Any] = self._connection.execute(sql, values).fetchall()
        return rows


class RawTill:
    """The same till without us."""

    def __init__(self, database: Path, key: bytes, second: Path) -> None:
        self._connection = connect_raw(database, key, pragmas=_PRAGMAS)
        self._cursor = self._connection.cursor()
        self._second = os.open(second, os.O_WRONLY | os.O_APPEND)

    def post(self, rows: PostedRows) -> None:
        """Write a sale: one transaction, then one append to the second journal, each with its sync."""
        execute = self._cursor.execute
        execute("BEGIN IMMEDIATE")
        for sql, values in rows.statements:
            execute(sql, values)
        execute("COMMIT")
        os.write(self._second, rows.frame)
        os.fdatasync(self._second)

    def checkpoint(self) -> None:
        """As the till does when idle."""
        self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def contents(self) -> dict[str, int]:
        """By table: a fingerprint of all its rows."""
        return contents(self._connection)

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()
        os.close(self._second)


def contents(connection: Any) -> dict[str, int]:
    """By table: a fingerprint of all its rows, to prove that both sides wrote the same."""
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: hash(tuple(sorted(map(repr, connection.execute(f"SELECT * FROM {table}"))))) for table in tables}


def _insert(table: str, rows: Sequence[Sequence[Any]]) -> Statement:
    row = f"({', '.join('?' * len(rows[0]))})"
    return f"INSERT INTO {table} VALUES {', '.join([row] * len(rows))}", tuple(chain.from_iterable(rows))
