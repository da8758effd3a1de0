"""Payments outside the till at the tender screen, without a screen: each outcome to its sale, or to none."""

import pytest

from app.domain.basket import Basket
from app.domain.errors import Why
from app.domain.ids import OperatorId
from app.domain.journal import Kind
from app.domain.payment import Closing, Outcome
from app.domain.staff import Approval, Permission
from app.ports.payment import Answer, Reversal, Trouble, Way
from app.ui.tender.payment_flow import Step
from tests.app.ui.memory_shop import CASHIER, MANAGER, SUPERVISOR, TOAST
from tests.app.ui.tender.test_presenter import Desk

PAID = Answer(Outcome.PAID, "4200001")


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.providers.ways = {"wechat": Way.SCANNED_CODE, "alipay": Way.SHOWN_CODE, "bank_card": Way.TERMINAL}
    return desk


def begin(desk: Desk, amount_minor: int | None = None, kind: str = "bank_card") -> None:
    desk.tender.take(desk.kind(kind), amount_minor)


def step(desk: Desk) -> Step | None:
    return desk.view.payment.step if desk.view.payment else None


def open_count(desk: Desk) -> int:
    return len(desk.shop.use_cases.take_payment.open())


def kinds(desk: Desk) -> list[Kind]:
    return [event.kind for event in desk.shop.store.journal.events]


def test_paid_on_the_terminal_is_a_sale_with_its_reference(desk: Desk) -> None:
    begin(desk)
    assert step(desk) is Step.WAITING
    assert desk.tender.is_paying
    assert kinds(desk)[-1] is Kind.PAYMENT_STARTED
    desk.providers.answer(PAID)
    assert desk.view.done is not None
    assert desk.view.done.tenders[0].reference == "4200001"
    assert kinds(desk)[-2:] == [Kind.PAYMENT_SETTLED, Kind.SALE]
    assert (step(desk), open_count(desk)) == (None, 0)


def test_the_code_of_the_phone_is_asked_for_first_and_kept_nowhere(desk: Desk) -> None:
    begin(desk, kind="wechat")
    assert step(desk) is Step.SCAN_PHONE
    assert desk.providers.requests == []
    desk.flow.take_code("134567890123456789")
    assert desk.providers.requests[0].phone_code == "134567890123456789"
    desk.providers.answer(PAID)
    assert desk.view.done is not None
    assert all(b"134567890123456789" not in event.payload for event in desk.shop.store.journal.events)


def test_a_code_to_show_is_shown(desk: Desk) -> None:
    begin(desk, kind="alipay")
    desk.providers.attempts[0].shown.set_result("https://qr.example/1")
    assert desk.view.payment is not None
    assert desk.view.payment.code == "https://qr.example/1"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(Outcome.REFUSED, trouble=Trouble.DECLINED), Why.PAYMENT_DECLINED),
        (Answer(Outcome.REFUSED, trouble=Trouble.NO_LINE), Why.PAYMENT_NO_LINE),
        (Answer(Outcome.REFUSED, trouble=Trouble.CODE_BAD), Why.PAYMENT_CODE_BAD),
        (Answer(Outcome.TIMED_OUT), Why.PAYMENT_TIMED_OUT),
    ],
)
def test_what_was_not_paid_says_why_and_another_way_is_open(desk: Desk, answer: Answer, why: Why) -> None:
    begin(desk)
    desk.providers.answer(answer)
    assert desk.view.refusals == [why]
    assert (desk.remaining, open_count(desk), desk.view.done) == (5_900, 0, None)
    desk.tender.take_cash()
    assert desk.view.done is not None


def test_an_unknown_outcome_is_neither_a_charge_nor_a_free_sale_until_it_is_known(desk: Desk) -> None:
    begin(desk)
    desk.providers.answer(Answer(Outcome.UNKNOWN))
    assert (step(desk), open_count(desk), desk.view.done) == (Step.UNKNOWN, 1, None)
    desk.flow.ask_again()
    assert step(desk) is Step.ASKING
    desk.providers.questions[-1].set_result(Answer(Outcome.UNKNOWN))
    assert step(desk) is Step.UNKNOWN
    desk.flow.ask_again()
    desk.providers.questions[-1].set_result(PAID)
    assert desk.view.done is not None
    assert open_count(desk) == 0


