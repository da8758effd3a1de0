"""The tiers that were bought or given with something that never was."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from app.domain.programme.lifecycle.facts import Fact, FriendCame, MembershipBought, Redeemed, Spun, Undone
from app.domain.programme.lifecycle.joining import bought_tier, longer
from app.domain.programme.lifecycle.mall import thing_named
from app.domain.programme.lifecycle.standing import HeldTier, Reaction, Standing, TierCause, TierChange
from app.domain.programme.model import Grant, Programme

_OF_MEMBERSHIPS = (TierCause.BOUGHT, TierCause.UNDONE)
_OCCASIONS = {MembershipBought: "membership", FriendCame: "referral"}


def tiers_back(programme: Programme, standing: Standing, what: Fact, day: str) -> tuple[TierChange, ...]:
    """How they change on `day`, as long as nothing else has changed them since."""
    bought = _without(programme, standing, what, day) if isinstance(what, MembershipBought) else None
    given = _gave(programme, what)
    changes = [] if bought is None else [bought]
    for ladder, held in standing.tiers.items():
        history = [change for change in standing.tier_history if change.ladder == ladder]
        if not history or history[-1].after != held or history[-1].cause is not TierCause.GIVEN:
            continue
        if held.tier in given and history[-1].day == what.moment.day:
            earlier = history[-2].after if len(history) > 1 else None
            changes.append(TierChange(ladder, held.tier, _if_it_runs(earlier, day), day, TierCause.UNDONE))
    return tuple(changes)


def _without(programme: Programme, standing: Standing, what: MembershipBought, day: str) -> TierChange | None:
    """The tier as if this had never been bought: those bought after it run on from where it began."""
    tier = bought_tier(programme, what)
    if tier is None or tier.ladder not in standing.tiers:
        return None
    history = [change for change in standing.tier_history if change.ladder == tier.ladder]
    held, changes = standing.tiers[tier.ladder], _bought_last(history)
    if not changes or history[-1].after != held:
        return None
    undone = {fact.what for fact in standing.history if isinstance(fact, Undone)}
    stand = [
        fact
        for fact in standing.history
        if isinstance(fact, MembershipBought)
        and fact.number not in undone
        and fact.moment.day >= changes[0].day
        and (own := bought_tier(programme, fact))
        and own.ladder == tier.ladder
    ]
    if what not in stand:
        return None
    before = history[-len(changes) - 1].after if len(changes) < len(history) else None
    tiers = {name: each for name, each in standing.tiers.items() if name != tier.ladder}
    then = replace(standing, tiers=tiers | ({tier.ladder: before} if before else {}))
    for fact in stand:
        if fact is not what:
            then = then.after(Reaction(tiers=(longer(programme, then, fact),)))
    after = _if_it_runs(then.tiers.get(tier.ladder), day)
    if after and after.tier == held.tier:
        # It is the same reaching of the tier, whose gifts go with the last of the memberships.
        after = replace(after, since=held.since)
    return TierChange(tier.ladder, held.tier, after, day, TierCause.UNDONE)


def _bought_last(history: Sequence[TierChange]) -> Sequence[TierChange]:
    """The ladder's last changes, from the first on that was bought, where nothing but memberships made them."""
    last = list(takewhile(lambda change: change.cause in _OF_MEMBERSHIPS, reversed(history)))
    while last and last[-1].cause is not TierCause.BOUGHT:
        last.pop()
    return last[::-1]


def _if_it_runs(held: HeldTier | None, day: str) -> HeldTier | None:
    return held if held and (not held.until or held.until >= day) else None


def _gave(programme: Programme, what: Fact) -> frozenset[str]:
    """The tiers that it gives, or that are given on its occasion."""
    occasion = _OCCASIONS.get(type(what))
    gifts = [grant for gift in programme.gifts if gift.on == occasion for grant in gift.gives]
    return frozenset(grant.tier for grant in (*gifts, *_grants(programme, what)) if grant.tier)


def _grants(programme: Programme, what: Fact) -> Iterable[Grant]:
    match what:
        case Redeemed():
            thing = thing_named(programme, what.redemption)
            return thing.gives if thing else ()
        case Spun():
            prizes = (prize for draw in programme.draws if draw.id == what.draw for prize in draw.prizes)
            return [grant for prize in prizes if prize.id == what.prize for grant in prize.gives]
        case FriendCame():
            referrals = (each for each in programme.referrals if each.id == what.referral)
            return [grant for each in referrals for grant in (each.friend_gives if what.as_friend else each.gives)]
    return ()
