"""How points, growth and bonus are earned, and how points are used."""

from typing import Annotated, Literal

from app.domain.programme.declare import POSITIVE, Amount, Count, Id, Names, Rate, Whole, Words, part
from app.domain.programme.model.conditions import ALWAYS, Channel, Condition
from app.domain.programme.model.goods import ALL_GOODS, Goods
from app.domain.programme.model.grants import Grant
from app.domain.programme.model.spans import FOR_EVER, Lasting, Limit

EarnedUnit = Literal["points", "growth"]


@part
class Accrual:
    """`amount` of a unit for every whole `per` paid on the goods (once a sale, rounded by `rounding`)."""

    id: Id
    names: Names
    unit: EarnedUnit = "points"
    amount: Count = 1
    per_minor: Annotated[Amount, POSITIVE]
    goods: Goods = ALL_GOODS
    when: Condition = ALWAYS
    lasts: Lasting = FOR_EVER
    rounding: Literal["down", "half_up", "up"] = "down"
    tier_rates: bool = True


@part
class Multiplier:
    """The sale earns so many times the unit (200 = double). Of several the `combine` policy decides."""

    id: Id
    names: Names
    unit: EarnedUnit = "points"
    rate_basis_points: Rate
    goods: Goods = ALL_GOODS
    when: Condition = ALWAYS
    paid_at_least_minor: Amount = 0
    limits: tuple[Limit, ...] = ()


@part
class ActionAccrual:
    """What an action brings (each time, within its limits); a reverting action takes the same back."""

    unit: EarnedUnit = "points"
    amount: Count
    lasts: Lasting = FOR_EVER


@part
class Action:
    """Something a member does besides buying: sign-in, follow, review, questionnaire, game, attendance, …

    With `at_most` an action carries its own amount within `at_least` and `at_most` (a shared review: 1 to 50).
    """

    id: Id
    names: Names
    brings: tuple[ActionAccrual, ...] = ()
    when: Condition = ALWAYS
    at_least: Whole = 0
    at_most: Whole = 0
    limits: tuple[Limit, ...] = ()
    reverts: str = ""
    by_hand: bool = False


@part
class PointsOff:
    """Points off the bill: so many points are worth so much; whole multiples, at most a share of what is due."""

    points: Count
    worth_minor: Amount
    at_most_basis_points: Rate = 10_000
    at_least_points: Whole = 0
    goods: Goods = ALL_GOODS
    when: Condition = ALWAYS
    channels: frozenset[Channel] = frozenset()


@part
class Redemption:
    """A thing of the points mall: for points (and perhaps money) a member gets something."""

    id: Id
    names: Names
    points: Count
    price_minor: Amount = 0
    product: str = ""
    gives: tuple[Grant, ...] = ()
    tier: str = ""
    when: Condition = ALWAYS
    limits: tuple[Limit, ...] = ()
    tags: Words = frozenset()
