"""What members do at a rehearsed counter: each act gives the shop afterwards and what came of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.basket import NO_WISHES, Basket, Wishes
from app.domain.catalogue import Product
from app.domain.ledger import POINTS, Unit
from app.domain.money import MILLI
from app.domain.pricing import PricedBasket, price
from app.domain.programme.drawing import spin
from app.domain.programme.lifecycle.facts import Bought, Paid, Returned, ReturnedLine, Spun
from app.domain.programme.lifecycle.standing import NOTHING, Reaction
from app.domain.programme.model import Draw
from app.domain.programme.rights import quota_unit
from app.domain.programme.sale_rules import counted, stopped
from app.domain.programme.scene import Moment
from app.domain.rehearsal.shop import Shop
from app.domain.sale.earned import lines_of
from app.domain.spend import Spend

REST = -1
"""Pays what is left."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many thousandths of a piece or kilogram of a product; `note` as on a basket's line."""

    product: Product
    quantity_milli: int = MILLI
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an act: the priced basket of a purchase, the prize `won`, the reaction; `number` names the fact."""

    number: str = ""
    priced: PricedBasket | None = None
    reaction: Reaction = NOTHING
    won: str = ""


def basket_of(shop: Shop, who: str, wanted: Sequence[Wanted], day: str, wishes: Wishes = NO_WISHES) -> Basket:
    """The member's basket."""
    basket = Basket().with_member(shop.view(who, day)).with_wishes(wishes)
    for item in wanted:
        basket = basket.add(item.product, item.quantity_milli, note=item.note)
    return basket


def buy(
    shop: Shop,
    who: str,
    wanted: Sequence[Wanted],
    pays: Mapping[str, int],
    moment: Moment,
    wishes: Wishes = NO_WISHES,
) -> tuple[Shop, Outcome]:
    """A purchase: priced with the member's tiers, coupons and rights, paid (`REST` = with what is left), posted.

    Goods that a sale rule stops are not sold: the outcome then only says which rules withheld them.
    """
    basket = basket_of(shop, who, wanted, moment.day, wishes)
    left = shop.left(moment.day)
    if stops := stopped(basket, shop.programme, moment, left):
        return shop, Outcome(reaction=Reaction(withheld=tuple(stop.rule.id for stop in stops)))
    priced = price(basket, shop.programme, moment, left)
    number = shop.next_number()
    own, of_all = counted(basket, shop.programme, moment, left)
    spent = _units((*priced.spends, *own))
    fact = Bought(
        number,
        moment,
        lines_of(priced),
        _paid(pays, priced.total_minor),
        coupons=tuple(_names(spent, "coupon:")),
        points=spent.get(POINTS, 0),
        rights={unit: amount for unit, amount in spent.items() if unit.startswith("right:")},
        shared=_units((*priced.shared_spends, *of_all)),
    )
    shop, reaction = shop.hears(who, fact)
    return shop, Outcome(number, priced, reaction)


def give_back(shop: Shop, who: str, sale: str, lines: Mapping[int, int], moment: Moment) -> tuple[Shop, Outcome]:
    """Parts of a purchase come back: minor units by line (from 0)."""
    number = shop.next_number()
    parts = tuple(ReturnedLine(index, amount) for index, amount in sorted(lines.items()))
    shop, reaction = shop.hears(who, Returned(number, moment, sale, parts))
    return shop, Outcome(number, None, reaction)


def spin_wheel(shop: Shop, who: str, draw: Draw, dice: int, moment: Moment) -> tuple[Shop, Outcome]:
    """One spin of a draw: `dice` decides among the prizes that are left."""
    left = shop.left(moment.day)
    prizes = {prize.id: left.get(quota_unit(draw.id, prize.id), 0) for prize in draw.prizes}
    prize = spin(draw, prizes, dice)
    number = shop.next_number()
    shop, reaction = shop.hears(who, Spun(number, moment, draw.id, prize.id if prize else ""))
    return shop, Outcome(number, None, reaction, prize.id if prize and not reaction.withheld else "")


def _units(spends: Iterable[Spend]) -> Mapping[Unit, int]:
    sums: Counter[Unit] = Counter()
    for spend in spends:
        sums[spend.unit] += spend.amount
    return dict(sums)


def _names(spent: Mapping[Unit, int], prefix: str) -> Iterable[str]:
    return (unit.removeprefix(prefix) for unit, count in spent.items() if unit.startswith(prefix) for _ in range(count))


def _paid(pays: Mapping[str, int], due_minor: int) -> tuple[Paid, ...]:
    left = due_minor - sum(amount for amount in pays.values() if amount != REST)
    return tuple(Paid(kind, left if amount == REST else amount) for kind, amount in pays.items())
