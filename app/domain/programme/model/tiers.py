"""Tiers: how one rises, stays and falls, and what a tier grants."""

from typing import Literal

from app.domain.ids import TierId
from app.domain.programme.declare import Amount, Count, Id, Names, Rate, Threshold, Words, part
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
    at_least: Threshold
    otherwise: str = "band"


@part
class Waiver:
    """A fee line that costs nothing from a sum of goods on."""

    fee: str
    at_least_minor: Amount = 0
    channels: frozenset[Channel] = frozenset()


@part
class EntitlementGrant:
    """So many of an entitlement in each period."""

    entitlement: str
    count: Count = 1
    per: Period = "year"


@part
class Benefits:
    """What holding a tier (or a paid membership's tier) brings; of several the better counts, benefit by benefit."""

    member_price: bool = False
    discounts: tuple[GoodsDiscount, ...] = ()
    points_basis_points: Rate = 10_000
    growth_basis_points: Rate = 10_000
    waives: tuple[Waiver, ...] = ()
    entitlements: tuple[EntitlementGrant, ...] = ()
    access: Words = frozenset()


NO_BENEFITS = Benefits()


@part
class Tier:
    """One tier of a ladder; a later one on the same ladder is higher.

    `enter` absent = by joining; `bought` = only by a paid membership, by hand or with points. It `lasts` so long from
    the day it was reached or kept, then `keep` is judged. `lost_when` is judged at every change and at once.
    """

    id: Id
    names: Names
    ladder: str = "main"
    enter: Condition | None = None
    bought: bool = False
    lasts: Lasting = FOR_EVER
    keep: tuple[KeepLine, ...] = ()
    band_from: Threshold | None = None
    lost_when: Condition | None = None
    lost_to: str = ""
    holders: frozenset[Literal["person", "company"]] = frozenset()
    benefits: Benefits = NO_BENEFITS
    colour: str = ""

    @property
    def tier_id(self) -> TierId:
        """Its id, typed."""
        return TierId(self.id)


@part
class PointsForTier:
    """A tier bought with points."""

    tier: str
    points: Count
    when: Condition = ALWAYS
    lasts: Lasting = FOR_EVER
