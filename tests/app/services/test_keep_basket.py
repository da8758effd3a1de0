"""The basket in progress, on a real store: kept, found again, and gone with whatever became of it."""

import pytest

from app.domain.basket import Basket, ManualPrice
from app.domain.errors import Refused
from app.domain.money import MILLI
from app.domain.programme.model import TenderType
from app.domain.sale.facts import Sale
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.services.keep_basket import KeptBasket
from tests.app.services.shop import CASHIER, MILK, SUPERVISOR, TEA, ZHANG_CARD, Shop

WECHAT = Tendered("wechat", TenderType.EXTERNAL, 1_000, "4200001234")


@pytest.fixture
def basket(open_shop: Shop) -> Basket:
    """Two lines of 张三, one at a price by hand and with a note."""
    approval = Approval(Permission.PRICE_OVERRIDE, CASHIER.id, SUPERVISOR.id, "临期")
    made = Basket().with_member(open_shop.swipe(ZHANG_CARD)).add(MILK, 2 * MILLI).add(TEA)
    return made.with_manual_price(2, ManualPrice(9_900, approval)).with_note(2, "礼盒")


def test_what_was_being_made_is_found_again(open_shop: Shop, basket: Basket) -> None:
    keep = open_shop.use.keep_basket
    assert keep.kept() is None
    keep(basket, (WECHAT,))
    assert keep.kept() == KeptBasket(basket, (WECHAT,))
    keep(Basket())
    assert keep.kept() is None


def test_a_sale_takes_the_basket_with_it(open_shop: Shop) -> None:
    open_shop.use.keep_basket(Basket().add(MILK))
    assert isinstance(open_shop.sell(), Sale)
    assert open_shop.use.keep_basket.kept() is None


def test_a_refused_sale_leaves_it(open_shop: Shop) -> None:
    open_shop.use.keep_basket(Basket().add(MILK))
    assert isinstance(open_shop.sell(Tendered("cash", TenderType.CASH, 1)), Refused)
    assert open_shop.use.keep_basket.kept() is not None


def test_set_aside_or_given_up_it_is_no_longer_in_progress(open_shop: Shop, basket: Basket) -> None:
    use = open_shop.use
    use.keep_basket(basket)
    held = use.hold_basket.hold(basket, CASHIER, "张三")
    assert isinstance(held, int)
    assert use.keep_basket.kept() is None
    assert use.hold_basket.recall(held) == basket
    assert use.keep_basket.kept() == KeptBasket(basket)
    use.hold_basket.void(basket, CASHIER, 0)
    assert use.keep_basket.kept() is None


def test_a_basket_in_progress_does_not_hold_up_the_end_of_the_shift(open_shop: Shop) -> None:
    open_shop.use.keep_basket(Basket().add(MILK))
    assert not isinstance(open_shop.use.close_shift(CASHIER, 20_000), Refused)
