"""What is measured about a member; tiers, conditions and segments rest on these."""

from typing import Annotated, Literal

from app.domain.programme.declare import NOT_EMPTY, Count, Id, Names, Threshold, Whole, Words, part
from app.domain.programme.model.conditions import Channel
from app.domain.programme.model.goods import ALL_GOODS, Goods

Subject = Literal[
    "spend",
    "orders",
    "order_days",
    "average_order",
    "recency_days",
    "points_earned",
    "growth",
    "stored_balance",
    "member_days",
    "actions",
    "referrals",
    "topped_up",
    "rfm_score",
]

MONEY_SUBJECTS: frozenset[str] = frozenset({"spend", "average_order", "stored_balance", "topped_up"})


@part
class Window:
    """Over which time: the whole life, the last so many months or days ending today, a calendar period, or since the
    member came into the present tier (`tier`)."""

    over: Literal["life", "rolling", "year", "quarter", "month", "tier"] = "life"
    """Which time."""
    months: Whole = 0
    """With `rolling`: so many months."""
    days: Whole = 0
    """With `rolling`: so many days."""


LIFE = Window()


@part
class Band:
    """Values from `at_least` on (or up to, for recency) score so many points; the last band that fits counts."""

    at_least: Threshold
    """From this value on (recency: up to so many days)."""
    score: Whole
    """The points for it."""


@part
class RfmPart:
    """One of the three parts of an RFM score: its five bands and its weight."""

    bands: Annotated[tuple[Band, ...], NOT_EMPTY]
    """Its bands."""
    weight: Count = 1
    """How much it weighs beside the other two."""


@part
class Rfm:
    """Recency (days, fewer is better: bands count downwards), frequency (orders) and monetary (spend), weighted.

    The score is the weighted mean of the three times 100.
    """

    recency: RfmPart
    """Days since the last purchase."""
    frequency: RfmPart
    """How many orders."""
    monetary: RfmPart
    """How much was spent."""


@part
class Measure:
    """A figure about a member, by name.

    Spend, orders and order days count what is paid with tender kinds that count (`tender_kinds.counts`), after
    returns; `stored_balance` is principal plus bonus, `growth` the balance of growth.
    `from_actions_at_most`: of growth, what actions brought counts up to this (1000 with 60:40 = 400).
    """

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    of: Subject
    """What is measured."""
    window: Window = LIFE
    """Over which time."""
    goods: Goods = ALL_GOODS
    """Only these goods."""
    channels: frozenset[Channel] = frozenset()
    """Only there; nothing said = everywhere."""
    actions: Words = frozenset()
    """With `actions`: only these."""
    from_actions_at_most: Whole | None = None
    """With `growth`: so much of it may come from actions."""
    rfm: Rfm | None = None
    """With `rfm_score`: how it is scored."""

    @property
    def is_money(self) -> bool:
        """Whether its figures are minor units."""
        return self.of in MONEY_SUBJECTS
