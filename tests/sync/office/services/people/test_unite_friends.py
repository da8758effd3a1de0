"""One person registered twice, each time brought by somebody, is one friend; who brings themself brings nobody."""

import pytest

from app.domain.ids import MemberId
from app.domain.ledger import OFFICE, POINTS, Lot
from app.domain.people.facts import Merge
from sync.office.services.programme.publish import PublishProgramme
from sync.office.storage.engines import Database
from tests.app.domain.builders import approval
from tests.app.domain.programme.clubs import club
from tests.sync.office.services.people.test_enlist import Town, ids
from tests.sync.office.services.people.test_merge import follow, life

CLUB = club("""
[[referrals]]
id = "friend"
name = { en = "Friend" }
once = "joined"
gives = [{ points = 50 }]
friend_gives = [{ points = 20 }]

""")
OTHER_PHONE = "13900000000"


@pytest.fixture
def town(database: Database) -> Town:
    town = Town(database)
    PublishProgramme(town.desk.world)(CLUB, "2025-01-01 00:00", "chen")
    for number, name in enumerate(("wang", "chen")):
        town.register("T01", name, f"1370000000{number}")
    follow(town)
    return town


def register(town: Town, name: str, phone: str, brought_by: str) -> None:
    town.register("T01", name, phone, referrer=MemberId(f"m-{brought_by}"))
    follow(town)


def merge(town: Town) -> None:
    town.tell("T01", Merge(ids("first"), ids("second"), approval()))
    follow(town)
    follow(town)


def points(town: Town, *names: str) -> list[int]:
    return [life(town, name).standing.total(POINTS) for name in names]


def test_each_of_two_who_brought_one_person_was_paid_and_the_second_pays_back(town: Town) -> None:
    register(town, "first", "13800000001", "wang")
    register(town, "second", OTHER_PHONE, "chen")
    assert points(town, "wang", "chen", "first", "second") == [50, 50, 20, 20]
    merge(town)
    assert points(town, "wang", "chen", "first") == [50, 0, 20]
    assert town.known("first").referrer == "m-wang"


def test_who_brought_one_person_twice_is_paid_once(town: Town) -> None:
    register(town, "first", "13800000001", "wang")
    register(town, "second", OTHER_PHONE, "wang")
    assert points(town, "wang") == [100]
    merge(town)
    merge(town)
    assert points(town, "wang", "first") == [50, 20]


def test_who_was_paid_for_the_one_that_ends_stays_who_brought_them(town: Town) -> None:
    town.register("T01", "first", "13800000001")
    register(town, "second", OTHER_PHONE, "chen")
    merge(town)
    assert points(town, "chen", "first") == [50, 20]
    assert town.known("first").referrer == "m-chen"
    assert "friend:friend:w-first" in life(town, "chen").standing.done


def test_nobody_brings_themself(town: Town) -> None:
    town.register("T01", "first", "13800000001")
    register(town, "second", OTHER_PHONE, "first")
    assert points(town, "first") == [50]
    merge(town)
    assert points(town, "first") == [0]
    assert town.known("first").referrer == ""


def test_who_registers_right_before_the_friend_they_bring_is_paid(town: Town) -> None:
    town.register("T01", "first", "13800000001")
    register(town, "second", OTHER_PHONE, "first")
    assert points(town, "first", "second") == [50, 20]


def test_what_a_till_holds_of_it_is_taken_once_it_is_back(town: Town) -> None:
    register(town, "first", "13800000001", "wang")
    register(town, "second", OTHER_PHONE, "chen")
    lot: Lot = next(lot for unit, lot in life(town, "chen").at_office if unit == POINTS)
    till = town.till("T02")
    town.desk.lease(till, 50, wallet="w-chen", unit=POINTS)
    merge(town)
    assert points(town, "chen") == [0]
    before = till.head.seq
    till.give_back(50, wallet="w-chen", unit=POINTS, lot=lot)
    town.desk.push(till, before)
    life(town, "chen")
    town.change("T01", "chen", birthday="1990-01-01")
    follow(town)
    assert town.desk.balance(OFFICE, wallet="w-chen", unit=POINTS, lot=lot) == 0