def test_what_was_left_unknown_is_asked_for_at_the_next_payment_and_used_only_by_hand(desk: Desk) -> None:
    begin(desk)
    desk.providers.answer(Answer(Outcome.UNKNOWN))
    desk.flow.stop()
    desk.tender.take_cash()
    desk.tender.next_customer()
    desk.tender.begin(desk.price(desk.priced.basket))
    assert step(desk) is Step.ASKING
    desk.providers.questions[-1].set_result(PAID)
    assert step(desk) is Step.LEFT_OVER
    assert len(desk.posted) == 1
    desk.flow.use()
    assert len(desk.posted) == 2
    assert open_count(desk) == 0


def test_what_turns_out_paid_too_late_goes_back(desk: Desk) -> None:
    begin(desk)
    desk.providers.answer(Answer(Outcome.UNKNOWN))
    desk.flow.stop()
    desk.tender.next_customer()
    desk.tender.begin(desk.price(Basket().add(TOAST)))
    desk.providers.questions[-1].set_result(PAID)
    assert desk.view.payment is not None
    assert not desk.view.payment.fits
    desk.flow.use()
    assert step(desk) is Step.LEFT_OVER
    desk.flow.give_back()
    desk.providers.reversals[-1].set_result(Reversal.DONE)
    assert (step(desk), open_count(desk)) == (None, 0)
    assert kinds(desk)[-1] is Kind.PAYMENT_REVERSED


def test_cancelling_waits_for_what_the_provider_says(desk: Desk) -> None:
    begin(desk)
    desk.flow.stop()
    assert (step(desk), desk.providers.cancels) == (Step.CANCELLING, 1)
    assert desk.tender.is_paying
    desk.providers.answer(PAID)  # the customer was quicker
    assert desk.view.done is not None


def test_a_payment_taken_back_goes_back_to_the_customer_before_it_leaves_the_list(desk: Desk) -> None:
    begin(desk, 2_000)
    desk.providers.answer(PAID)
    assert desk.remaining == 3_900
    desk.tender.take_back()
    assert (step(desk), desk.remaining) == (Step.GIVING_BACK, 3_900)
    desk.providers.reversals[-1].set_result(Reversal.DONE)
    assert (desk.remaining, open_count(desk)) == (5_900, 0)


def test_a_payment_that_cannot_be_given_back_stays(desk: Desk) -> None:
    begin(desk, 2_000)
    desk.providers.answer(PAID)
    desk.tender.take_back()
    desk.providers.reversals[-1].set_result(Reversal.UNKNOWN)
    assert (desk.remaining, open_count(desk)) == (3_900, 1)
    assert desk.view.refusals == [Why.PAYMENT_NOT_BACK]


def test_a_basket_that_shrank_while_it_was_paid_takes_nothing_too_much(desk: Desk) -> None:
    begin(desk)
    desk.tender.begin(desk.price(Basket().add(TOAST)))
    desk.providers.answer(PAID)
    assert step(desk) is Step.LEFT_OVER
    assert desk.posted == []


def test_without_a_provider_the_reference_is_typed_as_before(desk: Desk) -> None:
    desk.providers.ways = {}
    begin(desk)
    assert desk.view.asked == [("bank_card", 5_900)]


def said(by: str = MANAGER.id) -> Approval:
    return Approval(Permission.CLOSE_PAYMENT, CASHIER.id, OperatorId(by), "商户平台已查")


def test_a_manager_who_saw_it_paid_ends_the_waiting(desk: Desk) -> None:
    begin(desk)
    desk.providers.answer(Answer(Outcome.UNKNOWN))
    desk.flow.close(Closing.PAID, said(SUPERVISOR.id))
    assert (step(desk), desk.view.refusals) == (Step.UNKNOWN, [Why.NOT_PERMITTED])
    desk.flow.close(Closing.PAID, said())
    assert desk.view.done is not None
    assert (step(desk), open_count(desk)) == (None, 0)


def test_a_manager_who_saw_it_not_paid_opens_the_other_ways_to_pay(desk: Desk) -> None:
    begin(desk)
    desk.flow.close(Closing.NOT_PAID, said())  # not while the provider is at it
    desk.providers.answer(Answer(Outcome.UNKNOWN))
    desk.flow.close(Closing.NOT_PAID, said())
    assert (step(desk), open_count(desk), desk.remaining) == (None, 0, 5_900)


def test_what_is_left_over_and_went_back_another_way_is_closed(desk: Desk) -> None:
    begin(desk)
    desk.tender.begin(desk.price(Basket().add(TOAST)))
    desk.providers.answer(PAID)
    assert step(desk) is Step.LEFT_OVER
    desk.flow.close(Closing.GIVEN_BACK, said())
    assert (step(desk), open_count(desk)) == (None, 0)
    assert kinds(desk)[-1] is Kind.PAYMENT_REVERSED
