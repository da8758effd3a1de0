"""What members do in a rehearsed shop: each act gives the shop afterwards and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.basket import Basket
from app.domain.catalogue import Product
from app.domain.money import MILLI
from app.domain.pricing import PricedBasket, price
from app.domain.programme.lifecycle.facts import Bought, Paid, Returned, ReturnedLine, SoldLine
from app.domain.programme.lifecycle.standing import NOTHING, Reaction
from app.domain.programme.scene import Moment
from app.domain.rehearsal.shop import Shop

REST = -1
"""Pays what is left."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many thousandths of a piece or kilogram of a product."""

    product: Product
    quantity_milli: int = MILLI


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an act: the priced basket of a purchase, and the reaction; `number` names the fact."""

    number: str = ""
    priced: PricedBasket | None = None
    reaction: Reaction = NOTHING


def basket_of(shop: Shop, who: str, wanted: Sequence[Wanted], day: str) -> Basket:
    """The member's basket."""
    basket = Basket().with_member(shop.view(who, day))
    for item in wanted:
        basket = basket.add(item.product, item.quantity_milli)
    return basket


def buy(
    shop: Shop, who: str, wanted: Sequence[Wanted], pays: Mapping[str, int], moment: Moment
) -> tuple[Shop, Outcome]:
    """A purchase: priced with the member's tiers and coupons, paid (`REST` = with what is left), posted."""
    basket = basket_of(shop, who, wanted, moment.day)
    priced = price(basket, shop.programme, moment, shop.left(moment.day))
    number = shop.next_number()
    fact = Bought(number, moment, lines_of(priced), _paid(pays, priced.total_minor), ())
    shop, reaction = shop.hears(who, fact)
    return shop, Outcome(number, priced, reaction)


def give_back(shop: Shop, who: str, sale: str, lines: Mapping[int, int], moment: Moment) -> tuple[Shop, Outcome]:
    """Parts of a purchase come back: minor units by line (from 0)."""
    number = shop.next_number()
    parts = tuple(ReturnedLine(index, amount) for index, amount in sorted(lines.items()))
    shop, reaction = shop.hears(who, Returned(number, moment, sale, parts))
    return shop, Outcome(number, None, reaction)


def lines_of(priced: PricedBasket) -> tuple[SoldLine, ...]:
    """The lines of a priced basket as a programme hears of them."""
    return tuple(
        SoldLine(
            id=line.line.product.id,
            list_minor=line.list_minor,
            net_minor=line.net_minor,
            category=line.line.product.category,
            goods_class=line.line.product.goods_class,
            brand=line.line.product.brand,
        )
        for line in priced.lines
    )


def _paid(pays: Mapping[str, int], due_minor: int) -> tuple[Paid, ...]:
    left = due_minor - sum(amount for amount in pays.values() if amount != REST)
    return tuple(Paid(kind, left if amount == REST else amount) for kind, amount in pays.items())
