"""A rehearsed counter sells what the till would sell, keeps limits, and takes everything back."""

from dataclasses import replace

from app.domain.basket import NO_WISHES, Wishes
from app.domain.catalogue import Product
from app.domain.ids import ProductId
from app.domain.ledger import POINTS, Lot
from app.domain.programme.lifecycle.facts import Joined
from app.domain.programme.model import Limit, Percent, Programme
from app.domain.programme.rights import budget_unit, coupon_unit
from app.domain.programme.scene import Moment
from app.domain.rehearsal.counter import REST, Outcome, Wanted, buy, give_back
from app.domain.rehearsal.shop import Shop
from tests.app.domain.programme.programmes import NAMES, plain

AT = Moment("2026-03-01")
TEA = Product(ProductId("tea"), "tea", 10_000)
HALF = Percent(id="half", names=NAMES, pay_basis_points=5_000)


def _shop(programme: Programme) -> Shop:
    shop, _ = Shop(programme).hears("li", Joined("join", AT))
    lots = {(coupon_unit("off"), Lot("gift")): 1, (POINTS, Lot("sale", "", "2027-12-31")): 300}
    return shop.with_standing("li", replace(shop.standing("li"), lots=lots))


def _bought(shop: Shop, wishes: Wishes = NO_WISHES) -> tuple[Shop, Outcome]:
    return buy(shop, "li", [Wanted(TEA)], {"cash": REST}, AT, wishes)


def test_coupons_and_points_that_were_used_come_back_with_the_goods() -> None:
    shop = _shop(plain())
    sold, outcome = _bought(shop, Wishes(points=200))
    assert outcome.priced
    assert outcome.priced.total_minor == 10_000 - 100 - 200
    assert sold.standing("li").total(POINTS) == 300 - 200 + 97
    assert sold.standing("li").total(coupon_unit("off")) == 0
    back, _ = give_back(sold, "li", outcome.number, {0: outcome.priced.total_minor}, AT)
    assert back.standing("li").lots == shop.standing("li").lots


def test_an_offer_limited_for_a_member_is_had_so_often_and_again_after_a_return() -> None:
    offer = replace(HALF, limits=(Limit(count=1, per="month"),))
    shop = _shop(replace(plain(), promotions=(offer,), coupons=()))
    once, first = _bought(shop)
    twice, second = _bought(once)
    assert [each.priced.total_minor for each in (first, second) if each.priced] == [5_000, 10_000]
    back, _ = give_back(twice, "li", first.number, {0: 5_000}, AT)
    _, third = _bought(back)
    assert third.priced
    assert third.priced.total_minor == 5_000


def test_a_budget_for_all_is_used_up_and_never_more() -> None:
    shop = _shop(replace(plain(), promotions=(replace(HALF, budget_minor=7_000),), coupons=()))
    once, first = _bought(shop)
    twice, second = _bought(once)
    assert [each.priced.total_minor for each in (first, second) if each.priced] == [5_000, 8_000]
    assert twice.left(AT.day)[budget_unit("half")] == 0
