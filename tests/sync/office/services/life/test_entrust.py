"""A single shop's till is entrusted with everything that lies at head office, once, save what is to be taken."""

import pytest

from app.domain.ids import WalletId
from app.domain.ledger import OFFICE, POINTS, Lot, lease_at
from sync.office.services.life.entrust import EntrustTill
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import CLUB, COUPON, Office, sale_of
from tests.sync.protocol.chains import TILL


@pytest.fixture
def office(desk: Desk) -> Office:
    office = Office(desk)
    office.sell(sale_of(1, 60_000))
    office.react()
    return office


def entrust(office: Office) -> EntrustTill:
    return EntrustTill(office.desk.world, TILL, 1)


def test_everything_goes_and_is_told_once(office: Office) -> None:
    assert entrust(office)() > 0
    lot = next(lot for unit, lot in office.life().standing.lots if unit == COUPON)
    assert office.desk.balance(lease_at(TILL), unit=COUPON, lot=lot) == 2
    assert office.desk.balance(OFFICE, unit=COUPON, lot=lot) == 0
    told = [each for each in office.desk.pull(office.till).changes if each.unit == COUPON]
    assert [(each.change, each.total) for each in told] == [("grant", 2)]
    assert entrust(office)() == 0
    office.desk.check()


def test_growth_stays_and_of_the_limits_for_all_what_head_office_gives_by(desk: Desk) -> None:
    offer = """
[[promotions]]
kind = "amount_off"
id = "first_ten"
name = { en = "First ten" }
steps = [{ at_least = "1.00", off = "0.10" }]
limits = [{ count = 10, per = "life", of = "all" }]
"""
    office = Office(desk, CLUB + offer)
    office.sell(sale_of(1, 60_000))
    office.react()
    entrust(office)()
    changes = office.desk.pull(office.till).changes
    assert "growth" not in {each.unit for each in changes}
    assert [each.unit for each in changes if each.wallet == "programme:club"] == ["right:first_ten:life:"]
    office.sell(sale_of(2, 60_000, "w-li"), sale_of(3, 60_000, "w-wu"), sale_of(4, 60_000, "w-xu"))
    office.react()
    assert [office.coupons(wallet) for wallet in ("w-li", "w-wu", "w-xu")] == [2, 2, 0]


def test_what_is_past_its_date_or_waited_for_stays(office: Office) -> None:
    past = Lot("old", "", "2026-11-21")
    office.desk.give(30, unit=POINTS, lot=past)
    office.desk.give(40, unit=POINTS, lot=Lot("new", "", "2026-11-22"))
    entrust(office)()
    told = {each.lot for each in office.desk.pull(office.till).changes if each.unit == POINTS}
    assert told == {Lot("new", "", "2026-11-22").key}
    office.desk.check()


def test_a_till_that_is_closed_gets_nothing(office: Office) -> None:
    office.desk.fence(TILL, 1, "lost")
    assert entrust(office)() == 0
    assert EntrustTill(office.desk.world, TILL, 7)() == 0
    assert office.life().wallet == WalletId("w-zhang")
