"""What both were given that one person is given once: welcome, birthday, first purchase; a tier that both reach."""

import pytest

from app.domain.bookkeeping import entries_of_sale, sale_event_body
from app.domain.journal import Kind
from app.domain.ledger import POINTS
from app.domain.people.facts import Merge
from sync.office.services.programme.publish import PublishProgramme
from sync.office.services.upkeep.work_nights import WorkNights
from sync.office.storage.engines import Database
from tests.app.domain.builders import approval
from tests.app.domain.programme.clubs import club, gold_from
from tests.sync.office.services.life.test_react import SHOP, sale_of
from tests.sync.office.services.people.test_enlist import Town, ids
from tests.sync.office.services.people.test_merge import follow, life

CLUB = club(
    gold_from("500.00")
    + """
[[gifts]]
id = "birthday"
name = { en = "Birthday" }
on = "birthday_day"
gives = [{ points = 1 }]

[[gifts]]
id = "first"
name = { en = "First" }
on = "first_purchase"
gives = [{ points = 10 }]

[[gifts]]
id = "golden"
name = { en = "Golden" }
on = "tier"
when = { tiers = ["gold"] }
gives = [{ points = 100 }]

"""
)


@pytest.fixture
def town(database: Database) -> Town:
    town = Town(database)
    PublishProgramme(town.desk.world)(CLUB, "2025-01-01 00:00", "chen")
    town.register("T01", "first", "13800000001", birthday="1990-11-23")
    town.register("T02", "second", "13900000000", birthday="1990-11-23")
    follow(town)
    return town


def sell(town: Town, till: str, number: int, paid: int, name: str) -> None:
    chain = town.till(till)
    before, sale = chain.head.seq, sale_of(number, paid, f"w-{name}")
    chain.add(Kind.SALE, sale_event_body(sale, entries_of_sale(sale, SHOP)))
    town.desk.push(chain, before)
    follow(town)


def merge(town: Town) -> None:
    town.tell("T01", Merge(ids("first"), ids("second"), approval()))
    follow(town)


def points(town: Town, name: str = "first") -> int:
    return life(town, name).standing.total(POINTS)


def test_birthday_first_purchase_and_tier_are_one_persons(town: Town) -> None:
    sell(town, "T01", 1, 60_000, "first")
    sell(town, "T02", 2, 70_000, "second")
    WorkNights(town.desk.world)("2026-11-23")
    assert points(town) == points(town, "second") == 111
    merge(town)
    assert points(town) == 111
    assert life(town, "first").standing.tiers["main"].tier == "gold"


def test_what_only_the_one_that_ends_was_given_stays(town: Town) -> None:
    sell(town, "T02", 1, 60_000, "second")
    merge(town)
    assert points(town) == 110
    sell(town, "T01", 2, 100, "first")
    WorkNights(town.desk.world)("2026-11-24")
    assert points(town) == 111


def test_what_both_bought_together_lifts_the_one_with_the_next_night(town: Town) -> None:
    sell(town, "T01", 1, 30_000, "first")
    sell(town, "T02", 2, 30_000, "second")
    merge(town)
    WorkNights(town.desk.world)("2026-11-24")
    assert life(town, "first").standing.tiers["main"].tier == "gold"
    assert points(town) == 111
