"""Two members who are one: one history, one first gift, the rights of one."""

import pytest

from app.domain.ids import WalletId
from app.domain.ledger import OFFICE, POINTS, Lot, Unit
from app.domain.people.facts import Merge
from app.domain.programme.file import read_programme
from app.domain.programme.lifecycle.limits import rights_of_everyone
from sync.office.services.life.lives import Lives
from sync.office.services.programme.publish import PublishProgramme
from sync.office.services.upkeep.follow import Follow
from sync.office.storage.engines import Database
from sync.office.storage.life import Life
from sync.protocol.messages import Denied, Granted
from tests.app.domain.builders import approval
from tests.app.domain.programme.clubs import club
from tests.sync.office.services.people.test_enlist import Town, ids

WELCOME = club("""
[[tiers]]
id = "gold"
name = { en = "Gold" }

[[coupons]]
id = "half"
name = { en = "Half" }
lasts = { days = 10 }
limits = [{ count = 2, per = "life", of = "member" }]

[coupons.effect]
kind = "amount"
off = "10"

[[gifts]]
id = "welcome"
name = { en = "Welcome" }
on = "join"
gives = [{ coupon = "half", count = 1 }, { points = 100 }]

""")
COUPON = Unit("coupon:half")


@pytest.fixture
def town(database: Database) -> Town:
    town = Town(database)
    PublishProgramme(town.desk.world)(WELCOME, "2025-01-01 00:00", "chen")
    return town


def life(town: Town, name: str) -> Life:
    wallet: WalletId = town.end(name)
    return town.desk.database.read(lambda connection: Lives(connection, town.desk.world, [wallet]).life(wallet))


def follow(town: Town) -> None:
    Follow(town.desk.world).once("")
    town.desk.check()


def welcome(town: Town, name: str) -> tuple[int, int]:
    standing = life(town, name).standing
    return standing.total(COUPON), standing.total(POINTS)


def test_who_is_registered_twice_is_welcomed_once(town: Town) -> None:
    town.register("T01", "first")
    town.register("T02", "second")
    follow(town)
    assert town.end("second") == town.end("first")
    assert welcome(town, "first") == (1, 100)


def test_the_second_welcome_is_taken_back_where_it_was_given(town: Town) -> None:
    town.register("T01", "first")
    town.register("T02", "second", "13900000000")
    follow(town)
    assert welcome(town, "first") == welcome(town, "second") == (1, 100)
    town.tell("T01", Merge(ids("first"), ids("second"), approval()))
    follow(town)
    follow(town)
    assert town.end("second") == "w-first"
    assert welcome(town, "first") == (1, 100)


def test_of_a_second_welcome_that_a_till_holds_the_rest_is_taken_once_it_is_back(town: Town) -> None:
    town.register("T01", "first")
    town.register("T02", "second", "13900000000")
    follow(town)
    till = town.till("T02")
    lots = life(town, "second").at_office
    points: Lot = next(lot for unit, lot in lots if unit == POINTS)
    town.desk.lease(till, 100, wallet="w-second", unit=POINTS)
    town.tell("T01", Merge(ids("first"), ids("second"), approval()))
    follow(town)
    assert welcome(town, "first") == (1, 100)
    before = till.head.seq
    till.give_back(60, wallet="w-second", unit=POINTS, lot=points)
    town.desk.push(till, before)
    follow(town)
    assert welcome(town, "first") == (1, 100)
    assert town.desk.balance(OFFICE, wallet="w-second", unit=POINTS, lot=points) == 0


def test_what_was_used_of_a_limit_counts_for_the_one_who_stays(town: Town) -> None:
    town.register("T01", "first")
    town.register("T02", "second", "13900000000")
    follow(town)
    (unit, allowed), *_ = rights_of_everyone(read_programme(WELCOME), "2026-11-22").items()
    assert allowed == 2
    one, two = town.till("T01"), town.till("T02")
    lent = town.desk.lease(two, 2, wallet="w-second", unit=unit)
    assert isinstance(lent, Granted)
    lot = Lot.from_key(lent.lots[0][0])
    before = two.head.seq
    two.spend(1, wallet="w-second", unit=unit, lot=lot)
    two.give_back(1, wallet="w-second", unit=unit, lot=lot)
    town.desk.push(two, before)
    town.tell("T01", Merge(ids("first"), ids("second"), approval()))
    follow(town)
    assert isinstance(town.desk.lease(one, 2, least=2, wallet="w-first", unit=unit), Denied)
    assert isinstance(town.desk.lease(one, 2, least=1, wallet="w-first", unit=unit), Granted)
    town.desk.check()
