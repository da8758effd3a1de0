"""Eight lines under eight offers as hardly any shop would make them, drawn from a seed.

Every kind of offer with caps, limits, exclusives, groups over two steps, list prices and coupons without promotions.
"""

from random import Random
from typing import Any

from app.domain.basket import Basket
from app.domain.money import MILLI
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
    Percent,
    PiecesFor,
    Programme,
    Promotion,
    SpecialPrice,
    Step,
)
from tests.app.domain.builders import product
from tests.app.domain.pricing.offers import CATEGORIES, NAMES, holding, with_offers

_PRICES = (400, 999, 1_000, 1_500, 1_501, 2_000, 3_333)
_SUMS = (1_500, 2_500, 4_000, 6_000, 9_000)
_PERCENTS = (0, 5_000, 8_000, 8_888, 9_000)


def exotic(seed: int) -> tuple[Basket, Programme]:
    """Eight lines of a member's under three offers on pieces, three on the basket and two coupons."""
    chance = Random(seed)
    there = [
        product(
            number,
            chance.choice(_PRICES),
            category=chance.choice(CATEGORIES),
            member_price_minor=chance.choice((None, None, 900, 1_400)),
        )
        for number in range(1, 9)
    ]
    items = [_item(chance, f"i{number}") for number in range(3)]
    baskets = [_basket(chance, f"b{number}") for number in range(3)]
    coupons = [_coupon(chance, f"c{number}") for number in range(2)]
    held, promotions = [chance.randint(1, 2) for _ in coupons], (*items, *baskets)
    left = [chance.randint(1, 3) for _ in promotions]
    basket = Basket().with_member(holding(promotions, left, coupons, held))
    for each in there:
        basket = basket.add(each, MILLI)
    return basket, with_offers(promotions, coupons)


def _goods(chance: Random) -> Goods:
    return Goods() if chance.random() < 0.5 else Goods(categories=frozenset({chance.choice(CATEGORIES)}))


def _parts(chance: Random, name: str) -> dict[str, Any]:
    return {
        "id": name,
        "names": NAMES,
        "goods": _goods(chance),
        "group": chance.choice(("", "", "", "", "other")),
        "exclusive": chance.choice((False, False, False, True)),
        "on_tier_price": chance.choice((True, True, True, False)),
        "priority": chance.choice((100, 100, 10)),
        "at_most_minor": chance.choice((None, None, None, 333, 700)),
    }


def _item(chance: Random, name: str) -> Promotion:
    parts = _parts(chance, name)
    parts["limits"] = chance.choice(((), (), (Limit(count=3, per="day"),)))
    kind = chance.choice(("percent", "special", "nth", "pieces", "bundle"))
    if kind == "percent":
        return Percent(pay_basis_points=chance.choice(_PERCENTS), **parts)
    if kind == "special":
        return SpecialPrice(price_minor=chance.choice((700, 1_300)), **parts)
    if kind == "nth":
        return NthPiece(count=chance.choice((2, 2, 3)), pay_basis_points=chance.choice(_PERCENTS), **parts)
    if kind == "pieces":
        return PiecesFor(count=chance.choice((2, 3)), price_minor=chance.choice(_SUMS), **parts)
    bundle = (BundlePart(goods=_goods(chance)), BundlePart(goods=_goods(chance)))
    return Bundle(parts=bundle, price_minor=chance.choice(_SUMS), **{**parts, "goods": Goods()})


def _basket(chance: Random, name: str) -> Promotion:
    parts, least = _parts(chance, name), chance.choice(_SUMS)
    if chance.random() < 0.5:
        return BasketPercent(at_least_minor=least, pay_basis_points=chance.choice(_PERCENTS), **parts)
    steps = (Step(at_least_minor=least, off_minor=least // 8), Step(at_least_minor=2 * least, off_minor=least // 3))
    if chance.random() < 0.5:
        return AmountOff(steps=steps, **parts)
    return AmountOff(steps=steps[:1], repeats=True, **parts)


def _coupon(chance: Random, name: str) -> Coupon:
    effects = (
        CouponAmount(off_minor=chance.choice((500, 1_111))),
        CouponPercent(pay_basis_points=9_000),
        CouponItem(price_minor=100),
    )
    return Coupon(
        effect=chance.choice(effects),
        at_least_minor=chance.choice((0, 1_500, 4_000)),
        per_sale=chance.choice((1, 2)),
        with_promotions=chance.choice((True, True, False)),
        **_parts(chance, name),
    )
