"""What coupons that came with a paid membership have saved is kept of what is paid back, unless they are given."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.basket import Basket
from app.domain.errors import Refused
from app.domain.pricing import price
from app.domain.programme.model import Coupon, CouponAmount, Membership, Programme, Tier
from app.domain.programme.rights import coupon_unit
from app.domain.programme.scene import moment_at
from app.domain.sale.facts import Refund, Sale
from app.domain.staff import Approval, Permission
from app.domain.value.facts import Service, ServiceDeal
from app.services.have_service import ServiceRequest
from app.services.post_sale import SaleRequest
from app.services.refund_principal import PayOut
from app.storage.verify.run import verify_files
from tests.app.domain.builders import DEMO_PROGRAMME, cash
from tests.app.services.shop import CASHIER, MILK, SUPERVISOR, TEA, Shop
from tests.app.services.test_nothing_moved import lend

NAMES = {"en": "x"}
YEAR = Membership(id="year", names=NAMES, tier="club", price_minor=36_500)
PROGRAMME = replace(
    DEMO_PROGRAMME,
    tiers=(*DEMO_PROGRAMME.tiers, Tier(id="club", names=NAMES, ladder="club", bought=True)),
    coupons=(Coupon(id="fifty", names=NAMES, effect=CouponAmount(off_minor=5_000)),),
    memberships=(YEAR,),
)
UNDO = Approval(Permission.UNDO_SERVICE, CASHIER.id, SUPERVISOR.id, "wrong member")
PAY_BACK = Approval(Permission.REFUND_VALUE, CASHIER.id, SUPERVISOR.id, "搬家")
RETURNED = Approval(Permission.REFUND, CASHIER.id, SUPERVISOR.id, "质量问题")
CASH = PayOut("cash")
DAY_MS = 86_400_000


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop whose books are proved in the end."""
    shop = Shop(tmp_path / "till", PROGRAMME)
    shop.use.open_shift(CASHIER, 20_000)
    yield shop
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []


def a_year(shop: Shop) -> ServiceDeal:
    """The membership; head office gives a coupon for it, which is lent to this till."""
    deal = shop.use.have_service(
        ServiceRequest(CASHIER, shop.swipe(), Service.MEMBERSHIP, "year", 36_500, [cash(36_500)])
    )
    assert isinstance(deal, ServiceDeal)
    lend(shop, deal.holder.wallet, {coupon_unit("fifty"): 1}, origin=f"welcome:{deal.id}")
    return deal


def buy(shop: Shop, programme: Programme = PROGRAMME) -> Sale:
    basket = Basket().with_member(shop.swipe()).add(TEA, 1_000).add(MILK, 1_000)
    total = price(basket, programme, moment_at(shop.clock.local_time(shop.clock.wall))).total_minor
    sale = shop.use.post_sale(SaleRequest(CASHIER, basket, programme, [cash(total)], total))
    assert isinstance(sale, Sale)
    return sale


def test_undone_whole_it_pays_back_less_what_its_coupon_saved(shop: Shop) -> None:
    deal = a_year(shop)
    assert [(each.amount_minor, each.kept_minor) for each in shop.use.undo_service.undoable(shop.swipe())] == [
        (36_500, 0)
    ]
    assert buy(shop).spent
    (back,) = shop.use.undo_service.undoable(shop.swipe())
    assert (back.amount_minor, back.kept_minor) == (31_500, 5_000)
    made = shop.use.undo_service(shop.swipe(), deal.id, CASH, UNDO)
    assert isinstance(made, ServiceDeal)
    assert (made.amount_minor, made.kept_minor) == (-31_500, 5_000)


def test_the_unused_days_pay_back_less_as_well(shop: Shop) -> None:
    deal = a_year(shop)
    buy(shop)
    shop.clock.pass_ms(100 * DAY_MS)
    (back,) = shop.use.pay_service_back.unused(shop.swipe())
    assert (back.amount_minor, back.kept_minor) == (21_400, 5_000)
    made = shop.use.pay_service_back(shop.swipe(), deal.id, 21_400, CASH, PAY_BACK)
    assert isinstance(made, ServiceDeal)
    assert made.kept_minor == 5_000


def test_what_came_back_saved_nothing(shop: Shop) -> None:
    a_year(shop)
    sale = buy(shop)
    for line in sale.lines:
        refund = shop.use.refund_sale(sale.id, {line.number: line.quantity_milli}, RETURNED)
        assert isinstance(refund, Refund)
    (back,) = shop.use.undo_service.undoable(shop.swipe())
    assert (back.amount_minor, back.kept_minor) == (36_500, 0)


def test_a_coupon_of_elsewhere_is_nothing_to_it(shop: Shop) -> None:
    lend(shop, shop.swipe().wallet, {coupon_unit("fifty"): 1})
    deal = shop.use.have_service(
        ServiceRequest(CASHIER, shop.swipe(), Service.MEMBERSHIP, "year", 36_500, [cash(36_500)])
    )
    assert not isinstance(deal, Refused)
    assert buy(shop).spent
    (back,) = shop.use.undo_service.undoable(shop.swipe())
    assert back.kept_minor == 0


def test_a_programme_may_give_them(tmp_path: Path) -> None:
    programme = replace(PROGRAMME, memberships=(replace(YEAR, used_coupons="given"),))
    shop = Shop(tmp_path / "till", programme)
    shop.use.open_shift(CASHIER, 20_000)
    a_year(shop)
    buy(shop, programme)
    (back,) = shop.use.undo_service.undoable(shop.swipe())
    assert (back.amount_minor, back.kept_minor) == (36_500, 0)
    shop.store.close()
