"""A large basket: the scanned line at once, the offers behind it, and never those of an older basket."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest

from app.domain.basket import Basket
from app.domain.ids import ProductId
from app.domain.pricing import PricedBasket, price, price_if_quick
from app.ui.sale.presenter import SalePresenter
from app.ui.sale.pricing_desk import PricingDesk
from tests.app.domain.pricing.exotic import exotic
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_shop import CASHIER, CREAM, ZHANG, AtOnce, Later, memory_shop
from tests.app.ui.sale.test_presenter import SeenSale

Result = TypeVar("Result")

GOODS = [replace(CREAM, id=ProductId(f"L{n}"), price_minor=1_000 + 7 * n, gtin=f"{n:013}") for n in range(201)]


class Desk:
    """Two hundred lines on the counter, offers worked out only when the test says so."""

    def __init__(self) -> None:
        shop = memory_shop()
        shop.open_shift()
        self.session = session_of(shop)
        self.session.sign_on(CASHIER)
        self.session.set_shift(shop.use_cases.open_shift.current())
        self.pricing, self.view = Later(), SeenSale()
        self.sale = SalePresenter(self.view, AtOnce(), shop.use_cases, self.session, self.pricing)
        self.zhang = shop.view(ZHANG.id)
        basket = Basket()
        for product in GOODS[:200]:
            basket = basket.add(product)
        self.sale.take_up(basket)

    def settle(self) -> None:
        """Until everything is worked out."""
        while self.pricing.waiting:
            self.pricing.let_go()

    def whole(self) -> PricedBasket:
        """What the basket must come to."""
        return price(self.sale.basket, self.session.programme, self.session.moment())


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_scan_paints_at_its_item_price_and_the_offers_follow(desk: Desk) -> None:
    desk.settle()
    before = desk.sale.priced
    desk.sale.add_product(GOODS[200])
    shown = desk.view.priced
    assert shown is not None
    assert not shown.is_complete
    assert (len(shown.lines), shown.lines[-1].net_minor) == (201, GOODS[200].price_minor)
    assert shown.lines[:200] == before.lines
    desk.settle()
    assert desk.view.priced == desk.whole()
    assert desk.view.priced != before


def test_scans_are_taken_together_and_never_wait_for_the_offers_of_an_older_basket(desk: Desk) -> None:
    for product in (GOODS[200], GOODS[0], GOODS[1]):
        desk.sale.add_product(product)
    assert len(desk.pricing.waiting) == 1
    desk.pricing.let_go()
    assert not desk.sale.priced.is_complete
    assert desk.sale.basket.lines[0].quantity_milli == 2_000
    assert len(desk.pricing.waiting) == 1
    desk.settle()
    assert desk.sale.priced == desk.whole()


def test_an_old_answer_does_not_bring_back_a_basket_that_is_gone(desk: Desk) -> None:
    desk.sale.next_customer()
    desk.sale.add_product(CREAM)
    desk.settle()
    assert [line.line.product for line in desk.sale.priced.lines] == [CREAM]
    assert desk.sale.priced == desk.whole()


def test_a_member_changes_every_line_at_once(desk: Desk) -> None:
    desk.settle()
    desk.sale.use_member(desk.zhang)
    assert not desk.sale.priced.is_complete
    assert all(line.reasons for line in desk.sale.priced.lines if (line.line.product.member_price_minor or 0) < 1_000)
    desk.settle()
    assert desk.sale.priced == desk.whole()


def test_paying_waits_for_the_offers(desk: Desk) -> None:
    desk.sale.pay()
    assert desk.view.tenders == 0
    desk.sale.add_product(GOODS[200])
    desk.pricing.let_go()
    assert desk.view.tenders == 0
    desk.settle()
    assert desk.view.tenders == 1
    assert desk.sale.priced.is_complete


def test_a_small_basket_whose_search_is_long_does_not_hold_up_the_screen(desk: Desk) -> None:
    desk.settle()
    baskets = [exotic(seed) for seed in range(20)]
    # Eight lines under eight offers: fewer than are tried at once.
    basket, programme = next(each for each in baskets if price_if_quick(*each, desk.session.moment()) is None)
    desk.session.set_programme(programme)
    seen: list[PricedBasket] = []
    pricing = PricingDesk(desk.pricing, desk.session, seen.append)
    pricing.price(basket)
    assert [each.is_complete for each in seen] == [False]
    desk.settle()
    assert seen[-1] == price(basket, programme, desk.session.moment())


class Broken(Later):
    """Fails once."""

    def let_go(self, index: int = 0) -> None:
        """The work is never done."""
        self.waiting.pop(index)
        self.failed(RuntimeError())

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Keep it, and whom to tell."""
        assert failed
        self.failed = failed
        super().run(work, then, failed)


def test_what_goes_wrong_is_tried_again_with_the_next_scan(desk: Desk) -> None:
    broken, seen = Broken(), list[PricedBasket]()
    pricing = PricingDesk(broken, desk.session, seen.append)
    pricing.price(desk.sale.basket)
    broken.let_go()
    pricing.price(desk.sale.basket.add(GOODS[200]))
    Later.let_go(broken)
    assert seen[-1].is_complete
