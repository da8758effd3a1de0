"""A day of sales verifies clean, and every change of a single byte is found where it was made.

The long run (`make kill-test`) takes a day of 2 000 sales and 1 000 changes; MEMBERTILL_TAMPERS says another number
of changes for the short run.
"""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from app.storage.journal_frames import HEADER_BYTES, Frame
from app.storage.places import SECOND_JOURNAL
from app.storage.second_journal import read_second_journal
from app.storage.sqlcipher import open_writer
from app.storage.till import schema
from app.storage.verify.finding import Finding
from app.storage.verify.run import verify_files, verify_till
from tests.app.storage.shop import KEY, open_shop, trade

TAMPERS = int(os.environ.get("MEMBERTILL_TAMPERS", "150"))
SHORT = (120, TAMPERS)
LONG = pytest.param((2_000, 1_000), marks=pytest.mark.long)

SECOND = "second_journal"

# By table: the column that names the event. A lease and the till's own row belong to no single one.
TABLES = {
    "event": "pos", "posting": "event", "sale": "pos", "sale_line": "sale", "sale_tender": "sale", "refund": "pos",
    "refund_line": "refund", "refund_tender": "refund", "shift": "pos", "cash_movement": "pos", "lease": "",
    "till_state": "",
}  # fmt: skip
# Whoever has the key and a wrong clock may have moved it: no event says what it must be.
NOT_PROVED = {("till_state", "high_water_ms")}


@dataclass(frozen=True)
class Tampered:
    """What was changed, and where a finding must point."""

    table: str
    column: str
    seq: int | None
    was: object
    now: object


@contextmanager
def intruder(day: Path) -> Iterator[Connection]:
    """Somebody with the key who has switched off all that the database refuses."""
    engine = open_writer(day / "till.db", KEY.for_till_db())
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("PRAGMA ignore_check_constraints=ON")
        yield connection
    engine.dispose()


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("run", [SHORT, LONG], ids=["short", "long"])
def test_every_change_of_one_byte_is_found_where_it_was_made(tmp_path: Path, run: tuple[int, int]) -> None:
    sales, tampers = run
    with open_shop(tmp_path) as shop:
        trade(shop, sales)
    assert verify_files(tmp_path, KEY) == []
    random = Random(20_261_122)
    changed: Counter[str] = Counter()
    with intruder(tmp_path) as connection:
        for number in range(tampers):
            change = tamper_second if number % 4 == 3 else tamper_row
            changed[change(tmp_path, connection, random)] += 1
        assert list(verify_till(connection, tmp_path / SECOND_JOURNAL, KEY)) == []
    assert sum(changed.values()) == tampers
    assert changed.keys() == TABLES.keys() | {SECOND}


def tamper_row(day: Path, connection: Connection, random: Random) -> str:
    """Change a row, see it found, and put it back; the table."""
    with connection.begin() as transaction:
        tampered = tamper(connection, random)
        findings = list(verify_till(connection, day / SECOND_JOURNAL, KEY))
        transaction.rollback()
    assert points_at(findings, tampered), (tampered, findings[:3])
    return tampered.table


def tamper_second(day: Path, connection: Connection, random: Random) -> str:
    """Change the second journal, in a copy, and see it found."""
    spans = frame_spans(day / SECOND_JOURNAL)
    content = bytearray((day / SECOND_JOURNAL).read_bytes())
    offset = random.randrange(len(content))
    content[offset] ^= 1 << random.randrange(8)
    copy = day / "tampered.mtj"
    copy.write_bytes(content)
    seq = next((seq for start, end, seq in spans if start <= offset < end), 0)
    findings = list(verify_till(connection, copy, KEY))
    assert any((finding.where, finding.seq) == (SECOND, seq) for finding in findings), (offset, seq, findings[:3])
    return SECOND


def points_at(findings: list[Finding], tampered: Tampered) -> bool:
    """Whether a finding names the event, or for a lease and the till's row the table."""
    if tampered.seq is None:
        return any(finding.where == tampered.table for finding in findings)
    return any(finding.seq == tampered.seq for finding in findings)


def tamper(connection: Connection, random: Random) -> Tampered:
    """Change one bit of one value of a random row; try again where a unique index is in the way."""
    raw: Any = connection.connection.driver_connection
    while True:
        table = random.choice(list(TABLES))
        key = TABLES[table]
        keys = [column.name for column in schema.metadata.tables[table].primary_key.columns]
        rows = raw.execute(f"SELECT {', '.join(keys)} FROM {table}").fetchall()
        row = random.choice(rows)
        where = " AND ".join(f"{name} = ?" for name in keys)
        column = random.choice(schema.column_names(schema.metadata.tables[table]))
        was = raw.execute(f"SELECT {column} FROM {table} WHERE {where}", row).fetchone()[0]
        if was in (None, "", b"") or (table, column) in NOT_PROVED:
            continue
        seq = raw.execute(f"SELECT {key} FROM {table} WHERE {where}", row).fetchone()[0] if key else None
        now, sql_value = flipped(was, random)
        try:
            raw.execute(f"UPDATE {table} SET {column} = {sql_value} WHERE {where}", (now, *row))
        except dbapi2.IntegrityError:
            continue
        return Tampered(table, column, seq, was, now)


def flipped(was: object, random: Random) -> tuple[object, str]:
    """The value with one bit changed, and how SQL takes it."""
    if isinstance(was, int):
        return was ^ (1 << random.randrange(40)), "?"
    stored = was.encode() if isinstance(was, str) else was
    assert isinstance(stored, bytes)
    changed = bytearray(stored)
    changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed), "CAST(? AS TEXT)" if isinstance(was, str) else "?"


def frame_spans(path: Path) -> list[tuple[int, int, int]]:
    """Where each event lies in the second journal."""
    with read_second_journal(path, KEY) as frames:
        spans = [(frame.offset, frame.end, frame.seq) for frame in frames if isinstance(frame, Frame)]
    assert spans[0][0] == HEADER_BYTES
    return spans
