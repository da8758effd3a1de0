"""A member as conditions see them, from what the till knows of the member."""

from dataclasses import replace

from app.domain.ids import TierId
from app.domain.member import Member, MemberView
from app.domain.programme.conditions import holds
from app.domain.programme.model import Membership, Programme, Tier
from app.domain.programme.progress import TierProgress, progress_of
from app.domain.programme.rights import coupon_unit
from app.domain.programme.scene import Moment, Person, Scene
from app.domain.programme.spans import add_days
from app.domain.programme.tiers import tier_of

_OF_PURCHASES = frozenset({"spend", "orders", "order_days", "average_order"})


def tier_held(view: MemberView | None, programme: Programme) -> Tier | None:
    """The main tier that the member of this view is in; None for nobody, an anonymous card, or without tiers."""
    member = view.member if view else None
    return main_tier(member, programme) if member else None


def main_tier(member: Member, programme: Programme) -> Tier | None:
    """The main tier of a member; where head office has not spoken yet, the one in which everybody begins."""
    told = {name: value - member.added.get(name, 0) for name, value in member.measures.items()}
    return tier_of(programme, member.tier, _alone(member, programme), told)


def tiers_held(view: MemberView | None, programme: Programme) -> tuple[Tier, ...]:
    """Every tier that the member holds, the main one first."""
    return _with_more(tier_held(view, programme), view, programme)


def _with_more(main: Tier | None, view: MemberView | None, programme: Programme) -> tuple[Tier, ...]:
    member = view.member if view else None
    more = (programme.tier(held.tier) for held in member.more_tiers) if member else ()
    return tuple(tier for tier in (main, *more) if tier)


def person_of(view: MemberView | None, programme: Programme) -> Person | None:
    """Who stands at the till; None where nobody is known: an anonymous card says nothing of its holder."""
    return person_in(tier_held(view, programme), view, programme)


def person_in(main: Tier | None, view: MemberView | None, programme: Programme) -> Person | None:
    """The same where it is known already in which main tier the member is."""
    if view is None or view.member is None:
        return None
    return replace(
        _alone(view.member, programme),
        tiers=frozenset(tier.tier_id for tier in _with_more(main, view, programme)),
        coupons=frozenset(coupon.id for coupon in programme.coupons if view.usable(coupon_unit(coupon.id))),
    )


def person_on(view: MemberView | None, programme: Programme, day: str) -> Person | None:
    """The same with the segments that the person is in on an ISO day."""
    person = person_of(view, programme)
    if person is None or not programme.segments:
        return person
    scene = Scene(Moment(day), person)
    return replace(person, segments=frozenset(s.id for s in programme.segments if holds(s.when, scene, programme)))


def ways_up(view: MemberView, programme: Programme, day: str) -> tuple[TierProgress, ...]:
    """The next tier on each ladder that the member can come to by what is measured, the main ladder's first."""
    scene = Scene(Moment(day), person_on(view, programme, day))
    ladders = dict.fromkeys(tier.ladder for tier in programme.tiers)
    ahead = (progress_of(programme, scene, ladder) for ladder in ladders)
    return tuple(each for each in ahead if each)


def memberships_ending(view: MemberView | None, programme: Programme, day: str) -> tuple[tuple[Membership, str], ...]:
    """Paid memberships of which it is time to speak on an ISO day, each with its last day (`remind_days_before`)."""
    member = view.member if view else None
    if member is None:
        return ()
    until = {held.tier: held.until for held in member.more_tiers} | {member.tier: member.tier_until}
    ends = ((each, until.get(TierId(each.tier), "")) for each in programme.memberships)
    return tuple((each, last) for each, last in ends if last and day <= last <= add_days(day, each.remind_days_before))


def _alone(member: Member, programme: Programme) -> Person:
    """What is known of the person without looking at tiers and wallet."""
    of = {measure.id: measure.of for measure in programme.measures}
    bought = (of.get(name, "spend") in _OF_PURCHASES for name, value in member.measures.items() if value)
    return Person(
        joined_on=member.joined_on,
        birthday=member.birthday,
        kind=member.kind,
        gender=member.gender,
        identified=member.identified,
        tags=member.tags,
        fields=member.fields,
        measures=member.measures,
        has_bought=bool(member.last_visit_on) or any(bought),
    )
