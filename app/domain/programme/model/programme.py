"""A whole programme."""

from typing import Annotated, Literal

from app.domain.ids import TierId
from app.domain.programme.declare import NOT_EMPTY, Count, CurrencyCode, Id, IsoDate, Names, part
from app.domain.programme.model.accruals import Accrual, Action, Multiplier, PointsOff, Redemption
from app.domain.programme.model.contact import Draw, Entitlement, Fee, FollowUp, Message, Referral
from app.domain.programme.model.fields import Calendar, MemberField, Partner, Segment
from app.domain.programme.model.grants import Gift
from app.domain.programme.model.measures import Measure
from app.domain.programme.model.offers import AnyPromotion, Coupon
from app.domain.programme.model.policies import Policies
from app.domain.programme.model.tiers import PointsForTier, Tier
from app.domain.programme.model.value import Membership, Pass, StoredValue, TenderKind, TopUpOffer

ENGINE_VERSION = 2


@part
class Programme:
    """Everything a shop grants its members, as of one version, from `effective_from` on."""

    format: Literal[2] = 2
    id: Id
    version: Count
    names: Names
    about: Names | None = None
    effective_from: IsoDate
    currency: CurrencyCode
    policies: Policies = Policies()
    stored_value: StoredValue = StoredValue()
    measures: tuple[Measure, ...] = ()
    tiers: tuple[Tier, ...] = ()
    points_for_tiers: tuple[PointsForTier, ...] = ()
    accruals: tuple[Accrual, ...] = ()
    multipliers: tuple[Multiplier, ...] = ()
    actions: tuple[Action, ...] = ()
    points_off: PointsOff | None = None
    redemptions: tuple[Redemption, ...] = ()
    promotions: tuple[AnyPromotion, ...] = ()
    coupons: tuple[Coupon, ...] = ()
    gifts: tuple[Gift, ...] = ()
    referrals: tuple[Referral, ...] = ()
    top_up_offers: tuple[TopUpOffer, ...] = ()
    passes: tuple[Pass, ...] = ()
    memberships: tuple[Membership, ...] = ()
    draws: tuple[Draw, ...] = ()
    entitlements: tuple[Entitlement, ...] = ()
    fees: tuple[Fee, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    messages: tuple[Message, ...] = ()
    fields: tuple[MemberField, ...] = ()
    segments: tuple[Segment, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    partners: tuple[Partner, ...] = ()
    tender_kinds: Annotated[tuple[TenderKind, ...], NOT_EMPTY]

    @property
    def points_rule(self) -> Accrual | None:
        """The first rule by which spending earns points, or None."""
        return next((rule for rule in self.accruals if rule.unit == "points"), None)

    def tier(self, tier_id: TierId | None) -> Tier | None:
        """The tier with this id, or None."""
        return next((tier for tier in self.tiers if tier.id == tier_id), None)

    def tender_kind(self, kind_id: str) -> TenderKind | None:
        """The tender kind with this id, or None."""
        return next((kind for kind in self.tender_kinds if kind.id == kind_id), None)

    def offer_names(self, offer_id: str) -> Names | None:
        """What the tier, promotion, coupon or other offer with this id is called."""
        named = (*self.tiers, *self.promotions, *self.coupons, *self.fees, *self.passes, *self.memberships)
        return next((offer.names for offer in named if offer.id == offer_id), None)
