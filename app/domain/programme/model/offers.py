"""What lowers the price of goods: discounts of tiers, promotions and coupons, and how they combine."""

from typing import Annotated, Literal

from app.domain.programme.declare import BY_KIND, NOT_EMPTY, Amount, Count, Id, Names, Pieces, PricePercent, Whole, part
from app.domain.programme.model.conditions import ALWAYS, Condition
from app.domain.programme.model.goods import ALL_GOODS, Goods
from app.domain.programme.model.grants import Grant
from app.domain.programme.model.spans import FOR_EVER, Lasting, Limit


@part
class GoodsDiscount:
    """Goods at a share of their price: 95 = 95折."""

    pay_basis_points: PricePercent
    goods: Goods = ALL_GOODS
    when: Condition = ALWAYS


@part
class Offer:
    """What promotions and coupons have in common.

    A piece serves one offer of each `group`. An `exclusive` offer stands alone on its pieces: no other offer of any
    group, coupons included. `on_tier_price = false` takes the pieces at their list price instead of the member or
    tier price (no 折上折). Groups are worked through in the order of steps (item, basket, coupon), then by `priority`
    (small first), then by id; among what may be combined the customer's best is taken.
    """

    id: Id
    names: Names
    goods: Goods = ALL_GOODS
    when: Condition = ALWAYS
    group: str = ""
    exclusive: bool = False
    on_tier_price: bool = True
    priority: Whole = 100
    limits: tuple[Limit, ...] = ()
    budget_minor: Amount | None = None
    at_most_minor: Amount | None = None


@part
class NthPiece(Offer):
    """Every `count`-th piece costs a share of its price; the cheapest of each group of pieces is the one."""

    kind: Literal["nth_piece"] = "nth_piece"
    count: Pieces
    pay_basis_points: PricePercent


@part
class PiecesFor(Offer):
    """Any `count` pieces together for one price."""

    kind: Literal["pieces_for"] = "pieces_for"
    count: Pieces
    price_minor: Amount


@part
class BundlePart:
    """So many pieces of these goods belong to the bundle."""

    goods: Goods
    count: Count = 1


@part
class Bundle(Offer):
    """These parts together for one price (套餐)."""

    kind: Literal["bundle"] = "bundle"
    parts: Annotated[tuple[BundlePart, ...], NOT_EMPTY]
    price_minor: Amount


@part
class Percent(Offer):
    """Goods at a share of their price."""

    kind: Literal["percent"] = "percent"
    pay_basis_points: PricePercent


@part
class SpecialPrice(Offer):
    """Each piece (or kilogram) at this price."""

    kind: Literal["special_price"] = "special_price"
    price_minor: Amount


@part
class Step:
    """From this sum of goods on, so much off."""

    at_least_minor: Amount
    off_minor: Amount


@part
class AmountOff(Offer):
    """满减 and stepped: the highest step reached counts; `repeats` = the only step once for each full threshold."""

    kind: Literal["amount_off"] = "amount_off"
    steps: Annotated[tuple[Step, ...], NOT_EMPTY]
    repeats: bool = False


@part
class BasketPercent(Offer):
    """From a sum of goods on, all of them at a share of their price."""

    kind: Literal["basket_percent"] = "basket_percent"
    at_least_minor: Amount = 0
    pay_basis_points: PricePercent


@part
class CashBack(Offer):
    """满额返现: from a sum paid for the goods on, something comes back afterwards; the price stays."""

    kind: Literal["cash_back"] = "cash_back"
    at_least_minor: Amount
    gives: Annotated[tuple[Grant, ...], NOT_EMPTY]
    repeats: bool = False


ItemPromotion = NthPiece | PiecesFor | Bundle | Percent | SpecialPrice
BasketPromotion = AmountOff | BasketPercent
Promotion = ItemPromotion | BasketPromotion | CashBack
AnyPromotion = Annotated[Promotion, BY_KIND]


@part
class CouponAmount:
    """So much off."""

    kind: Literal["amount"] = "amount"
    off_minor: Amount


@part
class CouponPercent:
    """The goods at a share of their price, with at most so much off."""

    kind: Literal["percent"] = "percent"
    pay_basis_points: PricePercent


@part
class CouponItem:
    """One piece of the goods for this price; 0 = for nothing."""

    kind: Literal["item"] = "item"
    price_minor: Amount = 0


@part
class Coupon(Offer):
    """A coupon a member holds as a counted unit; from `at_least` of its goods on it takes its effect.

    `with_others`: how many coupons of this id one sale takes. `lasts`: how long one lives from its grant.
    """

    effect: Annotated[CouponAmount | CouponPercent | CouponItem, BY_KIND]
    at_least_minor: Amount = 0
    per_sale: Count = 1
    lasts: Lasting = FOR_EVER
    with_promotions: bool = True
