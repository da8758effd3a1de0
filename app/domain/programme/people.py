"""A member as conditions see them, from what the till knows of the member."""

from app.domain.member import Member, MemberView
from app.domain.programme.model import Programme, Tier
from app.domain.programme.rights import coupon_unit
from app.domain.programme.scene import Person
from app.domain.programme.tiers import tier_of


def tier_held(view: MemberView | None, programme: Programme) -> Tier | None:
    """The tier that the member of this view is in; None for nobody, an anonymous card, or without tiers."""
    member = view.member if view else None
    return tier_of(programme, member.tier, member.measures) if member else None


def person_of(view: MemberView | None, programme: Programme) -> Person | None:
    """Who stands at the till; None where nobody is known: an anonymous card says nothing of its holder."""
    if view is None or view.member is None:
        return None
    member, tier = view.member, tier_held(view, programme)
    return Person(
        tiers=frozenset({tier.tier_id}) if tier else frozenset(),
        joined_on=member.joined_on,
        birthday=member.birthday,
        measures=member.measures,
        coupons=frozenset(coupon.id for coupon in programme.coupons if view.usable(coupon_unit(coupon.id))),
        has_bought=_has_bought(member),
    )


def _has_bought(member: Member) -> bool:
    return bool(member.last_visit_on) or any(member.measures.values())
