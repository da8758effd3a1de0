"""Paid memberships bought or renewed, tiers set by hand, friends brought."""

from app.domain.ids import TierId
from app.domain.programme.conditions import holds
from app.domain.programme.lifecycle.facts import FriendCame, MembershipBought, MembershipEnded, TierSet, Undone
from app.domain.programme.lifecycle.gifting import granted, tiers_granted, uses
from app.domain.programme.lifecycle.ladders import begins, person_of
from app.domain.programme.lifecycle.limits import marks, runs_short, used_up
from app.domain.programme.lifecycle.occasions import Shared, on_occasion
from app.domain.programme.lifecycle.standing import HeldTier, Reaction, Standing, TierCause, TierChange
from app.domain.programme.model import Membership, Programme, Tier
from app.domain.programme.scene import Scene
from app.domain.programme.spans import add_days, last_day


def membership_bought(programme: Programme, standing: Standing, fact: MembershipBought, shared: Shared) -> Reaction:
    if bought_tier(programme, fact) is None:
        return Reaction(withheld=(fact.membership,))
    done = frozenset({f"trial:{fact.membership}"}) if fact.trial else frozenset()
    reaction = Reaction(tiers=(longer(programme, standing, fact),), done=done)
    there = standing.after(reaction)
    return reaction.then(on_occasion("membership", fact.number, programme, there, fact.moment, shared))


def membership_ended(programme: Programme, standing: Standing, fact: MembershipEnded) -> Reaction:
    """The tier is gone from today on, where it is still held."""
    tier = bought_tier(programme, fact)
    held = standing.tiers.get(tier.ladder) if tier else None
    if tier is None or held is None or held.tier != tier.tier_id:
        return Reaction(withheld=(fact.membership,))
    day = fact.moment.day
    return Reaction(tiers=(TierChange(tier.ladder, held.tier, None, day, TierCause.ENDED, fact.reason, fact.approver),))


def bought_tier(programme: Programme, fact: MembershipBought | MembershipEnded) -> Tier | None:
    """The tier of the membership."""
    bought = _membership(programme, fact)
    return next((each for each in programme.tiers if bought and each.id == bought.tier), None)


def longer(programme: Programme, standing: Standing, fact: MembershipBought) -> TierChange:
    """The tier from that day, or, where it still runs, on from its last day; there is such a tier."""
    bought, tier = _membership(programme, fact), bought_tier(programme, fact)
    assert bought is not None
    assert tier is not None
    day, held = fact.moment.day, standing.tiers.get(tier.ladder)
    lasting = bought.trial.lasts if fact.trial and bought.trial else bought.lasts
    runs = held is not None and held.tier == tier.tier_id and held.until >= day
    first = add_days(held.until, 1) if held and runs else day
    since = held.since if held and runs else day
    after = HeldTier(tier.tier_id, since, last_day(lasting, first))
    return TierChange(tier.ladder, held.tier if held else None, after, day, TierCause.BOUGHT)


def _membership(programme: Programme, fact: MembershipBought | MembershipEnded) -> Membership | None:
    return next((each for each in programme.memberships if each.id == fact.membership), None)


def friend_came(programme: Programme, standing: Standing, fact: FriendCame, shared: Shared) -> Reaction:
    """What both get: for one friend once, and nobody is brought twice."""
    referral = next((each for each in programme.referrals if each.id == fact.referral), None)
    if referral is None:
        return Reaction(withheld=(fact.referral,))
    scene = Scene(fact.moment, person_of(standing, programme, fact.moment.day))
    day = fact.moment.day
    once = _once(fact)
    wanted = uses(referral.limits, referral.id, day)
    if (
        once in standing.done
        or not holds(referral.when, scene, programme)
        or used_up(referral.id, referral.limits, day, standing.done)
        or runs_short(wanted, shared)
    ):
        return Reaction(withheld=(referral.id,))
    gives = referral.friend_gives if fact.as_friend else referral.gives
    changes = granted(gives, day, referral.id, fact.number, programme)
    done = marks(referral.id, referral.limits, day, fact.number) | ({once} if once else set())
    reaction = Reaction(changes, tiers_granted(gives, scene, programme), done=done, shared=wanted)
    if fact.as_friend:
        return reaction
    there = standing.after(reaction)
    return reaction.then(on_occasion("referral", fact.number, programme, there, fact.moment, shared))


def _once(fact: FriendCame) -> str:
    """The mark of this friend; empty where nobody said who it was."""
    if fact.as_friend:
        return f"brought:{fact.referral}"
    return f"friend:{fact.referral}:{fact.friend}" if fact.friend else ""


def not_brought(standing: Standing, came: FriendCame) -> frozenset[str]:
    """The mark of a friend who did not come after all; none where they came once more besides."""
    undone = {fact.what for fact in standing.history if isinstance(fact, Undone)}
    others = (fact for fact in standing.history if isinstance(fact, FriendCame) and fact.number != came.number)
    came_again = any(_once(each) == _once(came) and each.number not in undone for each in others)
    return frozenset() if came_again else frozenset({_once(came)})


def tier_set(programme: Programme, standing: Standing, fact: TierSet) -> Reaction:
    held = standing.tiers.get(fact.ladder)
    before: TierId | None = held.tier if held else None
    tier = next((each for each in programme.tiers if each.id == fact.tier), None)
    after = begins(tier, fact.moment.day) if tier else None
    change = TierChange(fact.ladder, before, after, fact.moment.day, TierCause.BY_HAND, fact.reason, fact.approver)
    return Reaction(tiers=(change,))
