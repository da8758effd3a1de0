"""The limit of an upload: the same rows by hand, from a batch that lies ready, with the same syncs.

It has head office's tables, its file settings and its key, and does nothing but write: nothing is received, read,
checked, hashed or posted. On PostgreSQL it copies in binary, and as many connections write as there are processors.
"""

import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from app.domain.ledger import Place, is_members
from sync.office.storage.engines import Database
from sync.office.storage.ledger import ACCOUNT
from sync.office.storage.schema import accounts, journal, postings
from sync.protocol.facts import facts_of
from sync.protocol.wire import Frame

Row = tuple[Any, ...]
_TYPES = {"TEXT": "text", "BIGINT": "int8", "BLOB": "bytea"}
_ADD = "ON CONFLICT (wallet, unit, lot, place) DO UPDATE SET balance = accounts.balance + excluded.balance"


@dataclass(frozen=True, slots=True)
class Batch:
    """What a frame of sales becomes: rows of the journal, of the ledger, debits of members, everything else."""

    journal: Sequence[Row]
    postings: Sequence[Row]
    debits: Sequence[Row]
    credits: Sequence[Row]


def staged(frame: Frame) -> Batch:
    """The frame's rows."""
    events, lines = [], []
    changes: Counter[Row] = Counter()
    for link in frame.links:
        facts = facts_of(link.payload, frame.till, frame.epoch, link.seq)
        place = (frame.till, frame.epoch, link.seq)
        about = (facts.id, facts.kind, facts.version, facts.business_date)
        events.append((*place, *about, 0, link.hash, link.payload))
        source = ":".join(map(str, place))
        posted = [(entry.kind.value, at) for entry in facts.entries for at in entry.postings]
        for number, (kind, at) in enumerate(posted):
            account = (at.wallet, at.unit, at.lot.key, at.place)
            lines.append((at.wallet, source, number, kind, *account[1:], at.amount, at.merchant, 0))
            changes[account] += at.amount
    rows = sorted((*account, amount) for account, amount in changes.items() if amount)
    debits = [row for row in rows if row[4] < 0 and is_members(Place(row[3]))]
    return Batch(events, lines, debits, [row for row in rows if row not in set(debits)])


def write_raw(database: Database, batches: Sequence[Sequence[Batch]]) -> None:
    """Write all batches, a transaction each; each till's in their order."""
    if database.is_sqlite:
        connection = database.writer.raw_connection()
        for batch in _in_turns(batches):
            _to_sqlite(connection.driver_connection, batch)
        connection.close()
        return
    writers = min(os.cpu_count() or 1, len(batches))
    with ThreadPoolExecutor(writers) as pool:
        list(pool.map(lambda own: _to_postgres(database, own), [batches[n::writers] for n in range(writers)]))


def contents(database: Database) -> dict[str, int]:
    """A fingerprint of the rows of each table, but for when they were written."""
    columns = {
        "journal": "till, epoch, seq, id, kind, version, business_date, hash",
        "postings": "wallet, source, line, kind, unit, lot, place, amount, merchant",
        "accounts": "wallet, unit, lot, place, balance",
    }
    with database.reader.connect() as connection:
        return {
            table: hash(frozenset(map(tuple, connection.exec_driver_sql(f"SELECT {names} FROM {table}"))))
            for table, names in columns.items()
        }


def _in_turns(batches: Sequence[Sequence[Batch]]) -> Sequence[Batch]:
    longest = max(map(len, batches))
    return [own[n] for n in range(longest) for own in batches if n < len(own)]


def _to_sqlite(connection: Any, batch: Batch) -> None:
    cursor = connection.cursor()
    cursor.execute("BEGIN IMMEDIATE")
    cursor.executemany(f"INSERT INTO journal VALUES ({_marks(10)})", batch.journal)
    cursor.executemany(f"INSERT INTO postings VALUES ({_marks(10)})", batch.postings)
    where = " AND ".join(f"{name} = ?" for name in ACCOUNT)
    guarded = f"UPDATE accounts SET balance = balance + ? WHERE {where} AND balance + ? >= 0"
    cursor.executemany(guarded, [(row[4], *row) for row in batch.debits])
    cursor.executemany(f"INSERT INTO accounts VALUES ({_marks(5)}) {_ADD}", batch.credits)
    cursor.execute("COMMIT")


def _to_postgres(database: Database, batches: Sequence[Sequence[Batch]]) -> None:
    connection = database.writer.raw_connection()
    raw: Any = connection.driver_connection
    cursor = raw.cursor()
    cursor.execute("CREATE TEMP TABLE IF NOT EXISTS staged (LIKE accounts) ON COMMIT DELETE ROWS")
    raw.commit()
    same = " AND ".join(f"t.{name} = s.{name}" for name in ACCOUNT)
    for batch in _in_turns(batches):
        _copy(cursor, "journal", journal, batch.journal)
        _copy(cursor, "postings", postings, batch.postings)
        if batch.debits:
            _copy(cursor, "staged", accounts, batch.debits)
            cursor.execute(
                f"UPDATE accounts t SET balance = t.balance + s.balance FROM staged s "
                f"WHERE {same} AND t.balance + s.balance >= 0"
            )
            cursor.execute("DELETE FROM staged")
        _copy(cursor, "staged", accounts, batch.credits)
        cursor.execute(f"INSERT INTO accounts SELECT * FROM staged ORDER BY {', '.join(ACCOUNT)} {_ADD}")
        raw.commit()
    connection.close()


def _copy(cursor: Any, into: str, table: Any, rows: Sequence[Row]) -> None:
    with cursor.copy(f"COPY {into} FROM STDIN BINARY") as copy:
        copy.set_types([_TYPES[str(column.type)] for column in table.columns])
        for row in rows:
            copy.write_row(row)


def _marks(count: int) -> str:
    return ", ".join("?" * count)
