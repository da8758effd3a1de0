"""What verify says of books that somebody has cooked, and that it says nothing of books that are right."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from app.domain.bookkeeping import sale_event_body
from app.domain.journal import Kind, chain_hash
from app.storage.sqlcipher import open_writer
from app.storage.till.store import TillStore
from app.storage.verify.finding import Finding
from app.storage.verify.run import verify_files, verify_till
from tests.app.storage.shop import KEY, open_shop, trade

SECOND = "journal2.mtj"


@pytest.fixture
def day(tmp_path: Path) -> Path:
    with open_shop(tmp_path) as shop:
        trade(shop, 45)
    return tmp_path


@pytest.fixture
def intruder(day: Path) -> Iterator[Connection]:
    engine = open_writer(day / "till.db", KEY.for_till_db())
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("PRAGMA foreign_keys=OFF")
        yield connection
    engine.dispose()


def found(day: Path, intruder: Connection, *statements: str) -> list[Finding]:
    """What verify says after these changes."""
    with intruder.begin():
        for statement in statements:
            intruder.exec_driver_sql(statement)
    return list(verify_till(intruder, day / SECOND, KEY))


def where(findings: list[Finding]) -> set[str]:
    return {finding.where for finding in findings}


def test_a_running_till_verifies_too(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        trade(shop, 12)
        assert verify_files(tmp_path, KEY) == []
        shop.begin_shift()
        shop.sell()
        assert verify_files(tmp_path, KEY) == []


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("DELETE FROM posting WHERE id = (SELECT min(id) FROM posting)", "posting"),
        ("DELETE FROM posting WHERE id = (SELECT max(id) FROM posting)", "posting"),
        (
            "INSERT INTO posting SELECT 9999, pos, 0, 'w0', 'points', 'x||', 'office', 5, 'm' FROM event WHERE pos = 3",
            "posting",
        ),
        ("UPDATE posting SET amount = -amount", "posting"),
        ("DELETE FROM sale WHERE pos = (SELECT min(pos) FROM sale)", "sale"),
        ("DELETE FROM sale_line WHERE number = 1", "sale_line"),
        ("UPDATE sale_tender SET kind = 'voucher' WHERE kind = 'cash'", "sale_tender"),
        ("UPDATE sale_line SET refunded_milli = 0, refunded_minor = 0", "sale_line"),
        ("UPDATE sale SET refunded_minor = 0", "sale"),
        ("DELETE FROM refund_line", "refund_line"),
        ("UPDATE refund SET approved_by = operator", "refund"),
        ("DELETE FROM cash_movement", "cash_movement"),
        ("UPDATE cash_movement SET reason = '借'", "cash_movement"),
        ("UPDATE shift SET counted_minor = expected_minor", "shift"),
        ("UPDATE shift SET drawer_openings = 0", "shift"),
        ("DELETE FROM shift", "shift"),
        ("DELETE FROM lease WHERE unit = 'bonus' AND wallet = 'w0'", "lease"),
        ("UPDATE lease SET granted = granted + 1", "lease"),
        ("INSERT INTO lease VALUES ('w-new', 'principal', 'top_up||', 500, 0, 0, 0, 1)", "lease"),
        ("UPDATE till_state SET perpetual_minor = perpetual_minor - 1", "till_state"),
        ("UPDATE till_state SET last_receipt = last_receipt + 1", "till_state"),
        ("DELETE FROM till_state", "till_state"),
        ("UPDATE event SET recorded_at = recorded_at + 1 WHERE seq = 9", "event"),
        ("UPDATE event SET till = 'T02' WHERE seq = 9", "event"),
        ("UPDATE event SET epoch = 2 WHERE seq > 9", "event"),
    ],
)
def test_cooked_books_are_found(day: Path, intruder: Connection, change: str, table: str) -> None:
    assert table in where(found(day, intruder, change))


def test_a_deleted_event_is_named_by_its_successor(day: Path, intruder: Connection) -> None:
    findings = found(day, intruder, "DELETE FROM event WHERE seq = 20")
    assert findings[0].where == "event"
    assert findings[0].seq == 21
    assert Finding("second_journal", 20, "a frame out of order, or of an event that till.db lacks") in findings


def test_events_cut_off_at_the_end_are_found(day: Path, intruder: Connection) -> None:
    tables = {"posting": "event", "sale": "pos", "sale_line": "sale", "sale_tender": "sale", "refund": "pos"}
    tables |= {"refund_line": "refund", "refund_tender": "refund", "shift": "pos", "event": "pos"}
    cut = [f"DELETE FROM {table} WHERE {column} > 30" for table, column in tables.items()]
    findings = found(day, intruder, *cut)
    assert {"till_state", "second_journal"} <= where(findings)


def test_the_first_bad_event_comes_first(day: Path, intruder: Connection) -> None:
    findings = found(
        day,
        intruder,
        "UPDATE event SET payload = CAST(replace(CAST(payload AS TEXT), '1', '2') AS BLOB) WHERE seq IN (12, 30)",
    )
    assert findings[0].seq == 12
    assert {12, 30} <= {finding.seq for finding in findings}


def test_whoever_writes_the_chain_anew_is_caught_by_the_second_journal(day: Path, intruder: Connection) -> None:
    raw: Any = intruder.connection.driver_connection
    seq, payload, prev_hash = raw.execute("SELECT seq, payload, prev_hash FROM event ORDER BY pos DESC").fetchone()
    forged = payload.replace(b'"counted":', b'"counted" :')
    own_hash = chain_hash(prev_hash, forged)
    with intruder.begin():
        raw.execute("UPDATE event SET payload = ?, hash = ? WHERE seq = ?", (forged, own_hash, seq))
        raw.execute("UPDATE till_state SET head_hash = ?", (own_hash,))
    assert list(verify_till(intruder, day / SECOND, KEY)) == [
        Finding("second_journal", seq, "another event than in till.db")
    ]


def test_an_event_without_its_rows_is_found(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        shop.begin_shift()
        sale = shop.sell()
        with shop.store.unit_of_work() as uow:
            uow.journal.append(shop.draft(Kind.SALE, sale_event_body(sale, ())))
            uow.commit()
        seq = shop.store.head.seq
    findings = verify_files(tmp_path, KEY)
    assert {finding.seq for finding in findings} == {seq}
    assert {"sale", "sale_line", "sale_tender", "till_state", "event"} == where(findings)
    assert Finding("event", seq, "receipt 1 follows 1") in findings


def test_a_body_that_is_no_sale_is_found(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        for kind in (Kind.SALE, Kind.REFUND, Kind.SHIFT_OPENED, Kind.SHIFT_CLOSED, Kind.CASH_MOVEMENT):
            with shop.store.unit_of_work() as uow:
                uow.journal.append(shop.draft(kind, {"entries": [{"kind": "?"}], "lines": 7, "origin": []}))
                uow.commit()
    assert {finding.seq for finding in verify_files(tmp_path, KEY)} == {2, 3, 4, 5, 6}


def test_the_second_journal_is_missed(day: Path) -> None:
    path = day / SECOND
    content = path.read_bytes()
    path.unlink()
    assert verify_files(day, KEY) == [Finding("second_journal", 0, "the file is missing")]
    path.write_bytes(bytes(100) + content[100:])
    assert verify_files(day, KEY)[0].what == "neither header can be read: damaged, or of another key"
    path.write_bytes(content[:-5])
    assert len(verify_files(day, KEY)) == 1
    assert [finding.where for finding in verify_files(day, KEY)] == ["second_journal"]


def test_a_store_without_a_journal(tmp_path: Path) -> None:
    assert verify_files(tmp_path, KEY) == [Finding("till.db", 0, "the file is missing")]
    TillStore.open(tmp_path, KEY).close()
    assert Finding("event", 0, "the journal is empty") in verify_files(tmp_path, KEY)


def test_verifying_changes_nothing(day: Path) -> None:
    before = {path.name: path.read_bytes() for path in day.iterdir()}
    verify_files(day, KEY)
    after = {path.name: path.read_bytes() for path in day.iterdir() if not path.name.endswith(("-wal", "-shm"))}
    assert after == before
