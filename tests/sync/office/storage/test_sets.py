"""Rows go in and come out as they are, whatever stands in them, on both engines."""

from sqlalchemy import Connection, select

from sync.office.storage.engines import Database
from sync.office.storage.schema import accounts, strays, suspense
from sync.office.storage.sets import insert_set, select_set, update_set

AWKWARD = ["", " ", "NULL", "a,b", "{}", '"', '","', "\\", '\\"', "a\\", "张三", "x'y", "%s", "line\nbreak", "\t"]


def test_any_text_is_stored_and_found_again(database: Database) -> None:
    def work(connection: Connection) -> None:
        insert_set(connection, accounts, [("w", "u", text, "office", n) for n, text in enumerate(AWKWARD)])
        keys = [("w", "u", text) for text in AWKWARD]
        rows = select_set(connection, accounts, ("wallet", "unit", "lot"), ("lot", "balance"), keys)
        assert {row[0]: row[1] for row in rows} == {text: n for n, text in enumerate(AWKWARD)}

    database.write(work)


def test_nothing_is_not_a_word(database: Database) -> None:
    rows = [("T01", text or "none", 1, 1, "rule", text, None, "l|\\|", 5, 0) for text in (None, "NULL", '"')]

    def work(connection: Connection) -> None:
        insert_set(connection, suspense, rows)
        found = connection.execute(select(suspense.c.id, suspense.c.wallet, suspense.c.unit, suspense.c.lot)).all()
        assert {row.id: (row.wallet, row.unit, row.lot) for row in found} == {row[1]: row[5:8] for row in rows}

    database.write(work)


def test_any_bytes_are_stored(database: Database) -> None:
    contents = [bytes(range(256)), b"", b"\\x00", b"{}", "张".encode()]

    def work(connection: Connection) -> None:
        insert_set(connection, strays, [("T01", 1, bytes([n]), n, 0, b"\0", text) for n, text in enumerate(contents)])
        assert [bytes(row.payload) for row in connection.execute(select(strays).order_by(strays.c.seq))] == contents

    database.write(work)


def test_a_guard_keeps_back_the_rows_it_does_not_hold_for(database: Database) -> None:
    def work(connection: Connection) -> None:
        insert_set(connection, accounts, [("w", "u", lot, "office", 10) for lot in "abc"])
        rows = [("a", -10), ("b", -11), ("c", 2**62), ("d", -1)]
        keys = ("wallet", "unit", "lot")
        changes = [("w", "u", lot, amount) for lot, amount in rows]
        assert update_set(connection, accounts, keys, "balance", changes, "{t}balance + {d} >= 0") == 2
        found = select_set(connection, accounts, ("wallet",), ("lot", "balance"), [("w",)])
        assert sorted(map(tuple, found)) == [("a", 0), ("b", 10), ("c", 10 + 2**62)]

    database.write(work)
