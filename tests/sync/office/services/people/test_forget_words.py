"""Head office forgets: keys go with the member, each till hears of its own events, and the books are the same."""

from pathlib import Path

import pytest

from app.domain.ids import WalletId
from app.domain.people.facts import Erasure, Merge
from sync.office.storage.engines import Database
from sync.office.storage.member_keys import dropped_keys
from sync.office.storage.schema import metadata
from tests.app.domain.builders import approval
from tests.sync.office.services.people.test_enlist import PHONE, Town, ids


@pytest.fixture
def town(database: Database) -> Town:
    return Town(database)


def said(town: Town) -> str:
    """Everything that whoever has the key of the database can read in it."""

    def read(connection: object) -> list[object]:
        rows = (row for table in metadata.sorted_tables for row in connection.execute(table.select()))  # type: ignore[attr-defined]
        return [value for row in rows for value in row]

    values = town.desk.database.read(read)
    return "\n".join(
        bytes(each).decode("utf-8", "replace") if isinstance(each, bytes | memoryview) else str(each) for each in values
    )


def keys(town: Town) -> int:
    """How many events can still be opened."""

    def read(connection: object) -> int:
        found = connection.exec_driver_sql("SELECT count(*) FROM member_keys WHERE length(words_key) > 0")  # type: ignore[attr-defined]
        return int(found.scalar_one())

    return town.desk.database.read(read)


def test_nothing_of_who_was_forgotten_is_left_but_the_books(town: Town) -> None:
    town.register("T01", "a", called="王芳")
    town.register("T01", "b", phone="13900000000", called="赵六")
    town.change("T02", "a", name="王方方")
    town.top_up("T01", "a", 3_000)
    town.look()
    assert "王方方" in said(town)
    assert keys(town) == 3
    town.tell("T03", Erasure(*ids("a"), approval()))
    town.look()
    everything = said(town)
    for word in ("王芳", "王方方", PHONE):
        assert word not in everything
    assert "赵六" in everything
    assert keys(town) == 1
    assert town.at_office("a") == 3_000
    town.desk.check()


def test_each_till_hears_of_its_own_events_with_every_hello(town: Town) -> None:
    town.register("T01", "a")
    town.register("T01", "b", phone="13900000000")
    town.change("T02", "a", name="王方方")
    town.tell("T03", Erasure(*ids("a"), approval()))
    town.look()
    for _ in range(2):
        assert town.desk.hello(town.till("T01")).forgotten == ((1, 1),)
        assert town.desk.hello(town.till("T02")).forgotten == ((1, 1),)
        assert town.desk.hello(town.till("T03")).forgotten == ()


def test_of_two_that_are_one_both_are_forgotten(town: Town) -> None:
    town.register("T01", "a")
    town.register("T02", "b")
    town.look()
    assert town.end("b") == "w-a"
    town.tell("T03", Erasure(*ids("b"), approval()))
    town.look()
    assert keys(town) == 0
    assert town.desk.hello(town.till("T01")).forgotten == ((1, 1),)
    assert town.desk.hello(town.till("T02")).forgotten == ((1, 1),)


def test_what_a_till_that_had_not_heard_tells_goes_and_nothing_of_others(town: Town) -> None:
    town.register("T01", "a")
    town.tell("T01", Erasure(*ids("a"), approval()))
    town.register("T02", "b", phone="13900000000")
    town.tell("T02", Merge(ids("b"), ids("a"), approval()))
    town.change("T03", "a", name="王方方")
    town.look()
    assert town.end("a") == "w-b"
    assert town.desk.hello(town.till("T03")).forgotten == ((1, 1),)
    assert town.desk.hello(town.till("T02")).forgotten == ()
    assert keys(town) == 1
    assert "王方方" not in said(town)


def test_a_key_that_never_came_makes_a_member_without_a_name(town: Town) -> None:
    town.register("T01", "a")
    chain = town.till("T02")
    town.till("T03")
    body_of = town.till("T01").events[0].body()
    chain.add(town.till("T01").events[0].kind, {**body_of, "member": "m-x", "wallet": "w-x"})
    town.desk.push(chain)
    town.look()
    known = town.desk.database.read(lambda connection: dropped_keys(connection, chain.head.till))
    assert known == []
    assert town.known("x").member.name == ""
    assert town.known("x").member.wallet == WalletId("w-x")


def test_a_file_of_sqlite_keeps_no_trace_in_its_free_pages(tmp_path: Path, town: Town) -> None:
    if town.desk.database.writer.dialect.name != "sqlite":
        pytest.skip("PostgreSQL cleans up by itself")
    town.register("T01", "a")
    town.look()
    town.tell("T01", Erasure(*ids("a"), approval()))
    town.look()
    found = town.desk.database.write(lambda connection: connection.exec_driver_sql("PRAGMA secure_delete").scalar())
    assert found == 1
