"""What members are given, and on which occasions."""

from typing import Annotated, Literal

from app.domain.programme.declare import NOT_EMPTY, Amount, Count, Id, Names, Whole, part
from app.domain.programme.model.conditions import ALWAYS, Condition
from app.domain.programme.model.spans import FOR_EVER, Lasting, Limit


@part
class Grant:
    """What a member gets: `count` of a coupon, entitlement, draw or pass, a tier, or points, growth or bonus value."""

    coupon: str = ""
    """This coupon."""
    entitlement: str = ""
    """This entitlement."""
    draw: str = ""
    """Spins (or entries) of this draw."""
    pass_: str = ""
    """This pass."""
    tier: str = ""
    """This tier."""
    points: Whole = 0
    """Points."""
    growth: Whole = 0
    """Growth."""
    bonus_minor: Amount = 0
    """Stored value that was not paid for."""
    count: Count = 1
    """How many of it."""
    lasts: Lasting = FOR_EVER
    """How long; nothing said = as the thing itself says."""


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
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    on: Occasion
    """The occasion."""
    action: str = ""
    """With `action`: which one."""
    when: Condition = ALWAYS
    """Who gets it, when and where."""
    at_least_minor: Amount = 0
    """A purchase or top-up from this sum on."""
    repeats: bool = False
    """Once for each full `at_least`."""
    gives: Annotated[tuple[Grant, ...], NOT_EMPTY]
    """What is given."""
    limits: tuple[Limit, ...] = ()
    """How often."""
