"""Care: entitlements, fees, follow-ups, messages, referrals, draws."""

from typing import Annotated, Literal

from app.domain.programme.declare import NOT_EMPTY, Amount, Count, Id, Names, Whole, part
from app.domain.programme.model.conditions import ALWAYS, Condition
from app.domain.programme.model.goods import ALL_GOODS, Goods
from app.domain.programme.model.grants import Grant
from app.domain.programme.model.spans import FOR_EVER, Lasting, Limit, Period


@part
class Entitlement:
    """A benefit that is no money: a course, a trip, a hot line, a gift box; ticked off when it is used."""

    id: Id
    names: Names
    when: Condition = ALWAYS
    lasts: Lasting = FOR_EVER
    unlimited: bool = False


@part
class Fee:
    """A fee line of a sale: delivery, gift wrap. Benefits waive it."""

    id: Id
    names: Names
    price_minor: Amount
    product: str = ""
    automatic: Literal["", "online"] = ""


@part
class FollowUp:
    """After goods or a service were sold, the till reminds so many days later (call in 3 days, eye ointment)."""

    id: Id
    names: Names
    goods: Goods = ALL_GOODS
    after_days: Whole
    of: Literal["member", "pet"] = "member"
    when: Condition = ALWAYS


@part
class Message:
    """A text to members with fields such as {name}, {points}, {shop}, {expires_on}; always with the way to opt out."""

    id: Id
    on: Literal[
        "birthday",
        "tier_changed",
        "points_expire",
        "coupon_expires",
        "follow_up",
        "dormant",
        "membership_ends",
        "segment",
    ]
    days_before: Whole = 0
    text: Names
    when: Condition = ALWAYS


@part
class Referral:
    """A member brings a friend: what both get once the friend has joined (or bought, or taken a card)."""

    id: Id
    names: Names
    once: Literal["joined", "card", "first_purchase"] = "joined"
    gives: tuple[Grant, ...] = ()
    friend_gives: tuple[Grant, ...] = ()
    when: Condition = ALWAYS
    limits: tuple[Limit, ...] = ()


@part
class Prize:
    """One prize of a draw: its weight, how many there are (none said = without end), what it gives."""

    id: Id
    names: Names
    weight: Whole = 1
    quota: Whole | None = None
    gives: tuple[Grant, ...] = ()


@part
class Draw:
    """A draw. instant = a spin at once; entitlement = so many spins a period by right; raffle = entries, one drawing.

    A prize whose quota is used up (or of which the till holds no lease) is left out and its weight with it.
    """

    id: Id
    names: Names
    kind: Literal["instant", "entitlement", "raffle"] = "instant"
    prizes: Annotated[tuple[Prize, ...], NOT_EMPTY]
    when: Condition = ALWAYS
    points: Whole = 0
    free_per: Period | None = None
    free: Whole = 0
    limits: tuple[Limit, ...] = ()
    entry_at_least_minor: Amount = 0
    drawn_on: str = ""
    winners: Count = 1
