"""What members are given, and on which occasions."""

from typing import Annotated, Literal

from app.domain.programme.declare import NOT_EMPTY, Amount, Count, Id, Names, Whole, part
from app.domain.programme.model.conditions import ALWAYS, Condition
from app.domain.programme.model.spans import FOR_EVER, Lasting, Limit


@part
class Grant:
    """What a member gets: `count` of a coupon, entitlement, draw or pass, a tier, or points, growth or bonus value."""

    coupon: str = ""
    entitlement: str = ""
    draw: str = ""
    pass_: str = ""
    tier: str = ""
    points: Whole = 0
    growth: Whole = 0
    bonus_minor: Amount = 0
    count: Count = 1
    lasts: Lasting = FOR_EVER


Occasion = Literal[
    "join",  # registered
    "card",  # took a card
    "tier",  # rose into a tier that the condition names
    "membership",  # bought or renewed a paid membership
    "first_purchase",
    "purchase",
    "top_up",
    "action",  # one of `actions` arrived
    "referral",  # a friend they brought has joined (see Referral for more)
    "birthday_day",
    "birthday_month",
    "week",
    "month",
    "quarter",
    "year",
    "dates",  # the days of the condition
]


@part
class Gift:
    """On an occasion members whom the condition fits are given something; never twice for the same occasion.

    A purchase occasion counts from `at_least` paid on; with `repeats` once for each full `at_least`.
    """

    id: Id
    names: Names
    on: Occasion
    action: str = ""
    when: Condition = ALWAYS
    at_least_minor: Amount = 0
    repeats: bool = False
    gives: Annotated[tuple[Grant, ...], NOT_EMPTY]
    limits: tuple[Limit, ...] = ()
