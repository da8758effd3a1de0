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
from app.domain.programme.model.sale_rules import SaleRule
from app.domain.programme.model.tiers import PointsForTier, Tier
from app.domain.programme.model.value import Membership, Pass, StoredValue, TenderKind, TopUpOffer

ENGINE_VERSION = 5


@part
class Programme:
    """Everything a shop grants its members, as of one version, from `effective_from` on."""

    format: Literal[2] = 2
    """The version of this language."""
    id: Id
    """The programme's own name."""
    version: Count
    """One more with every change."""
    names: Names
    """What members and cashiers read."""
    about: Names | None = None
    """One sentence about it."""
    effective_from: IsoDate
    """The first day it applies."""
    currency: CurrencyCode
    """The currency of all amounts."""
    policies: Policies = Policies()
    """Where schemes differ."""
    stored_value: StoredValue = StoredValue()
    """How stored value behaves."""
    measures: tuple[Measure, ...] = ()
    """What is measured about a member."""
    tiers: tuple[Tier, ...] = ()
    """Tiers, lowest first; a ladder is a row of its own."""
    points_for_tiers: tuple[PointsForTier, ...] = ()
    """Tiers bought with points."""
    accruals: tuple[Accrual, ...] = ()
    """What spending earns."""
    multipliers: tuple[Multiplier, ...] = ()
    """When it earns more."""
    actions: tuple[Action, ...] = ()
    """What members do besides buying."""
    points_off: PointsOff | None = None
    """Points as money."""
    redemptions: tuple[Redemption, ...] = ()
    """The points mall."""
    promotions: tuple[AnyPromotion, ...] = ()
    """Offers on goods and baskets."""
    coupons: tuple[Coupon, ...] = ()
    """Kinds of coupons."""
    gifts: tuple[Gift, ...] = ()
    """What is given on occasions."""
    referrals: tuple[Referral, ...] = ()
    """Members bring friends."""
    top_up_offers: tuple[TopUpOffer, ...] = ()
    """Bonus on topping up."""
    passes: tuple[Pass, ...] = ()
    """Visit and period cards."""
    memberships: tuple[Membership, ...] = ()
    """Paid memberships."""
    draws: tuple[Draw, ...] = ()
    """Draws."""
    entitlements: tuple[Entitlement, ...] = ()
    """Benefits that are no money."""
    sale_rules: tuple[SaleRule, ...] = ()
    """Goods for some only, limited, or sold early."""
    fees: tuple[Fee, ...] = ()
    """Delivery, gift wrap."""
    follow_ups: tuple[FollowUp, ...] = ()
    """Reminders after a sale."""
    messages: tuple[Message, ...] = ()
    """Texts to members."""
    fields: tuple[MemberField, ...] = ()
    """Fields of the member's file."""
    segments: tuple[Segment, ...] = ()
    """Groups of members."""
    calendars: tuple[Calendar, ...] = ()
    """Public holidays."""
    partners: tuple[Partner, ...] = ()
    """Merchants that share the wallet."""
    tender_kinds: Annotated[tuple[TenderKind, ...], NOT_EMPTY]
    """Ways to pay."""

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
