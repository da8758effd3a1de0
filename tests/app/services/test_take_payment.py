"""Payments outside the till: on record before they are sent, in a sale or given back, on a real store."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import Refused, Why
from app.domain.ids import OperatorId, PaymentId
from app.domain.payment import OPEN_PAYMENTS, Closing, Outcome, Payment
from app.domain.programme.model import TenderType
from app.domain.sale.facts import Sale
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.ports.payment import Answer
from app.services.top_up_card import TopUpRequest
from app.storage.backup import back_up
from app.storage.restore import restore
from app.storage.sqlcipher import connect_raw
from app.storage.verify.run import verify_files
from tests.app.services.shop import CASHIER, LI_CARD, MANAGER, MILK, SUPERVISOR, Shop

PAID = Answer(Outcome.PAID, "4200001234202611221234567890")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    shop.use.open_shift(CASHIER, 30_000)
    yield shop
    shop.store.close()


def start(shop: Shop, amount_minor: int = 1_280) -> Payment:
    payment = shop.use.take_payment(CASHIER, "wechat", amount_minor)
    assert isinstance(payment, Payment)
    return payment


def sell(shop: Shop, payment: Payment) -> Sale:
    paid = Tendered("wechat", TenderType.EXTERNAL, payment.amount_minor, payment.reference)
    sale = shop.sell(paid, goods=(MILK,))
    assert isinstance(sale, Sale), sale
    return sale


def findings(shop: Shop) -> list[str]:
    shop.store.close()
    try:
        return [finding.what for finding in verify_files(shop.data_dir, shop.key)]
    finally:
        shop.open()


def test_a_payment_is_on_record_before_anybody_is_asked_and_still_there_after_a_restart(shop: Shop) -> None:
    payment = start(shop)
    shop.reopen()
    assert shop.use.take_payment.open() == (payment,)
    assert findings(shop) == []


def test_a_paid_payment_stays_until_its_sale_takes_it_in_the_same_transaction(shop: Shop) -> None:
    paid = shop.use.take_payment.settle(start(shop).id, PAID)
    assert paid is not None
    assert paid.is_paid
    shop.reopen()
    assert shop.use.take_payment.open() == (paid,)
    sell(shop, paid)
    assert shop.use.take_payment.open() == ()
    assert findings(shop) == []


def test_the_z_report_counts_what_was_paid_and_nothing_else(shop: Shop) -> None:
    for outcome in (Outcome.REFUSED, Outcome.TIMED_OUT, Outcome.UNKNOWN):
        shop.use.take_payment.settle(start(shop, 777).id, Answer(outcome))
    given_back = shop.use.take_payment.settle(start(shop, 555).id, PAID)
    assert given_back is not None
    shop.use.take_payment.reversed(CASHIER, given_back.id)
    paid = shop.use.take_payment.settle(start(shop).id, PAID)
    assert paid is not None
    sell(shop, paid)
    closed = shop.use.close_shift(CASHIER, 30_000)
    assert not isinstance(closed, Refused)
    assert closed[1].tenders == {"wechat": 1_280}
    assert [each.amount_minor for each in shop.use.take_payment.open()] == [777]
    assert findings(shop) == []


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.TIMED_OUT])
def test_a_payment_that_was_not_made_is_over(shop: Shop, outcome: Outcome) -> None:
    assert shop.use.take_payment.settle(start(shop).id, Answer(outcome)) is None
    assert shop.use.take_payment.open() == ()


def test_an_unknown_outcome_writes_nothing_and_the_payment_stays_open(shop: Shop) -> None:
    payment = start(shop)
    assert shop.use.take_payment.settle(payment.id, Answer(Outcome.UNKNOWN)) == payment
    assert shop.use.take_payment.open() == (payment,)


def test_a_second_answer_changes_nothing(shop: Shop) -> None:
    paid = shop.use.take_payment.settle(start(shop).id, PAID)
    assert paid is not None
    assert shop.use.take_payment.settle(paid.id, Answer(Outcome.REFUSED)) == paid
    assert shop.use.take_payment.settle(PaymentId("nobody"), PAID) is None


def test_a_reference_that_is_a_card_number_is_never_kept(shop: Shop) -> None:
    payment = start(shop)
    paid = shop.use.take_payment.settle(payment.id, Answer(Outcome.PAID, "4111 1111 1111 1111"))
    assert paid is not None
    assert paid.reference == payment.id
    with shop.store.unit_of_work() as uow:
        assert "4111" not in (uow.config.get(OPEN_PAYMENTS) or "")


def test_without_a_shift_or_an_amount_nothing_begins(shop: Shop) -> None:
    assert shop.use.take_payment(CASHIER, "wechat", 0) == Refused(Why.AMOUNT_NOT_POSITIVE)
    shop.use.close_shift(CASHIER, 30_000)
    assert shop.use.take_payment(CASHIER, "wechat", 1) == Refused(Why.SHIFT_NOT_OPEN)


def said(reason: str = "商户平台已查", by: str = MANAGER.id) -> Approval:
    return Approval(Permission.CLOSE_PAYMENT, CASHIER.id, OperatorId(by), reason)


def test_a_manager_closes_what_no_provider_answers_for_with_a_reason_on_record(shop: Shop) -> None:
    not_paid, paid = start(shop, 700), start(shop)
    close = shop.use.take_payment.close
    assert close(not_paid.id, Closing.NOT_PAID, said()) is None
    declared = close(paid.id, Closing.PAID, said())
    assert isinstance(declared, Payment)
    assert (declared.is_paid, declared.reference) == (True, declared.id)
    with closing(connect_raw(shop.store.path, shop.key.for_till_db())) as raw:
        rows = raw.execute("SELECT payload FROM event ORDER BY pos").fetchall()
    bodies = [json.loads(row[0])["body"] for row in rows]
    assert [body["approval"][2:] for body in bodies if "outcome" in body] == [[MANAGER.id, "商户平台已查"]] * 2
    sell(shop, declared)
    assert shop.use.take_payment.open() == ()
    assert findings(shop) == []


def test_what_was_declared_paid_can_be_declared_given_back_and_nothing_twice(shop: Shop) -> None:
    payment, close = start(shop), shop.use.take_payment.close
    assert close(payment.id, Closing.GIVEN_BACK, said()) == payment
    declared = close(payment.id, Closing.PAID, said())
    assert close(payment.id, Closing.NOT_PAID, said()) == declared
    assert close(payment.id, Closing.GIVEN_BACK, said()) is None
    assert close(payment.id, Closing.GIVEN_BACK, said()) is None
    assert findings(shop) == []


def test_closing_takes_a_manager_and_a_reason(shop: Shop) -> None:
    payment, close = start(shop), shop.use.take_payment.close
    refused = Refused(Why.NOT_PERMITTED, {"permission": "close_payment"})
    assert close(payment.id, Closing.PAID, said(by=SUPERVISOR.id)) == refused
    assert close(payment.id, Closing.PAID, said(" ")) == Refused(Why.REASON_MISSING)
    assert shop.use.take_payment.open() == (payment,)


def test_a_top_up_takes_its_payment_in_the_same_transaction(shop: Shop) -> None:
    paid = shop.use.take_payment.settle(start(shop, 10_000).id, PAID)
    assert paid is not None
    tendered = [Tendered("wechat", TenderType.EXTERNAL, 10_000, paid.reference)]
    made = shop.use.top_up_card(TopUpRequest(CASHIER, shop.swipe(LI_CARD), 10_000, tendered, 0))
    assert not isinstance(made, Refused)
    assert shop.use.take_payment.open() == ()
    assert findings(shop) == []


def test_verify_finds_a_payment_that_was_made_to_vanish(shop: Shop) -> None:
    start(shop)
    with shop.store.unit_of_work() as uow:
        uow.config.put(OPEN_PAYMENTS, "")
        uow.commit()
    assert findings(shop) == ["the open payments are not those of the events"]


def test_a_restored_till_knows_what_was_open(shop: Shop) -> None:
    back_up(shop.data_dir, shop.key, shop.data_dir / "noon.db")
    sold = shop.use.take_payment.settle(start(shop).id, PAID)
    assert sold is not None
    sell(shop, sold)
    left = shop.use.take_payment.settle(start(shop, 555).id, PAID)
    shop.store.close()
    restore(shop.data_dir, shop.key, shop.data_dir / "noon.db")
    shop.open()
    assert shop.use.take_payment.open() == (left,)
    assert findings(shop) == []
