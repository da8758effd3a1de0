"""The driver against the simulated gateway, over a real socket, with the line broken at every step."""

import threading
import time
from collections.abc import Iterator

import pytest

from app.devices.payment.desk import ProviderDesk
from app.devices.payment.gateway import Gateway, Patience
from app.devices.payment.simulator.book import Book, Fault, Plan
from app.devices.payment.simulator.server import GatewayServer
from app.domain.ids import PaymentId
from app.domain.payment import Outcome
from app.ports.payment import Answer, PaymentRequest, ReturnRequest, Reversal, Trouble, Way

QUICK = Patience(line_s=1.0, answer_s=0.3, customer_s=0.3, between_s=0.01, questions=3)
ID = PaymentId("p1")
REQUEST = PaymentRequest(ID, 5_900)
PAID = Answer(Outcome.PAID, "4200000000001")


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def server(book: Book) -> Iterator[GatewayServer]:
    with GatewayServer(book) as server:
        yield server


@pytest.fixture
def desk(server: GatewayServer) -> Iterator[ProviderDesk]:
    desk = ProviderDesk()
    desk.use({"wechat": Gateway(server.host, server.port, Way.SHOWN_CODE, QUICK)})
    yield desk
    desk.close()


def pay(desk: ProviderDesk) -> Answer:
    return desk.pay("wechat", REQUEST).answer.result(10)


@pytest.mark.parametrize(
    ("plan", "answer"),
    [
        (Plan.PAY, PAID),
        (Plan.REFUSE, Answer(Outcome.REFUSED, trouble=Trouble.DECLINED)),
        (Plan.REFUSE_CODE, Answer(Outcome.REFUSED, trouble=Trouble.CODE_BAD)),
        (Plan.TIME_OUT, Answer(Outcome.TIMED_OUT)),
        (Plan.WAIT, Answer(Outcome.TIMED_OUT)),  # the till's own patience ends, and it cancels
        (Plan.PAY_OTHER_SUM, Answer(Outcome.UNKNOWN, trouble=Trouble.AMOUNT_DIFFERS)),
    ],
)
def test_each_outcome(desk: ProviderDesk, book: Book, plan: Plan, answer: Answer) -> None:
    book.plans.append(plan)
    assert pay(desk) == answer


@pytest.mark.parametrize("fault", list(Fault))
def test_whatever_the_line_does_the_customer_is_charged_what_the_till_says(
    desk: ProviderDesk, book: Book, fault: Fault
) -> None:
    book.faults.append(fault)
    answer = pay(desk)
    assert answer.outcome is (Outcome.TIMED_OUT if fault is Fault.DROP_BEFORE_HEARD else Outcome.PAID)
    assert book.charged_minor() == (5_900 if answer.outcome is Outcome.PAID else 0)


def test_what_was_never_heard_of_is_not_charged_when_it_comes_late(desk: ProviderDesk, book: Book) -> None:
    book.faults.append(Fault.DROP_BEFORE_HEARD)
    assert pay(desk).outcome is Outcome.TIMED_OUT
    assert pay(desk).outcome is Outcome.TIMED_OUT
    assert book.charges == 0


def test_a_line_that_stays_dead_leaves_the_outcome_unknown_until_it_is_asked_again(
    desk: ProviderDesk, book: Book
) -> None:
    book.faults.extend([Fault.DROP_AFTER_HEARD] * 4)
    assert pay(desk) == Answer(Outcome.UNKNOWN)
    assert desk.ask("wechat", ID, 5_900).result(10) == PAID
    assert pay(desk) == PAID
    assert book.charges == 1


def test_giving_back_twice_gives_back_once(desk: ProviderDesk, book: Book) -> None:
    assert pay(desk) == PAID
    book.faults.append(Fault.DROP_AFTER_HEARD)
    assert desk.reverse("wechat", ID).result(10) is Reversal.UNKNOWN
    assert desk.reverse("wechat", ID).result(10) is Reversal.DONE
    assert book.charged_minor() == 0


def test_what_was_never_paid_cannot_be_given_back(desk: ProviderDesk) -> None:
    assert desk.reverse("wechat", PaymentId("nobody")).result(10) is Reversal.REFUSED


