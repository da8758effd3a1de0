"""Offers, programmes and members for the tests of pricing, and strategies that draw them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from app.domain.basket import Basket
from app.domain.catalogue import Product
from app.domain.ledger import Unit
from app.domain.member import Holding, MemberView
from app.domain.money import MILLI
from app.domain.pricing import PricedBasket, price
from app.domain.programme.model import (
    AmountOff,
    BasketPercent,
    Bundle,
    BundlePart,
    Coupon,
    CouponAmount,
    CouponItem,
    CouponPercent,
    Goods,
    Limit,
    NthPiece,
    Offer,
    Percent,
    PiecesFor,
    Programme,
    Promotion,
    SpecialPrice,
    Step,
)
from app.domain.programme.rights import coupon_unit, right_unit
from app.domain.programme.scene import Moment
from tests.app.domain.builders import DEMO_PROGRAMME, TODAY, basket_of, member_view, product

NAMES = {"zh_CN": "优惠"}
NOW = Moment(TODAY)
CATEGORIES = ("snacks", "drinks", "bakery")
PLAIN = replace(DEMO_PROGRAMME, promotions=(), coupons=())


@dataclass(frozen=True)
class Case:
    """A basket of single pieces under offers."""

    goods: tuple[Product, ...]
    promotions: tuple[Promotion, ...]
    coupons: tuple[Coupon, ...]
    held: tuple[int, ...]
    left: tuple[int, ...]

    @property
    def programme(self) -> Programme:
        """The demo's programme with these offers."""
        return with_offers(self.promotions, self.coupons)

    @property
    def basket(self) -> Basket:
        """The member's basket."""
        return basket_of(*self.goods, member=holding(self.promotions, self.left, self.coupons, self.held))

    @property
    def uses(self) -> dict[str, int]:
        """How often each limited promotion may be used."""
        return {each.id: left for each, left in zip(self.promotions, self.left, strict=True) if each.limits}


def with_offers(promotions: Sequence[Promotion] = (), coupons: Sequence[Coupon] = ()) -> Programme:
    """The demo's tiers with these offers instead of its own."""
    return replace(DEMO_PROGRAMME, promotions=tuple(promotions), coupons=tuple(coupons))


def holding(
    promotions: Sequence[Offer] = (), left: Sequence[int] = (), coupons: Sequence[Coupon] = (), held: Sequence[int] = ()
) -> MemberView:
    """张三 with so many of each coupon, and so many uses left of limited promotions."""
    view = member_view("gold")
    units: dict[Unit, int] = {coupon_unit(c.id): n for c, n in zip(coupons, held, strict=True)}
    for offer, uses in zip(promotions, left, strict=True):
        units |= {right_unit(offer.id, limit, TODAY): uses for limit in offer.limits}
    return replace(view, holdings={**view.holdings, **{unit: Holding(unit, n, n) for unit, n in units.items()}})


def priced(goods: Sequence[Product], promotions: Sequence[Promotion] = (), **held: Coupon) -> PricedBasket:
    """These goods under these promotions, for nobody unless coupons are held."""
    coupons = tuple(held.values())
    view = holding((), (), coupons, [1] * len(coupons)) if coupons else None
    return price(basket_of(*goods, member=view), with_offers(promotions, coupons), NOW)


goods_of = st.one_of(
    st.just(Goods()), st.sampled_from(CATEGORIES).map(lambda category: Goods(categories=frozenset({category})))
)
percents = st.sampled_from((0, 5_000, 8_000, 8_888, 9_000))
sums = st.sampled_from((1_500, 2_500, 4_000, 6_000, 9_000))
effects: st.SearchStrategy[CouponAmount | CouponPercent | CouponItem] = st.one_of(
    st.sampled_from((500, 1_111)).map(lambda off: CouponAmount(off_minor=off)),
    st.just(CouponPercent(pay_basis_points=9_000)),
    st.just(CouponItem(price_minor=100)),
)
caps = st.sampled_from((None, None, None, 333, 700))


