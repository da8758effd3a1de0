"""The right to refund a sale moves to the till that asks, behind every refund that was before."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from pydantic import ValidationError
from sqlalchemy import Connection

import sync.office.services.tills.refund_rights as refund_rights
from app.domain.bookkeeping import entries_of_refund, entries_of_sale, refund_event_body, sale_event_body
from app.domain.ids import EventId, MerchantId, SaleId, TillId
from app.domain.journal import Draft, Kind, seal
from app.domain.lease import Lease
from app.domain.ledger import lease_at
from app.domain.sale.elsewhere import REFUND_RIGHT, RIGHT_LOT, holds_right, right_wallet, sale_of_wallet
from app.domain.sale.facts import Refund, RefundLine
from app.domain.staff import Permission
from sync.office.services.people.enlist import EnlistMembers
from sync.office.services.tills.refund_rights import FindSale, place_right
from sync.office.storage.engines import Database
from sync.office.storage.receipts import is_sale
from sync.office.storage.state import read_state
from sync.protocol.messages import Denied, Granted
from sync.protocol.sales import SaleAsk, SaleFound, SaleUnknown
from tests.app.domain.builders import approval, origin
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import sale_of
from tests.sync.protocol.chains import DAY, MERCHANT, Chain

SHOP = MerchantId(MERCHANT)


class Two:
    """A till that sold, one that wants to refund, and head office."""

    def __init__(self, database: Database) -> None:
        self.desk = Desk(database)
        self.seller, self.other = self.desk.newcomer("T01"), self.desk.newcomer("T02")
        for number in range(1, 8):
            self.seller.plain()
            self.sell(number)
        self.wallet = right_wallet(TillId("T01"), SaleId("sale4"))

    def sell(self, number: int) -> None:
        sale = sale_of(number, 1_000)
        draft = Draft(EventId(sale.id), Kind.SALE, 0, DAY, sale_event_body(sale, entries_of_sale(sale, SHOP)))
        event = seal(draft, self.seller.head)
        self.seller.events.append(event)
        self.seller.head = event.head
        self.push(self.seller)

    def refund(self, till: Chain, minor: int, number: int = 99, permission: Permission = Permission.REFUND) -> None:
        sale = sale_of(4, 1_000)
        made = Refund(
            SaleId(f"back{number}"), sale.id, "T01-1-000004", origin(number), "CNY",
            (RefundLine(1, minor, minor),), sale.tenders, replace(approval(), permission=permission), None,
        )  # fmt: skip
        till.add(Kind.REFUND, refund_event_body(made, entries_of_refund(made, SHOP)))
        self.push(till)

    def push(self, till: Chain) -> None:
        self.desk.push(till)

    def find(self, receipt: str = "T01-1-000004") -> SaleFound | SaleUnknown:
        return FindSale(self.desk.world)(
            SaleAsk(till="T02", epoch=1, server_epoch=self.desk.server_epoch, receipt=receipt)
        )

    def ask(self, till: Chain) -> Granted | Denied:
        return self.desk.lease(till, 1, least=1, wallet=self.wallet, unit=REFUND_RIGHT)

    def give_back(self, till: Chain) -> None:
        till.give_back(1, wallet=self.wallet, unit=REFUND_RIGHT, lot=RIGHT_LOT)
        self.push(till)

    def held(self, till: Chain) -> int:
        return self.desk.balance(lease_at(till.head.till), wallet=self.wallet, unit=REFUND_RIGHT, lot=RIGHT_LOT)


@pytest.fixture
def two(database: Database) -> Two:
    return Two(database)


def test_a_sale_is_found_by_its_number_whatever_lies_between(two: Two) -> None:
    for number in range(1, 8):
        found = two.find(f"t01-1-{number:06d}")
        assert isinstance(found, SaleFound)
        assert found.sale["sale"] == f"sale{number}"
        assert "entries" not in found.sale
    for receipt in ("T01-1-000008", "T01-2-000001", "T09-1-000001", "T01-1-0", "x", "T01-1-99999999999", ""):
        assert isinstance(two.find(receipt), SaleUnknown), receipt


def test_the_right_comes_once_the_till_that_sold_has_given_it_back(two: Two) -> None:
    assert isinstance(two.ask(two.other), Denied)
    told = two.desk.pull(two.seller).changes
    assert [(change.change, change.wallet) for change in told] == [("grant", two.wallet), ("recall", two.wallet)]
    assert told[0].total == 1
    # It refunds a part before it hears; that lies in its chain in front of the return.
    two.refund(two.seller, 300)
    two.give_back(two.seller)
    assert isinstance(two.ask(two.other), Granted)
    found = two.find()
    assert isinstance(found, SaleFound)
    assert [refund["refund"] for refund in found.refunds] == ["back99"]
    assert (two.held(two.seller), two.held(two.other)) == (0, 1)
    two.desk.check()


def test_and_goes_back_the_same_way_with_what_was_refunded_meanwhile(two: Two) -> None:
    two.ask(two.other)
    two.give_back(two.seller)
    two.ask(two.other)
    two.refund(two.other, 200, 7)
    assert isinstance(two.ask(two.seller), Denied)
    assert [change.change for change in two.desk.pull(two.other).changes] == ["grant", "recall"]
    two.give_back(two.other)
    assert isinstance(two.ask(two.seller), Granted)
    found = two.find()
    assert isinstance(found, SaleFound)
    assert [refund["refund"] for refund in found.refunds] == ["back7"]
    two.desk.check()


def test_of_a_lost_till_the_right_lies_at_head_office(two: Two) -> None:
    two.desk.write_off("T01", 1, ("chen", "zhou"), "lost")
    assert isinstance(two.ask(two.other), Granted)
    two.desk.check()


def test_a_till_that_is_lost_after_it_was_asked_holds_nobody_up(two: Two) -> None:
    assert isinstance(two.ask(two.other), Denied)
    two.desk.write_off("T01", 1, ("chen", "zhou"), "lost")
    assert isinstance(two.ask(two.other), Granted)


def test_a_refund_at_risk_is_told_and_known_to_whoever_holds_the_right_later(two: Two) -> None:
    two.refund(two.other, 300, 7, Permission.REFUND_AT_RISK)
    two.refund(two.seller, 200, 8)
    EnlistMembers(two.desk.world)()
    assert two.desk.rules_broken() == [("refund_at_risk", 300)]
    found = two.find()
    assert isinstance(found, SaleFound)
    assert sorted(refund["refund"] for refund in found.refunds) == ["back7", "back8"]
    # The right itself is where it was.
    assert isinstance(two.ask(two.other), Denied)
    assert [change.change for change in two.desk.pull(two.seller).changes] == ["grant", "recall"]
    two.desk.check()


def test_an_advance_paid_without_a_line_is_told_and_other_cash_is_not(two: Two) -> None:
    before = two.other.head.seq
    approval = ["refund_at_risk", "lin", "chen", "2 x toast: no line"]
    movement = {"shift": "s1", "direction": "paid_out", "amount": 4_000, "approval": approval}
    two.other.add(Kind.CASH_MOVEMENT, {**movement, "receipt": "T01-1-000001"})
    two.other.add(Kind.CASH_MOVEMENT, movement)
    two.desk.push(two.other, before)
    EnlistMembers(two.desk.world)()
    assert two.desk.rules_broken() == [("refund_at_risk", 4_000)]
    two.desk.check()


def test_a_wallet_of_no_sale_has_no_right(two: Two) -> None:
    two.wallet = right_wallet(TillId("T01"), SaleId("sale44"))
    assert isinstance(two.ask(two.other), Denied)
    assert two.desk.pull(two.seller).changes == ()


def test_whose_the_right_is_at_a_till() -> None:
    wallet = right_wallet(TillId("T-1"), SaleId("s"))
    assert sale_of_wallet(wallet) == ("T-1", "s")
    assert sale_of_wallet(right_wallet(TillId(""), SaleId("s"))) is None
    given = Lease(wallet, REFUND_RIGHT, RIGHT_LOT, granted=1, returned=1)
    held = Lease(wallet, REFUND_RIGHT, RIGHT_LOT, granted=1)
    assert [holds_right(leases, is_own=True) for leases in ((), (given,), (held,))] == [True, False, True]
    assert [holds_right(leases, is_own=False) for leases in ((), (given,), (held,))] == [False, False, True]


def test_of_two_tills_that_ask_in_the_same_moment_one_right_is_made(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = Two(postgres_database)
    begun = Barrier(2)

    def seen(connection: Connection, till: TillId, event: str) -> bool:
        begun.wait(10)
        return is_sale(connection, till, event)

    # Both have seen that there is none before either makes it.
    monkeypatch.setattr(refund_rights, "is_sale", seen)

    def place() -> None:
        postgres_database.write(
            lambda connection: place_right(connection, two.desk.world, read_state(connection), two.wallet)
        )

    with ThreadPoolExecutor(2) as pool:
        for asked in [pool.submit(place) for _ in range(2)]:
            asked.result()
    assert two.held(two.seller) == 1
    assert [change.total for change in two.desk.pull(two.seller).changes] == [1]


def test_a_sale_that_cannot_be_read_is_no_sale(two: Two) -> None:
    two.seller.add(Kind.SALE, {"origin": {"receipt": 8}})
    two.push(two.seller)
    assert isinstance(two.find("T01-1-000008"), SaleUnknown)
    assert isinstance(two.find(), SaleFound)


def test_a_refund_that_cannot_be_read_hides_no_sale(two: Two) -> None:
    two.seller.add(Kind.REFUND, ["sale4"])  # type: ignore[arg-type]
    two.push(two.seller)
    found = two.find()
    assert isinstance(found, SaleFound)
    assert found.refunds == ()


def test_a_receipt_is_asked_for_in_letters_that_a_database_knows() -> None:
    with pytest.raises(ValidationError):
        SaleAsk(till="T02", epoch=1, server_epoch="e", receipt="T01\0-1-1")
