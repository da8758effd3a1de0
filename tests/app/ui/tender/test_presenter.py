"""The tenders without a screen."""

from dataclasses import dataclass, field

import pytest

from app.domain.basket import Basket
from app.domain.errors import Refused, Why
from app.domain.pricing import PricedBasket, price
from app.domain.programme.model import TenderKind
from app.domain.sale.facts import Sale
from app.ui.tender.presenter import TenderPresenter
from app.ui.tender.state import TenderState
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_shop import CASHIER, CREAM, TOAST, AtOnce, memory_shop


@dataclass
class SeenTender:
    """A tender screen that remembers."""

    state: TenderState | None = None
    asked: list[tuple[str, int]] = field(default_factory=list)
    refusals: list[Why] = field(default_factory=list)
    postings: int = 0
    done: Sale | None = None
    reprints: int = 0

    def show_state(self, state: TenderState) -> None:
        self.state = state

    def ask_reference(self, kind: TenderKind, amount_minor: int) -> None:
        self.asked.append((kind.id, amount_minor))

    def show_refusal(self, refused: Refused) -> None:
        self.refusals.append(refused.why)

    def show_posting(self) -> None:
        self.postings += 1

    def show_done(self, sale: Sale) -> None:
        self.done = sale

    def show_reprint(self) -> None:
        self.reprints += 1


class Desk:
    """A basket of 59.00 to be paid."""

    def __init__(self, *, with_member: bool = False) -> None:
        self.shop = memory_shop()
        self.shop.open_shift()
        self.session = session_of(self.shop)
        self.session.sign_on(CASHIER)
        self.view = SeenTender()
        self.posted: list[Sale] = []
        self.tender = TenderPresenter(
            self.view, AtOnce(), self.shop.use_cases, self.session, lambda sale: self.posted.append(sale)
        )
        view = self.shop.view() if with_member else None
        self.priced = self.price(Basket().add(CREAM).with_member(view))
        self.tender.begin(self.priced)

    def price(self, basket: Basket) -> PricedBasket:
        return price(basket, self.session.programme, self.session.day())

    def kind(self, name: str) -> TenderKind:
        kind = self.session.programme.tender_kind(name)
        assert kind is not None
        return kind

    @property
    def remaining(self) -> int:
        assert self.view.state is not None
        return self.view.state.remaining_minor


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_cash_gives_change_and_the_sale_is_posted_at_once(desk: Desk) -> None:
    desk.tender.take_cash(10_000)
    assert desk.view.done is not None
    assert desk.view.done.change_minor == 4_100
    assert desk.posted == [desk.view.done]


def test_without_an_amount_it_is_the_rest(desk: Desk) -> None:
    desk.tender.take_cash(900)
    assert desk.remaining == 5_000
    desk.tender.take_cash()
    assert desk.view.done is not None
    assert desk.view.done.change_minor == 0


def test_nothing_but_cash_may_be_too_much(desk: Desk) -> None:
    desk.tender.take(desk.kind("bank_card"), 6_000)
    assert desk.view.refusals == [Why.TENDER_TOO_MUCH]
    assert desk.view.asked == []


def test_an_external_tender_asks_its_reference(desk: Desk) -> None:
    desk.tender.take(desk.kind("wechat"))
    assert desk.view.asked == [("wechat", 5_900)]
    desk.tender.take_with_reference(desk.kind("wechat"), 5_900, " 4200001 ")
    assert desk.view.done is not None
    assert desk.view.done.tenders[0].reference == "4200001"


def test_stored_value_needs_a_card(desk: Desk) -> None:
    desk.tender.take(desk.kind("stored_value"))
    assert desk.view.refusals == [Why.VALUE_NEEDS_MEMBER]


def test_stored_value_takes_no_more_than_is_usable_here() -> None:
    desk = Desk(with_member=True)
    big = desk.price(Basket().add(CREAM, 20_000).with_member(desk.shop.view()))
    desk.tender.begin(big)
    desk.tender.take(desk.kind("stored_value"), 40_000)
    assert desk.view.refusals == [Why.VALUE_SHORT]
    desk.tender.take(desk.kind("stored_value"))
    assert desk.remaining == big.total_minor - 38_000
    desk.tender.take(desk.kind("stored_value"))
    assert desk.view.refusals == [Why.VALUE_SHORT, Why.VALUE_SHORT]


def test_stored_value_rests_while_the_clock_is_in_doubt() -> None:
    desk = Desk(with_member=True)
    desk.session.set_clock_in_doubt(in_doubt=True)
    desk.tender.take(desk.kind("stored_value"))
    assert desk.view.refusals == [Why.VALUE_FROZEN_BY_CLOCK]


def test_going_back_loses_nothing_and_goods_added_are_still_to_pay(desk: Desk) -> None:
    desk.tender.take_cash(2_000)
    desk.tender.begin(desk.price(desk.priced.basket.add(TOAST)))
    assert desk.tender.has_tenders
    assert desk.remaining == 5_900 + TOAST.price_minor - 2_000


def test_a_payment_that_no_longer_fits_is_handed_back_with_a_word(desk: Desk) -> None:
    desk.tender.take_with_reference(desk.kind("wechat"), 5_000, "1")
    desk.tender.begin(desk.price(Basket().add(TOAST)))
    assert not desk.tender.has_tenders
    assert desk.view.refusals == [Why.TENDER_TOO_MUCH]


def test_the_last_payment_can_be_taken_back(desk: Desk) -> None:
    desk.tender.take_cash(2_000)
    desk.tender.take_back()
    assert desk.remaining == 5_900


def test_a_sale_that_is_refused_keeps_its_payments_and_can_be_tried_again(desk: Desk) -> None:
    shift = desk.shop.store.shifts.current()
    assert shift is not None
    desk.shop.use_cases.close_shift(CASHIER, 30_000)
    desk.tender.take_cash(5_900)
    assert desk.view.refusals == [Why.SHIFT_NOT_OPEN]
    assert desk.tender.has_tenders
    desk.shop.open_shift()
    desk.tender.finish()
    assert desk.view.done is not None


def test_after_posting_nothing_more_is_taken(desk: Desk) -> None:
    desk.tender.take_cash(5_900)
    desk.tender.take_cash(5_900)
    desk.tender.take_back()
    desk.tender.finish()
    assert len(desk.posted) == 1
    desk.tender.reprint()
    assert desk.view.reprints == 1