@st.composite
def offer_parts(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """What all offers have."""
    return {
        "id": name,
        "names": NAMES,
        "goods": draw(goods_of),
        "group": draw(st.sampled_from(("", "", "", "", "other"))),
        "exclusive": draw(st.sampled_from((False, False, False, True))),
        "on_tier_price": draw(st.sampled_from((True, True, True, False))),
        "priority": draw(st.sampled_from((100, 100, 10))),
        "at_most_minor": draw(caps),
    }


@st.composite
def item_promotions(draw: st.DrawFn, name: str) -> Promotion:
    """Any promotion of the item step."""
    parts = draw(offer_parts(name))
    parts["limits"] = draw(st.sampled_from(((), (), (Limit(count=3, per="day"),))))
    kind = draw(st.sampled_from(("percent", "special", "nth", "pieces", "bundle")))
    if kind == "percent":
        return Percent(pay_basis_points=draw(percents), **parts)
    if kind == "special":
        return SpecialPrice(price_minor=draw(st.sampled_from((700, 1_300))), **parts)
    if kind == "nth":
        return NthPiece(count=draw(st.sampled_from((2, 2, 3))), pay_basis_points=draw(percents), **parts)
    if kind == "pieces":
        return PiecesFor(count=draw(st.sampled_from((2, 3))), price_minor=draw(sums), **parts)
    bundle_parts = (BundlePart(goods=draw(goods_of)), BundlePart(goods=draw(goods_of)))
    return Bundle(parts=bundle_parts, price_minor=draw(sums), **{**parts, "goods": Goods()})


@st.composite
def basket_promotions(draw: st.DrawFn, name: str) -> Promotion:
    """Any promotion of the basket step."""
    parts = draw(offer_parts(name))
    least = draw(sums)
    if draw(st.booleans()):
        return BasketPercent(at_least_minor=least, pay_basis_points=draw(percents), **parts)
    steps = (Step(at_least_minor=least, off_minor=least // 8), Step(at_least_minor=2 * least, off_minor=least // 3))
    if draw(st.booleans()):
        return AmountOff(steps=steps, **parts)
    return AmountOff(steps=steps[:1], repeats=True, **parts)


@st.composite
def any_coupon(draw: st.DrawFn, name: str) -> Coupon:
    """Any coupon."""
    return Coupon(
        effect=draw(effects),
        at_least_minor=draw(st.sampled_from((0, 1_500, 4_000))),
        per_sale=draw(st.sampled_from((1, 2))),
        with_promotions=draw(st.sampled_from((True, True, False))),
        **draw(offer_parts(name)),
    )


@st.composite
def cases(draw: st.DrawFn, most_pieces: int = 6) -> Case:
    """Small baskets under up to eight offers."""
    prices = st.sampled_from((400, 999, 1_000, 1_500, 1_501, 2_000, 3_333))
    goods = tuple(
        product(
            number, draw(prices), category=draw(st.sampled_from(CATEGORIES)), member_price_minor=draw(member_prices)
        )
        for number in draw(st.lists(st.integers(1, 8), min_size=1, max_size=most_pieces, unique=True))
    )
    items = [draw(item_promotions(f"i{n}")) for n in range(draw(st.integers(0, 3)))]
    baskets = [draw(basket_promotions(f"b{n}")) for n in range(draw(st.integers(0, 3)))]
    coupons = tuple(draw(any_coupon(f"c{n}")) for n in range(draw(st.integers(0, 2))))
    held = tuple(draw(st.integers(1, 2)) for _ in coupons)
    promotions = (*items, *baskets)
    return Case(goods, promotions, coupons, held, tuple(draw(st.integers(1, 3)) for _ in promotions))


member_prices = st.sampled_from((None, None, 900, 1_400))


def scanned(goods: Sequence[Product], quantity: int, view: MemberView | None = None) -> Basket:
    """So many pieces of each."""
    basket = Basket().with_member(view)
    for item in goods:
        basket = basket.add(item, quantity * MILLI)
    return basket
