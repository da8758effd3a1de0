"""Care: entitlements, fees, follow-ups, messages, referrals, draws."""

from typing import Annotated, Literal

from app.domain.programme.declare import NOT_EMPTY, Amount, Count, Id, Names, PricePercent, Whole, part
from app.domain.programme.model.conditions import ALWAYS, Condition
from app.domain.programme.model.goods import ALL_GOODS, Goods
from app.domain.programme.model.grants import Grant
from app.domain.programme.model.spans import FOR_EVER, Lasting, Limit, Period


@part
class Entitlement:
    """A benefit that is no money: a course, a trip, a hot line, a gift box; ticked off when it is used."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    when: Condition = ALWAYS
    """Who may use it, when and where."""
    lasts: Lasting = FOR_EVER
    """How long one can be used."""
    unlimited: bool = False
    """Ticking it off does not use it up (a hot line)."""


@part
class Fee:
    """A fee line of a sale: delivery, gift wrap. Benefits waive it."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    price_minor: Amount
    """What it costs."""
    product: str = ""
    """The number of the article it is booked as."""
    tax_basis_points: PricePercent = 0
    """The tax inside its price: 6 = 6 %."""
    automatic: Literal["", "online"] = ""
    """`online` = put on every online order by itself."""


@part
class FollowUp:
    """After goods or a service were sold, the till reminds so many days later (call in 3 days, eye ointment)."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    goods: Goods = ALL_GOODS
    """What must have been sold."""
    after_days: Whole
    """So many days later."""
    when: Condition = ALWAYS
    """For whom, when and where."""


@part
class Message:
    """A text to members with fields such as {name}, {points}, {shop}, {expires_on}; always with the way to opt out."""

    id: Id
    """The name other parts refer to it by."""
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
    """What it is about."""
    days_before: Whole = 0
    """So many days before (a birthday, an expiry)."""
    text: Names
    """The text in each language."""
    when: Condition = ALWAYS
    """Who gets it."""


@part
class Referral:
    """A member brings a friend: what both get once the friend has joined (or bought, or taken a card)."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    once: Literal["joined", "card", "first_purchase"] = "joined"
    """What the friend must have done; a purchase has to be kept: where all come back, so does what both got."""
    gives: tuple[Grant, ...] = ()
    """What the member gets."""
    friend_gives: tuple[Grant, ...] = ()
    """What the friend gets."""
    when: Condition = ALWAYS
    """Who may bring friends, when and where."""
    limits: tuple[Limit, ...] = ()
    """How often it pays."""


@part
class Prize:
    """One prize of a draw: its weight, how many there are (none said = without end), what it gives."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    weight: Whole = 1
    """How likely it is beside the others."""
    quota: Whole | None = None
    """How many there are; nothing said = without end."""
    gives: tuple[Grant, ...] = ()
    """What it gives; nothing = a blank."""


@part
class Draw:
    """A draw. instant = a spin at once; entitlement = so many spins a period by right; raffle = entries, one drawing.

    A prize whose quota is used up (or of which the till holds no lease) is left out and its weight with it.
    """

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    kind: Literal["instant", "entitlement", "raffle"] = "instant"
    """How it is drawn."""
    prizes: Annotated[tuple[Prize, ...], NOT_EMPTY]
    """What can be won."""
    when: Condition = ALWAYS
    """Who may take part, when and where."""
    points: Whole = 0
    """What a spin costs in points."""
    free_per: Period | None = None
    """Free spins come back with each of these periods."""
    free: Whole = 0
    """So many spins a period cost nothing."""
    limits: tuple[Limit, ...] = ()
    """How many spins a member, or all together, may have."""
    drawn_on: str = ""
    """A raffle: the day of the drawing."""
    winners: Count = 1
    """A raffle: how many win."""
