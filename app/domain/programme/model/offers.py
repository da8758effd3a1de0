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
    """The share that is paid."""
    goods: Goods = ALL_GOODS
    """For these goods."""
    when: Condition = ALWAYS
    """When and where."""


@part
class Offer:
    """What promotions and coupons have in common.

    A piece serves one offer of each `group`. An `exclusive` offer stands alone on its pieces: no other offer of any
    group, coupons included. `on_tier_price = false` takes the pieces at their list price instead of the member or
    tier price (no 折上折). Groups are worked through in the order of steps (item, basket, coupon), then by `priority`
    (small first), then by id; among what may be combined the customer's best is taken.
    """

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    goods: Goods = ALL_GOODS
    """The goods it is for."""
    when: Condition = ALWAYS
    """For whom, when and where."""
    group: str = ""
    """Offers of one group do not share a piece; nothing said = the group of its step."""
    exclusive: bool = False
    """No other offer beside it on its pieces."""
    on_tier_price: bool = True
    """false = on the list price, not on top of member or tier price."""
    priority: Whole = 100
    """Small goes first."""
    limits: tuple[Limit, ...] = ()
    """How often."""
    budget_minor: Amount | None = None
    """All that may be given away with it."""
    at_most_minor: Amount | None = None
    """The most it saves in one sale."""


@part
class NthPiece(Offer):
    """Every `count`-th piece costs a share of its price; the cheapest of each group of pieces is the one."""

    kind: Literal["nth_piece"] = "nth_piece"
    """Which kind this is."""
    count: Pieces
    """Every so many pieces."""
    pay_basis_points: PricePercent
    """The share that this piece costs."""


@part
class PiecesFor(Offer):
    """Any `count` pieces together for one price."""

    kind: Literal["pieces_for"] = "pieces_for"
    """Which kind this is."""
    count: Pieces
    """So many pieces."""
    price_minor: Amount
    """What they cost together."""


@part
class BundlePart:
    """So many pieces of these goods belong to the bundle."""

    goods: Goods
    """Which goods."""
    count: Count = 1
    """How many pieces."""


@part
class Bundle(Offer):
    """These parts together for one price (套餐)."""

    kind: Literal["bundle"] = "bundle"
    """Which kind this is."""
    parts: Annotated[tuple[BundlePart, ...], NOT_EMPTY]
    """What belongs to it."""
    price_minor: Amount
    """What it costs."""


@part
class Percent(Offer):
    """Goods at a share of their price."""

    kind: Literal["percent"] = "percent"
    """Which kind this is."""
    pay_basis_points: PricePercent
    """The share that is paid."""


@part
class SpecialPrice(Offer):
    """Each piece (or kilogram) at this price."""

    kind: Literal["special_price"] = "special_price"
    """Which kind this is."""
    price_minor: Amount
    """What a piece (or kilogram) costs."""


@part
class Step:
    """From this sum of goods on, so much off."""

    at_least_minor: Amount
    """From this sum on."""
    off_minor: Amount
    """So much off."""


@part
class AmountOff(Offer):
    """满减 and stepped: the highest step reached counts; `repeats` = the only step once for each full threshold."""

    kind: Literal["amount_off"] = "amount_off"
    """Which kind this is."""
    steps: Annotated[tuple[Step, ...], NOT_EMPTY]
    """The steps."""
    repeats: bool = False
    """With one step: once for each full threshold."""


@part
class BasketPercent(Offer):
    """From a sum of goods on, all of them at a share of their price."""

    kind: Literal["basket_percent"] = "basket_percent"
    """Which kind this is."""
    at_least_minor: Amount = 0
    """From this sum on."""
    pay_basis_points: PricePercent
    """The share that is paid."""


@part
class CashBack(Offer):
    """满额返现: from a sum paid for the goods on, something comes back afterwards; the price stays."""

    kind: Literal["cash_back"] = "cash_back"
    """Which kind this is."""
    at_least_minor: Amount
    """From this sum on."""
    gives: Annotated[tuple[Grant, ...], NOT_EMPTY]
    """What comes back."""
    repeats: bool = False
    """Once for each full sum."""


ItemPromotion = NthPiece | PiecesFor | Bundle | Percent | SpecialPrice
BasketPromotion = AmountOff | BasketPercent
Promotion = ItemPromotion | BasketPromotion | CashBack
AnyPromotion = Annotated[Promotion, BY_KIND]


@part
class CouponAmount:
    """So much off."""

    kind: Literal["amount"] = "amount"
    """Which kind this is."""
    off_minor: Amount
    """How much."""


@part
class CouponPercent:
    """The goods at a share of their price, with at most so much off."""

    kind: Literal["percent"] = "percent"
    """Which kind this is."""
    pay_basis_points: PricePercent
    """The share that is paid."""


@part
class CouponItem:
    """One piece of the goods for this price; 0 = for nothing."""

    kind: Literal["item"] = "item"
    """Which kind this is."""
    price_minor: Amount = 0
    """What the piece costs."""


@part
class Coupon(Offer):
    """A coupon a member holds as a counted unit; from `at_least` of its goods on it takes its effect."""

    effect: Annotated[CouponAmount | CouponPercent | CouponItem, BY_KIND]
    """What it does."""
    at_least_minor: Amount = 0
    """Usable from this sum of its goods on."""
    per_sale: Count = 1
    """How many of it one sale takes."""
    lasts: Lasting = FOR_EVER
    """How long one can be used."""
    with_promotions: bool = True
    """false = not for goods that have served a promotion."""
