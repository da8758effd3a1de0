"""What is sold to members besides goods: top-ups, passes, paid memberships; and how stored value behaves."""

from enum import StrEnum
from typing import Annotated, Literal

from app.domain.programme.declare import NOT_EMPTY, Amount, Count, Id, Names, PricePercent, Rate, Whole, part
from app.domain.programme.model.conditions import ALWAYS, Condition
from app.domain.programme.model.goods import ALL_GOODS, Goods
from app.domain.programme.model.grants import Grant
from app.domain.programme.model.spans import FOR_EVER, Lasting, Limit
from app.domain.stored_value import SpendOrder


@part
class TopUpStep:
    """From this amount on, so much bonus: a sum, a share of the amount, and whatever else is given."""

    at_least_minor: Amount
    """From this amount on."""
    bonus_minor: Amount = 0
    """This bonus."""
    bonus_basis_points: Rate = 0
    """And this share of the amount as bonus."""
    gives: tuple[Grant, ...] = ()
    """And whatever is said here."""


@part
class TopUpOffer:
    """Top up, get more: the highest step reached counts. `instalments` = the bonus comes in so many monthly parts."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    steps: Annotated[tuple[TopUpStep, ...], NOT_EMPTY]
    """The steps."""
    when: Condition = ALWAYS
    """For whom, when and where."""
    instalments: Count = 1
    """The bonus comes in so many monthly parts."""
    bonus_lasts: Lasting = FOR_EVER
    """How long the bonus can be used."""
    limits: tuple[Limit, ...] = ()
    """How often."""


@part
class StoredValue:
    """How stored value is spent and given back, and the law's limits (defaults: China's prepaid rules)."""

    spend_order: SpendOrder = SpendOrder.BONUS_AFTER
    """Which part of the value is spent first."""
    refund_bonus: Literal["all_back", "in_proportion", "kept"] = "all_back"
    """What becomes of the bonus when the principal is paid back."""
    named_at_most_minor: Amount = 500_000
    """The most a card with a name may hold."""
    anonymous_at_most_minor: Amount = 100_000
    """The most a card without a name may hold."""
    anonymous_lasts: Lasting = Lasting(years=3)
    """How long value on a card without a name can be used."""
    pin_above_minor: Amount | None = None
    """Spending more than this asks for the PIN."""
    dormant_after_days: Whole = 60
    """Who pays in advance and does not come for so many days shows up for a call."""


@part
class Pass:
    """次卡/月卡/年卡: visits, or a period, for goods or services that then cost nothing at the till."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    price_minor: Amount
    """What it costs."""
    goods: Goods = ALL_GOODS
    """The goods or services it pays."""
    visits: Whole = 0
    """So many visits; 0 = as often as wanted while it lasts."""
    lasts: Lasting = FOR_EVER
    """How long it is valid."""
    per_day: Whole = 0
    """At most so many visits a day; 0 = no limit."""
    refund: Literal["unused", "none"] = "unused"
    """Whether the unused part is paid back."""


@part
class Trial:
    """A first period at a low price, once a member."""

    price_minor: Amount
    """Its price."""
    lasts: Lasting
    """How long it is."""


@part
class Membership:
    """付费会员: a period bought brings a tier (usually on a ladder of its own); gifts come by `gifts`."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    tier: str
    """The tier it brings (`bought = true`)."""
    price_minor: Amount
    """What a period costs."""
    lasts: Lasting = Lasting(years=1)
    """How long a period is."""
    trial: Trial | None = None
    """A first period at a low price."""
    buyer_discounts: tuple["BuyerDiscount", ...] = ()
    """Who buys it cheaper."""
    remind_days_before: Whole = 30
    """The renewal reminder comes so many days before the end."""
    refund: Literal["unused_months", "unused_days", "none"] = "unused_days"
    """What is paid back of an unused period."""
    used_coupons: Literal["kept", "given"] = "kept"
    """Whether the shop keeps of what is paid back what coupons that came with it saved, at the till that sold it."""


@part
class BuyerDiscount:
    """Members of a tier buy the paid membership at this share of its price."""

    tier: str
    """Members of this tier …"""
    pay_basis_points: PricePercent
    """… pay this share of the price."""


class TenderType(StrEnum):
    """How a tender behaves at the till."""

    CASH = "cash"
    STORED_VALUE = "stored_value"
    EXTERNAL = "external"


@part
class TenderKind:
    """A way to pay, as data.

    `earns`: it brings points; `counts`: it counts for spend measures; `combines`: it may pay goods that have
    offers, and beside other tenders.
    """

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    type: TenderType
    """How it behaves at the till."""
    asks_reference: bool = False
    """The cashier enters the slip's number."""
    earns: bool = True
    """Paying with it brings points."""
    counts: bool = True
    """Paying with it counts for tiers."""
    combines: bool = True
    """It may pay goods that have offers, and beside other tenders."""
