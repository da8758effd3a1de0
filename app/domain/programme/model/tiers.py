"""Tiers: how one rises, stays and falls, and what a tier grants."""

from typing import Literal

from app.domain.ids import TierId
from app.domain.programme.declare import Amount, Colour, Count, Id, Names, Rate, Threshold, Words, part
from app.domain.programme.model.conditions import ALWAYS, Channel, Condition
from app.domain.programme.model.offers import GoodsDiscount
from app.domain.programme.model.spans import FOR_EVER, Lasting, Period


@part
class KeepLine:
    """What must be reached by the end of the tier's time; `otherwise` says how far one falls.

    `band` = to the highest tier whose `band_from` the measure reaches, never upwards; `one_down` = exactly one tier;
    else the id of a tier. The first line that is not reached decides.
    """

    measure: str
    """Which measure."""
    at_least: Threshold
    """What it must reach."""
    otherwise: str = "band"
    """How far one falls: `band`, `one_down` or the id of a tier."""


@part
class Waiver:
    """A fee line that costs nothing from a sum of goods on."""

    fee: str
    """Which fee."""
    at_least_minor: Amount = 0
    """From this sum of goods on."""
    channels: frozenset[Channel] = frozenset()
    """Only there; nothing said = everywhere."""


@part
class EntitlementGrant:
    """So many of an entitlement in each period."""

    entitlement: str
    """Which entitlement."""
    count: Count = 1
    """How many."""
    per: Period = "year"
    """In each of these."""


@part
class Benefits:
    """What holding a tier (or a paid membership's tier) brings; of several the better counts, benefit by benefit."""

    member_price: bool = False
    """Goods at their member price."""
    discounts: tuple[GoodsDiscount, ...] = ()
    """Goods at a share of their price."""
    points_basis_points: Rate = 10_000
    """150 = one and a half times the points."""
    growth_basis_points: Rate = 10_000
    """150 = one and a half times the growth."""
    waives: tuple[Waiver, ...] = ()
    """Fees that cost nothing."""
    entitlements: tuple[EntitlementGrant, ...] = ()
    """Benefits that are no money, each period anew."""
    access: Words = frozenset()
    """Words of the shop's own for what the tier opens besides (priority purchase, a private sale)."""


NO_BENEFITS = Benefits()


@part
class Tier:
    """One tier of a ladder; a later one on the same ladder is higher.

    `enter` absent = by joining; `bought` = only by a paid membership, by hand or with points. It `lasts` so long from
    the day it was reached or kept, then `keep` is judged. `lost_when` is judged at every change and at once.
    """

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    ladder: str = "main"
    """The row of tiers it belongs to."""
    enter: Condition | None = None
    """What must hold to rise into it; nothing said = by joining."""
    bought: bool = False
    """Only by a paid membership, by hand or with points."""
    lasts: Lasting = FOR_EVER
    """How long it is held before it is judged again."""
    keep: tuple[KeepLine, ...] = ()
    """What must be reached by then."""
    band_from: Threshold | None = None
    """Where its band begins, for falls by band."""
    lost_when: Condition | None = None
    """What loses it at once."""
    lost_to: str = ""
    """To which tier it is then lost; nothing said = to the highest that fits."""
    holders: frozenset[Literal["person", "company"]] = frozenset()
    """Only for persons, or companies."""
    benefits: Benefits = NO_BENEFITS
    """What it brings."""
    colour: Colour = ""
    """Colour of its badge on the screens, such as #c9a227."""

    @property
    def tier_id(self) -> TierId:
        """Its id, typed."""
        return TierId(self.id)


@part
class PointsForTier:
    """A tier bought with points."""

    tier: str
    """Which tier."""
    points: Count
    """What it costs."""
    when: Condition = ALWAYS
    """Who may buy it, when and where."""
    lasts: Lasting = FOR_EVER
    """How long it is held."""