def test_a_refund_goes_back_once_whatever_the_line_does_and_never_more_than_was_paid(
    desk: ProviderDesk, book: Book
) -> None:
    assert pay(desk) == PAID
    part = ReturnRequest(PaymentId("r1"), 1_900, PAID.reference)
    book.faults.append(Fault.DROP_AFTER_HEARD)
    assert desk.pay_back("wechat", part).result(10) is Reversal.UNKNOWN
    assert desk.pay_back("wechat", part).result(10) is Reversal.DONE
    assert book.charged_minor() == 4_000
    too_much = ReturnRequest(PaymentId("r2"), 4_001, PAID.reference)
    assert desk.pay_back("wechat", too_much).result(10) is Reversal.REFUSED
    assert desk.pay_back("wechat", ReturnRequest(PaymentId("r3"), 1, "typed")).result(10) is Reversal.REFUSED
    assert book.charged_minor() == 4_000


def test_the_code_to_show_comes_before_the_answer_and_cancelling_ends_it(
    desk: ProviderDesk, book: Book, server: GatewayServer
) -> None:
    book.plans.append(Plan.WAIT)
    desk.use({"wechat": Gateway(server.host, server.port, Way.SHOWN_CODE, Patience(answer_s=0.5))})
    attempt = desk.pay("wechat", REQUEST)
    assert "p1" in attempt.shown.result(5)
    assert not attempt.answer.done()
    desk.cancel()
    assert attempt.answer.result(5) == Answer(Outcome.TIMED_OUT)


def test_a_customer_who_was_quicker_than_the_cancel_has_paid(book: Book, desk: ProviderDesk) -> None:
    pay(desk)
    assert book.take({"do": "cancel", "id": ID})[0]["state"] == "paid"


def test_where_nobody_listens_nothing_was_sent() -> None:
    with GatewayServer(Book()) as gone:
        place = gone.host, gone.port
    gateway = Gateway(*place, Way.TERMINAL, QUICK)
    assert gateway.pay(REQUEST, lambda _: None, lambda: False, lambda: False) == Answer(
        Outcome.REFUSED, trouble=Trouble.NO_LINE
    )
    assert gateway.ask(ID, 5_900, lambda: False) == Answer(Outcome.UNKNOWN)
    assert gateway.reverse(ID) is Reversal.UNKNOWN


def test_closing_waits_for_no_customer(server: GatewayServer, book: Book) -> None:
    book.plans.append(Plan.WAIT)
    desk = ProviderDesk()
    desk.use({"wechat": Gateway(server.host, server.port, Way.TERMINAL)})
    answer = desk.pay("wechat", REQUEST).answer
    threading.Event().wait(0.1)
    began = time.monotonic()
    desk.close()
    assert time.monotonic() - began < 1.0
    assert answer.result(1) == Answer(Outcome.UNKNOWN)


def test_a_tender_without_a_provider_is_paid_by_no_device(desk: ProviderDesk) -> None:
    assert desk.way("bank_card") is None
    assert desk.way("wechat") is Way.SHOWN_CODE
    assert desk.pay("bank_card", REQUEST).answer.result(1).trouble is Trouble.NO_LINE
    assert desk.ask("bank_card", ID, 1).result(1).outcome is Outcome.UNKNOWN
    assert desk.reverse("bank_card", ID).result(1) is Reversal.UNKNOWN
    assert desk.pay_back("bank_card", ReturnRequest(ID, 1, "x")).result(1) is Reversal.UNKNOWN


def test_a_trial_payment_goes_back_at_once(server: GatewayServer, book: Book, desk: ProviderDesk) -> None:
    trial = Gateway(server.host, server.port, Way.TERMINAL, QUICK)
    assert desk.try_out(trial, PaymentRequest(PaymentId("trial"), 1)).result(10).outcome is Outcome.PAID
    assert book.charges == 1
    assert book.charged_minor() == 0


def test_the_code_of_a_phone_is_not_in_what_is_logged() -> None:
    assert "134567" not in repr(PaymentRequest(ID, 1, "134567890123456789"))
