"""What is sold to members besides goods: top-ups, passes, paid memberships; and how stored value behaves."""

from enum import StrEnum
from typing import Annotated, Literal

from app.domain.programme.declare import NOT_EMPTY, Amount, Count, Id, Names, Rate, Whole, Words, part
from app.domain.programme.model.conditions import ALWAYS, Condition
from app.domain.programme.model.goods import ALL_GOODS, Goods
from app.domain.programme.model.grants import Grant
from app.domain.programme.model.spans import FOR_EVER, Lasting, Limit
from app.domain.stored_value import SpendOrder


@part
class TopUpStep:
    """From this amount on, so much bonus: a sum, a share of the amount, and whatever else is given."""

    at_least_minor: Amount
    bonus_minor: Amount = 0
    bonus_basis_points: Rate = 0
    gives: tuple[Grant, ...] = ()


@part
class TopUpOffer:
    """Top up, get more: the highest step reached counts. `instalments` = the bonus comes in so many monthly parts."""

    id: Id
    names: Names
    steps: Annotated[tuple[TopUpStep, ...], NOT_EMPTY]
    when: Condition = ALWAYS
    instalments: Count = 1
    bonus_lasts: Lasting = FOR_EVER
    limits: tuple[Limit, ...] = ()


@part
class StoredValue:
    """How stored value is spent and given back, and the law's limits (defaults: China's prepaid rules)."""

    spend_order: SpendOrder = SpendOrder.BONUS_AFTER
    refund_bonus: Literal["all_back", "in_proportion", "kept"] = "all_back"
    named_at_most_minor: Amount = 500_000
    anonymous_at_most_minor: Amount = 100_000
    anonymous_lasts: Lasting = Lasting(years=3)
    pin_above_minor: Amount | None = None
    dormant_after_days: Whole = 60


@part
class Pass:
    """次卡/月卡/年卡: visits, or a period, for goods or services that then cost nothing at the till."""

    id: Id
    names: Names
    price_minor: Amount
    goods: Goods = ALL_GOODS
    visits: Whole = 0
    lasts: Lasting = FOR_EVER
    per_day: Whole = 0
    product: str = ""
    refund: Literal["unused", "none"] = "unused"
    instalments: Count = 1
    per_pet: bool = False


@part
class Trial:
    """A first period at a low price, once a member."""

    price_minor: Amount
    lasts: Lasting


@part
class Membership:
    """付费会员: a period bought brings a tier (usually on a ladder of its own); gifts come by `gifts`."""

    id: Id
    names: Names
    tier: str
    price_minor: Amount
    lasts: Lasting = Lasting(years=1)
    trial: Trial | None = None
    buyer_discounts: tuple["BuyerDiscount", ...] = ()
    remind_days_before: Whole = 30
    refund: Literal["unused_months", "unused_days", "none"] = "unused_days"
    product: str = ""


@part
class BuyerDiscount:
    """Members of a tier buy the paid membership at this share of its price."""

    tier: str
    pay_basis_points: Rate


class TenderType(StrEnum):
    """How a tender behaves at the till."""

    CASH = "cash"
    STORED_VALUE = "stored_value"
    EXTERNAL = "external"


@part
class TenderKind:
    """A way to pay, as data.

    `earns`: it brings points; `counts`: it counts for spend measures; `combines`: it may pay goods that have offers.
    """

    id: Id
    names: Names
    type: TenderType
    asks_reference: bool = False
    earns: bool = True
    counts: bool = True
    combines: bool = True
    tags: Words = frozenset()
