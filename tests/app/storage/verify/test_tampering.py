"""A day of sales verifies clean, and every change of a single byte is found where it was made.

MEMBERTILL_TAMPERS=1000 makes the long run: a day of 2 000 sales and so many changes.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from app.storage.journal_frames import HEADER_BYTES, Frame
from app.storage.second_journal import read_second_journal
from app.storage.sqlcipher import open_writer
from app.storage.till import schema
from app.storage.verify.finding import Finding
from app.storage.verify.run import verify_files, verify_till
from tests.app.storage.shop import KEY, open_shop, trade

TAMPERS = int(os.environ.get("MEMBERTILL_TAMPERS", "150"))
SALES = 2_000 if TAMPERS >= 1_000 else 120

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


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data_dir = tmp_path_factory.mktemp("day")
    with open_shop(data_dir) as shop:
        trade(shop, SALES)
    return data_dir


@pytest.fixture(scope="module")
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


def test_a_day_is_clean(day: Path) -> None:
    assert verify_files(day, KEY) == []


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_every_change_of_one_byte_is_found_where_it_was_made(day: Path, intruder: Connection) -> None:
    random = Random(20_261_122)
    journal = (day / "journal2.mtj").read_bytes()
    copy = day / "tampered.mtj"
    spans = frame_spans(day / "journal2.mtj")
    changed: Counter[str] = Counter()
    missed: list[object] = []
    for number in range(TAMPERS):
        if number % 4 == 3:
            offset = random.randrange(len(journal))
            flipped = bytearray(journal)
            flipped[offset] ^= 1 << random.randrange(8)
            copy.write_bytes(flipped)
            findings = list(verify_till(intruder, copy, KEY))
            seq = next((seq for start, end, seq in spans if start <= offset < end), 0)
            if not any(finding.where == "second_journal" and finding.seq == seq for finding in findings):
                missed.append((offset, seq, findings[:3]))
            changed["second_journal"] += 1
        else:
            with intruder.begin() as transaction:
                tampered = tamper(intruder, random)
                findings = list(verify_till(intruder, day / "journal2.mtj", KEY))
                transaction.rollback()
            if not points_at(findings, tampered):
                missed.append((tampered, findings[:3]))
            changed[tampered.table] += 1
    assert missed == []
    assert sum(changed.values()) == TAMPERS
    assert changed.keys() >= {"second_journal", "event", "posting", "lease", "sale", "sale_line"}
    assert list(verify_till(intruder, day / "journal2.mtj", KEY)) == []


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
        if was is None or was == "" or (table, column) in NOT_PROVED:
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
