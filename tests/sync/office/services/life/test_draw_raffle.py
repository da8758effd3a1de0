"""A raffle: promised, drawn once on its day, prizes posted, and checked by anyone."""

import json

import pytest

from app.domain.programme.drawing import commitment, raffle
from app.domain.programme.model import Draw, Prize
from app.domain.programme.rights import entitlement_unit, spin_unit
from sync.office.services.life.draw_raffle import DrawRaffle, NotYetError, UnknownRaffleError
from sync.office.storage.raffles import find_raffle
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import CLUB, Office, sale_of

RAFFLE = (
    CLUB
    + """
[[gifts]]
id = "ticket"
name = { en = "Ticket" }
on = "purchase"
at_least = "100.00"
repeats = true
gives = [{ draw = "set" }]

[[draws]]
id = "set"
kind = "raffle"
name = { en = "Raffle" }
drawn_on = "2025-11-01"
winners = 5
prizes = [
    { id = "big", name = { en = "Big" }, quota = 1, gives = [{ entitlement = "box" }] },
    { id = "small", name = { en = "Small" }, quota = 1, gives = [{ coupon = "thanks" }] },
]

[[entitlements]]
id = "box"
name = { en = "Box" }
"""
)
PEOPLE = ("w-a", "w-b", "w-c")


@pytest.fixture
def office(desk: Desk) -> Office:
    office = Office(desk, RAFFLE)
    office.sell(*(sale_of(number, 25_000, wallet) for number, wallet in enumerate(PEOPLE, start=1)))
    office.react()
    return office


def test_never_more_winners_than_prizes_and_nobody_twice(office: Office) -> None:
    drawn = DrawRaffle(office.desk.world)("set", "chen")
    assert sum(drawn.entries.values()) == 6
    assert [each.prize for each in drawn.winners] == ["big", "small"]
    assert len({each.holder for each in drawn.winners}) == 2


def test_winners_have_their_prizes_and_no_tickets_left(office: Office) -> None:
    first, second = DrawRaffle(office.desk.world)("set", "chen").winners
    assert office.life(first.holder).standing.total(entitlement_unit("box")) == 1
    assert office.coupons(second.holder) == 1
    for winner in (first, second):
        assert office.life(winner.holder).standing.total(spin_unit("set")) == 0
    (loser,) = set(PEOPLE) - {first.holder, second.holder}
    assert office.life(loser).standing.total(spin_unit("set")) == 2


def test_drawn_twice_it_is_the_same(office: Office) -> None:
    draw = DrawRaffle(office.desk.world)
    first = draw("set", "chen")
    assert draw("set", "lin") == first
    assert office.life(first.winners[0].holder).standing.total(entitlement_unit("box")) == 1


def test_the_seed_was_promised_and_anyone_can_check_it(office: Office) -> None:
    service = DrawRaffle(office.desk.world)
    promised = service.promise("set")
    assert service.promise("set") == promised
    drawn = service("set", "chen")
    assert commitment(drawn.seed) == promised
    kept = office.desk.database.read(lambda connection: find_raffle(connection, "club:set"))
    assert kept == drawn
    declared = Draw(
        id="set",
        names={"en": "x"},
        winners=5,
        prizes=(Prize(id="big", names={"en": "x"}, quota=1), Prize(id="small", names={"en": "x"}, quota=1)),
    )
    assert raffle(declared, json.loads(json.dumps(dict(drawn.entries))), drawn.seed) == drawn.winners


def test_not_before_its_day_and_only_raffles(desk: Desk) -> None:
    later = Office(desk, RAFFLE.replace("2025-11-01", "2099-01-01"))
    with pytest.raises(NotYetError, match="2099-01-01"):
        DrawRaffle(later.desk.world)("set", "chen")
    with pytest.raises(UnknownRaffleError):
        DrawRaffle(later.desk.world)("other", "chen")


def test_without_tickets_nobody_wins(desk: Desk) -> None:
    assert DrawRaffle(Office(desk, RAFFLE).desk.world)("set", "chen").winners == ()
