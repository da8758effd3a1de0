"""Baskets of usual size under a dozen offers, as a shop makes them, drawn from a seed."""

from dataclasses import replace
from random import Random

from app.domain.basket import Basket
from app.domain.catalogue import Product
from app.domain.money import MILLI
from app.domain.programme.model import (
    AmountOff,
    BasketPercent,
    Coupon,
    CouponAmount,
    CouponPercent,
    Goods,
    NthPiece,
    Percent,
    PiecesFor,
    Programme,
    Promotion,
    SpecialPrice,
    Step,
)
from tests.app.domain.builders import product
from tests.app.domain.pricing.offers import NAMES, holding, with_offers

_KINDS = ("snacks", "drinks", "bakery", "fresh", "beauty", "home")
_PRICES = (250, 350, 450, 600, 750, 900, 1_250, 1_600, 2_000, 2_900, 4_000, 5_900)


def goods(chance: Random, lines: int) -> list[Product]:
    """So many products, a third of them with a member price."""
    some = [product(n, chance.choice(_PRICES), category=chance.choice(_KINDS)) for n in range(1, lines + 1)]
    return [
        replace(each, member_price_minor=each.price_minor * 9 // 10) if chance.random() < 0.3 else each for each in some
    ]


def large(seed: int, lines: int = 30) -> tuple[Basket, Programme]:
    """Thirty lines of one to three pieces under twelve offers: four on pieces, four on the basket, four coupons."""
    chance = Random(seed)
    there = goods(chance, lines)
    total = 17 * sum(each.price_minor for each in there) // 10
    items, baskets = tuple(_items(chance, there)), tuple(_baskets(chance, total))
    coupons = tuple(_coupon(chance, f"c{number}", total) for number in range(4))
    view = holding((), (), coupons, [chance.randint(1, 2) for _ in coupons])
    basket = Basket().with_member(view)
    for each in there:
        basket = basket.add(each, MILLI * chance.choice((1, 1, 1, 2, 3)))
    return basket, with_offers((*items, *baskets), coupons)


def _items(chance: Random, there: list[Product]) -> list[Promotion]:
    of = [Goods(categories=frozenset({kind})) for kind in chance.sample(_KINDS, 3)]
    share = chance.choice((0, 5_000, 8_000))
    article = chance.choice(there)
    return [
        NthPiece(id="i0", names=NAMES, goods=of[0], count=chance.choice((2, 3)), pay_basis_points=share),
        chance.choice(
            (
                Percent(id="i1", names=NAMES, goods=of[1], pay_basis_points=chance.choice((7_000, 8_800))),
                PiecesFor(id="i1", names=NAMES, goods=of[1], count=3, price_minor=chance.choice((990, 1_990))),
            )
        ),
        Percent(id="i2", names=NAMES, goods=of[2], pay_basis_points=9_000, exclusive=chance.random() < 0.5),
        SpecialPrice(
            id="i3",
            names=NAMES,
            goods=Goods(products=frozenset({article.id})),
            price_minor=article.price_minor * 7 // 10,
        ),
    ]


def _baskets(chance: Random, total: int) -> list[Promotion]:
    first, second = (_round(chance, total, 0.3) for _ in range(2))
    steps = (Step(at_least_minor=first // 2, off_minor=first // 20), Step(at_least_minor=first, off_minor=first // 8))
    return [
        AmountOff(id="b0", names=NAMES, steps=steps),
        AmountOff(
            id="b1", names=NAMES, repeats=True, steps=(Step(at_least_minor=second // 2, off_minor=second // 25),)
        ),
        BasketPercent(id="b2", names=NAMES, pay_basis_points=9_000, at_least_minor=second),
        BasketPercent(
            id="b3", names=NAMES, pay_basis_points=9_500, at_least_minor=first // 2, at_most_minor=2_000, group="own"
        ),
    ]


def _coupon(chance: Random, name: str, total: int) -> Coupon:
    if chance.random() < 0.3:
        return Coupon(
            id=name,
            names=NAMES,
            effect=CouponPercent(pay_basis_points=9_000),
            at_most_minor=chance.choice((None, 3_000)),
        )
    return Coupon(
        id=name,
        names=NAMES,
        effect=CouponAmount(off_minor=chance.choice((500, 800, 1_500, 3_000))),
        at_least_minor=_round(chance, total, 0.2),
        per_sale=chance.choice((1, 1, 2)),
    )


def _round(chance: Random, total: int, least: float) -> int:
    """A threshold as shops set them: from so much of the whole on, in tens."""
    return round(total * chance.uniform(least, 1.0) / 1_000) * 1_000
