"""Sales, nights and decisions by hand: the tiers that follow are announced; a shop's own till is told only those."""

from typing import Any

import pytest

from app.domain.ids import WalletId
from sync.office.services.life.decide import DecideByHand
from sync.office.services.streams.tell_standings import TellStandings
from sync.office.services.tills.listen import FeedHeads
from sync.office.storage.announced import announce, has_announced
from sync.office.storage.feed import lease_stream
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import Office, sale_of
from tests.sync.office.services.streams.test_feed_rows import pull
from tests.sync.protocol.chains import WALLET


@pytest.fixture
def office(desk: Desk) -> Office:
    return Office(desk)


def news(office: Office, cursor: int = 0) -> Any:
    assert office.desk.database.read(has_announced), "tills are to hear of it"
    TellStandings(office.desk.world, office.till.head.till, office.till.head.epoch)()
    return pull(office.desk, office.till, "standings", cursor)


def test_a_rise_comes_and_what_is_as_it_was_comes_once(office: Office) -> None:
    office.sell(sale_of(1, 60_000))
    office.react()
    told = news(office)
    assert [(row.id, row.content) for row in told.rows] == [
        (WALLET, {"main": ["gold", "2026-12-21"], "more": [], "had": ["basic"]})
    ]
    office.desk.database.write(lambda connection: announce(connection, [WalletId(WALLET)]))
    assert news(office, told.cursor).rows == ()


def test_the_till_that_waits_hears_of_it_once(office: Office) -> None:
    stream = lease_stream(office.till.head.till, office.till.head.epoch, office.desk.server_epoch)

    def head() -> int:
        return FeedHeads(office.desk.world)([stream]).get(stream, 0)

    office.sell(sale_of(1, 60_000))
    office.react()
    before = office.desk.pull(office.till).cursor
    news(office)
    assert head() > before
    assert office.desk.pull(office.till, before).cursor == head()
    told = head()
    office.desk.database.write(lambda connection: announce(connection, [WalletId(WALLET)]))
    news(office)
    assert head() == told


def test_a_night_that_ends_a_tier_and_a_person_who_decides_are_announced(office: Office) -> None:
    office.sell(sale_of(1, 60_000))
    office.react()
    told = news(office)
    DecideByHand(office.desk.world).set_tier(WALLET, "", "asked for it", "chen")
    told = news(office, told.cursor)
    assert told.rows[0].content == {"main": None, "more": [], "had": ["basic", "gold"]}
    DecideByHand(office.desk.world).set_tier(WALLET, "gold", "a mistake", "chen")
    told = news(office, told.cursor)
    until = told.rows[0].content["main"][1]
    office.nights(f"{int(until[:4]) + 1}{until[4:]}")
    assert news(office, told.cursor).rows[0].content["main"] != ["gold", until]


def test_of_whom_head_office_has_decided_nothing_nothing_is_said(desk: Desk) -> None:
    office = Office(desk)
    desk.database.write(lambda connection: announce(connection, [WalletId("w-stranger")]))
    assert news(office).rows == ()
