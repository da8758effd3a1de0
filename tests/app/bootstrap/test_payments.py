"""Each end of a payment, from a gateway on a real socket to the books: `verify` proves them after every test."""

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from app.bootstrap.payments import gateways
from app.devices.payment.desk import ProviderDesk
from app.devices.payment.simulator.book import Book, Fault, Plan
from app.devices.payment.simulator.server import GatewayServer
from app.domain.payment import Payment
from app.domain.programme.model import TenderType
from app.domain.sale.facts import Refund, Sale
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.ports.payment import Answer, PaymentRequest, ReturnRequest, Reversal
from app.settings import PaymentSettings
from app.storage.verify.run import verify_files
from tests.app.services.shop import CASHIER, MILK, SUPERVISOR, Shop

PRICE = 1_280
ANSWERED_S = 20


class Counter:
    """A till whose card terminal hangs on a gateway."""

    def __init__(self, shop: Shop, desk: ProviderDesk) -> None:
        self.shop, self.desk = shop, desk

    def begin(self) -> tuple[Payment, Payment | None]:
        """Ask for the price of the milk; the payment as it was begun and as it stands then."""
        begun = self.shop.use.take_payment(CASHIER, "bank_card", PRICE)
        assert isinstance(begun, Payment)
        attempt = self.desk.pay("bank_card", PaymentRequest(begun.id, PRICE))
        return begun, self.settle(begun, attempt.answer)

    def settle(self, payment: Payment, answer: "Future[Answer]") -> Payment | None:
        """Keep what came of it."""
        return self.shop.use.take_payment.settle(payment.id, answer.result(ANSWERED_S))

    def sell(self, payment: Payment) -> Sale:
        """The milk for this payment."""
        paid = Tendered("bank_card", TenderType.EXTERNAL, payment.amount_minor, payment.reference)
        sale = self.shop.sell(paid, goods=(MILK,))
        assert isinstance(sale, Sale), sale
        return sale

    def taken_minor(self) -> int:
        """What the shift's report has by card."""
        closed = self.shop.use.close_shift(CASHIER, 30_000)
        assert isinstance(closed, tuple)
        return dict(closed[1].tenders).get("bank_card", 0)


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def counter(tmp_path: Path, book: Book) -> Iterator[Counter]:
    shop, desk = Shop(tmp_path), ProviderDesk()
    shop.use.open_shift(CASHIER, 30_000)
    with GatewayServer(book) as server:
        desk.use(gateways([PaymentSettings(tender="bank_card", host=server.host, port=server.port)]))
        yield Counter(shop, desk)
        desk.close()
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []


def test_paid_is_a_sale_in_the_books(counter: Counter, book: Book) -> None:
    _, paid = counter.begin()
    assert paid is not None
    counter.sell(paid)
    assert counter.taken_minor() == book.charged_minor() == PRICE


@pytest.mark.parametrize("plan", [Plan.REFUSE, Plan.TIME_OUT])
def test_what_was_not_paid_is_in_no_book(counter: Counter, book: Book, plan: Plan) -> None:
    book.plans.append(plan)
    _, left = counter.begin()
    assert left is None
    assert counter.shop.use.take_payment.open() == ()
    assert counter.taken_minor() == book.charged_minor() == 0


def test_what_nobody_knows_is_asked_for_after_a_restart_and_sold_once(counter: Counter, book: Book) -> None:
    book.faults.extend([Fault.DROP_AFTER_HEARD] * 5)
    begun, unknown = counter.begin()
    assert unknown == begun
    counter.shop.reopen()
    assert counter.shop.use.take_payment.open() == (begun,)
    paid = counter.settle(begun, counter.desk.ask("bank_card", begun.id, PRICE))
    assert paid is not None
    counter.sell(paid)
    assert counter.taken_minor() == book.charged_minor() == PRICE


def test_what_goes_back_before_a_sale_is_in_no_book(counter: Counter, book: Book) -> None:
    begun, _ = counter.begin()
    assert counter.desk.reverse("bank_card", begun.id).result(ANSWERED_S) is Reversal.DONE
    counter.shop.use.take_payment.reversed(CASHIER, begun.id)
    assert counter.taken_minor() == book.charged_minor() == 0


def test_a_refund_gives_back_at_the_provider_once_though_the_line_breaks(counter: Counter, book: Book) -> None:
    _, paid = counter.begin()
    assert paid is not None
    sale = counter.sell(paid)
    allowed = Approval(Permission.REFUND, CASHIER.id, SUPERVISOR.id, "商品瑕疵")
    assert isinstance(counter.shop.use.refund_sale(sale.id, {1: 1_000}, allowed, {"bank_card"}), Refund)
    [payback] = counter.shop.use.pay_back.open()
    request = ReturnRequest(payback.id, payback.amount_minor, payback.reference)
    book.faults.append(Fault.DROP_AFTER_HEARD)
    assert counter.desk.pay_back("bank_card", request).result(ANSWERED_S) is Reversal.UNKNOWN
    counter.shop.reopen()
    assert counter.shop.use.pay_back.open() == (payback,)
    assert counter.desk.pay_back("bank_card", request).result(ANSWERED_S) is Reversal.DONE
    counter.shop.use.pay_back.is_back(payback.id)
    assert counter.shop.use.pay_back.open() == ()
    assert counter.taken_minor() == book.charged_minor() == 0
