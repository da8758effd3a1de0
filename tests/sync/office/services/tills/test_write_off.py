"""A lost till: the member is whole at once, what comes late is the house's loss, and it may always come."""

import pytest

from app.domain.ledger import DISPUTED, REDEEMED, RESERVE
from sync.office.services.errors import SecondPersonNeededError
from sync.office.storage.engines import Database
from sync.protocol.messages import Fenced, Granted, PushFenced
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import TILL


def test_two_persons_and_not_one_twice(desk: Desk) -> None:
    desk.newcomer()
    for persons in ([], ["wang"], ["wang", "wang "], ["wang", ""]):
        with pytest.raises(SecondPersonNeededError):
            desk.write_off(TILL, 1, persons, "lost")


def test_in_a_single_shop_one_person_is_enough(database: Database) -> None:
    desk = Desk(database, persons_needed=1)
    desk.newcomer()
    assert desk.write_off(TILL, 1, ["wang"], "lost") == {}


def test_the_member_is_whole_at_once(desk: Desk) -> None:
    desk.give(1_000)
    chain = desk.newcomer()
    desk.lease(chain, 600)
    chain.spend(100)
    desk.push(chain)
    assert desk.write_off(TILL, 1, ["wang", "li"], "lost") == {"principal": 500}
    assert desk.write_off(TILL, 1, ["wang", "li"], "lost") == {}
    assert (desk.at_office, desk.held_by(chain)) == (900, 0)
    assert (desk.balance(DISPUTED), desk.balance(RESERVE)) == (500, -500)
    desk.check()


def test_the_till_that_comes_back_uploads_and_the_house_pays_for_its_late_spends(desk: Desk) -> None:
    desk.give(1_000)
    chain = desk.newcomer()
    desk.lease(chain, 600)
    desk.write_off(TILL, 1, ["wang", "li"], "stolen")
    other = desk.newcomer("T02")
    assert isinstance(desk.lease(other, 1_000), Granted)
    chain.spend(250)
    chain.credit(30)
    chain.give_back(350)
    assert isinstance(desk.hello(chain), Fenced)
    assert isinstance(desk.push(chain), PushFenced)
    # Sold for: 250. Disputed 600 less 250 less 350 that came back to the reserve. The credit is the member's.
    assert desk.balance(REDEEMED) == 250
    assert (desk.balance(DISPUTED), desk.balance(RESERVE)) == (0, -250)
    assert (desk.at_office, desk.held_by(other)) == (30, 1_000)
    assert desk.rules_broken() == [("late_spend", 250), ("late_spend", 350)]
    denied = desk.lease(chain, 1)
    assert denied.answer == "denied"
    desk.check()
