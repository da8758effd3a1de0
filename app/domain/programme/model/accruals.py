"""How points, growth and bonus are earned, and how points are used."""

from typing import Annotated, Literal

from app.domain.programme.declare import POSITIVE, Amount, Count, Id, Names, PricePercent, Rate, Whole, part
from app.domain.programme.model.conditions import ALWAYS, Channel, Condition
from app.domain.programme.model.goods import ALL_GOODS, Goods
from app.domain.programme.model.grants import Grant
from app.domain.programme.model.spans import FOR_EVER, Lasting, Limit

EarnedUnit = Literal["points", "growth"]


@part
class Accrual:
    """`amount` of a unit for every whole `per` paid on the goods (once a sale, rounded by `rounding`)."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    unit: EarnedUnit = "points"
    """What is earned."""
    amount: Count = 1
    """So many units for every whole `per`."""
    per_minor: Annotated[Amount, POSITIVE]
    """The sum paid that earns `amount` once."""
    goods: Goods = ALL_GOODS
    """The goods that earn."""
    when: Condition = ALWAYS
    """To whom, when and where it earns."""
    lasts: Lasting = FOR_EVER
    """How long what is earned can be used."""
    rounding: Literal["down", "half_up", "up"] = "down"
    """What becomes of the part of a `per` that is left over."""
    tier_rates: bool = True
    """Whether the rate of the member's tier (`benefits.points_percent`, `growth_percent`) applies."""


@part
class Multiplier:
    """The sale earns so many times the unit (200 = double). Of several the `combine` policy decides."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    unit: EarnedUnit = "points"
    """What is multiplied."""
    rate_basis_points: Rate
    """200 = double."""
    goods: Goods = ALL_GOODS
    """The goods whose points are multiplied."""
    when: Condition = ALWAYS
    """For whom, when and where."""
    paid_at_least_minor: Amount = 0
    """Only for sales from this sum on."""
    limits: tuple[Limit, ...] = ()
    """How often a member may have it."""


@part
class ActionAccrual:
    """What an action brings (each time, within its limits); a reverting action takes the same back."""

    unit: EarnedUnit = "points"
    """What it brings."""
    amount: Count
    """How much."""
    lasts: Lasting = FOR_EVER
    """How long that can be used."""


@part
class Action:
    """Something a member does besides buying: sign-in, follow, review, questionnaire, game, attendance, …

    With `at_most` an action carries its own amount within `at_least` and `at_most` (a shared review: 1 to 50).
    """

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    brings: tuple[ActionAccrual, ...] = ()
    """What a member gets for it."""
    when: Condition = ALWAYS
    """For whom, when and where it brings something."""
    at_least: Whole = 0
    """The least amount the action may carry."""
    at_most: Whole = 0
    """The most it may carry; 0 = it carries none and brings what `brings` says."""
    limits: tuple[Limit, ...] = ()
    """How often it brings something."""
    reverts: str = ""
    """The action that this one undoes (a deleted review undoes the review)."""
    by_hand: bool = False
    """Whether the cashier may enter it (attendance at an event)."""


@part
class PointsOff:
    """Points off the bill: so many points are worth so much; whole multiples, at most a share of what is due."""

    points: Count
    """So many points …"""
    worth_minor: Amount
    """… are worth so much."""
    at_most_basis_points: PricePercent = 10_000
    """At most this share of what is to pay."""
    at_least_points: Whole = 0
    """Fewer points than this are not taken."""
    goods: Goods = ALL_GOODS
    """The goods that points may pay."""
    when: Condition = ALWAYS
    """Who may do so, when and where."""
    channels: frozenset[Channel] = frozenset()
    """Only there; nothing said = everywhere."""


@part
class Redemption:
    """A thing of the points mall: for points (and perhaps money) a member gets something."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    points: Count
    """What it costs in points."""
    price_minor: Amount = 0
    """What it costs in money besides."""
    product: str = ""
    """The goods (by number) that are handed over."""
    gives: tuple[Grant, ...] = ()
    """What else is given."""
    tier: str = ""
    """The tier it gives."""
    when: Condition = ALWAYS
    """Who may have it, when and where."""
    limits: tuple[Limit, ...] = ()
    """How often."""
