"""Streams of rows: each stands once, under the number of its last change, and the sum says what a copy must hold."""

from app.domain.checkpoint import added, part_of, taken, written
from app.domain.ids import WalletId
from sync.office.storage.announced import announce, has_announced, take_announced
from sync.office.storage.engines import Database
from sync.office.storage.streams import bury_tombstones, head_of_rows, put_rows, rows_after, rows_there, touch_rows

NOW = 1_764_000_000_000


def put(database: Database, rows: dict[str, str | None], now: int = NOW) -> int:
    return database.write(lambda c: put_rows(c, "catalogue", rows, now))


def told(database: Database, cursor: int = 0) -> list[tuple[int, str, str | None]]:
    return [(row.n, row.id, row.content) for row in database.read(lambda c: rows_after(c, "catalogue", cursor, 100))]


def sum_of(rows: list[tuple[int, str, str | None]]) -> str:
    total = 0
    for n, row_id, content in rows:
        total = total if content is None else added(total, part_of(row_id, n))
    return written(total)


def test_a_row_moves_to_the_end_when_it_changes_and_only_then(database: Database) -> None:
    assert put(database, {"b": "2", "a": "1", "c": "3"}) == 3
    assert put(database, {"a": "1", "b": "4", "c": None}) == 2
    assert told(database) == [(1, "a", "1"), (4, "b", "4"), (5, "c", None)]
    assert told(database, 4) == [(5, "c", None)]
    assert put(database, {"c": None, "d": None}) == 0, "what was never there is no news"
    assert database.read(lambda c: rows_there(c, "catalogue")) == {"a": "1", "b": "4"}


def test_the_sum_is_that_of_the_rows_that_are_there(database: Database) -> None:
    put(database, {"a": "1", "b": "2"})
    put(database, {"a": "5", "b": None})
    put(database, {"b": "6", "c": "7"})
    head = database.read(lambda c: head_of_rows(c, "catalogue"))
    assert (head.n, head.live, head.checkpoint) == (6, 3, sum_of(told(database)))
    assert taken(added(7, 9), 9) == 7


def test_rows_kept_elsewhere_change_by_name(database: Database) -> None:
    database.write(lambda c: touch_rows(c, "catalogue", {"w1": True, "w2": True, "w3": False}, NOW))
    database.write(lambda c: touch_rows(c, "catalogue", {"w1": True, "w2": False}, NOW))
    assert told(database) == [(3, "w1", "{}"), (4, "w2", None)]


def test_old_tombstones_are_buried_and_raise_the_floor(database: Database) -> None:
    put(database, {"a": "1", "b": "2", "c": "3"})
    put(database, {"a": None}, NOW + 1)
    put(database, {"b": None}, NOW + 5)
    database.write(lambda c: bury_tombstones(c, "catalogue", NOW + 5))
    assert [row[1] for row in told(database)] == ["c", "b"]
    assert database.read(lambda c: head_of_rows(c, "catalogue")).floor == 4
    database.write(lambda c: bury_tombstones(c, "catalogue", NOW))
    assert database.read(lambda c: head_of_rows(c, "catalogue")).floor == 4


def test_who_is_announced_is_taken_once(database: Database) -> None:
    names = [WalletId(name) for name in ("w1", "w2", "w3")]
    database.write(lambda c: announce(c, names))
    database.write(lambda c: announce(c, names[:1]))
    assert list(database.write(lambda c: take_announced(c, 2))) == names[:2]
    assert database.read(has_announced)
    assert list(database.write(lambda c: take_announced(c, 2))) == names[2:]
    assert not database.read(has_announced)
    assert database.write(lambda c: take_announced(c, 2)) == ()
