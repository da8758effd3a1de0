"""What head office posts after a fact: growth, gifts, actions, tiers. It never decides twice about one number."""

from collections.abc import Sequence

from app.domain.ledger import Lot, Unit
from app.domain.programme.lifecycle.acting import acted_on
from app.domain.programme.lifecycle.at_counter import earned_for, first_gifts
from app.domain.programme.lifecycle.facts import (
    Acted,
    Adjusted,
    Bought,
    CardTaken,
    Fact,
    FriendCame,
    Joined,
    MembershipBought,
    MembershipEnded,
    PaidOut,
    RaffleWon,
    Redeemed,
    Returned,
    Spun,
    TierSet,
    ToppedUp,
    Undone,
)
from app.domain.programme.lifecycle.gifting import cash_back
from app.domain.programme.lifecycle.going_back import goes_back
from app.domain.programme.lifecycle.growth import grown
from app.domain.programme.lifecycle.history import is_whole, purchase, reaching
from app.domain.programme.lifecycle.joining import friend_came, membership_bought, membership_ended, tier_set
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.limits import marks_of_multipliers
from app.domain.programme.lifecycle.lots import taken_back
from app.domain.programme.lifecycle.mall import redeemed_at_office
from app.domain.programme.lifecycle.occasions import Shared, on_occasion
from app.domain.programme.lifecycle.paying_out import paid_out_at_office
from app.domain.programme.lifecycle.spinning import raffle_won, won_at_office
from app.domain.programme.lifecycle.standing import NOTHING, Change, Reaction, Standing, TierCause, TierChange, Why
from app.domain.programme.lifecycle.taking_back import undone_at_office
from app.domain.programme.lifecycle.undoing import gifts_back, tiers_undone
from app.domain.programme.model import Programme
from app.domain.programme.rights import GROWTH
from app.domain.programme.scene import Moment, Scene

_RISES = (TierCause.REACHED, TierCause.JOINED, TierCause.BOUGHT, TierCause.BY_HAND, TierCause.GIVEN)


def at_office(programme: Programme, standing: Standing, fact: Fact, shared: Shared) -> Reaction:
    """Head office's own part of the reaction; `standing` is the one after the counter's part, without the fact."""
    match fact:
        case Bought():
            return _bought(programme, standing, fact, shared)
        case Returned():
            return _returned(programme, standing, fact)
        case Acted():
            return acted_on(programme, standing, fact, shared)
        case MembershipBought():
            return membership_bought(programme, standing, fact, shared)
        case MembershipEnded():
            return membership_ended(programme, standing, fact)
        case FriendCame():
            return friend_came(programme, standing, fact, shared)
        case TierSet():
            return tier_set(programme, standing, fact)
        case Adjusted():
            return _adjusted(standing, fact)
        case Redeemed() | Spun() | Undone() | PaidOut():
            return _beyond_the_till(programme, standing, fact)
    return _occasion_of(programme, standing, fact, shared)


def _beyond_the_till(programme: Programme, standing: Standing, fact: Redeemed | Spun | Undone | PaidOut) -> Reaction:
    """What a till cannot post of a service it gave or took back."""
    if isinstance(fact, PaidOut):
        return paid_out_at_office(programme, standing, fact)
    if isinstance(fact, Redeemed):
        return redeemed_at_office(programme, standing, fact)
    return (
        won_at_office(programme, standing, fact)
        if isinstance(fact, Spun)
        else undone_at_office(programme, standing, fact)
    )


def _occasion_of(programme: Programme, standing: Standing, fact: Fact, shared: Shared) -> Reaction:
    """Facts that are nothing but an occasion for gifts."""
    if isinstance(fact, Joined):
        return on_occasion("join", "", programme, standing, fact.moment, shared)
    if isinstance(fact, CardTaken):
        return on_occasion("card", fact.number, programme, standing, fact.moment, shared)
    if isinstance(fact, RaffleWon):
        return raffle_won(programme, standing, fact, shared)
    if isinstance(fact, ToppedUp):
        return on_occasion("top_up", fact.number, programme, standing, fact.moment, shared, paid_minor=fact.paid_minor)
    return NOTHING


def gifts_of_tiers(
    programme: Programme, standing: Standing, changes: Sequence[TierChange], moment: Moment, shared: Shared
) -> Reaction:
    """What rising into tiers brings; falling and keeping bring nothing."""
    reaction = NOTHING
    for change in changes:
        if change.after and change.cause in _RISES:
            there = standing.after(reaction)
            key = reaching(there, change.after)
            reaction = reaction.then(on_occasion("tier", key, programme, there, moment, shared))
    return reaction


def _bought(programme: Programme, standing: Standing, bought: Bought, shared: Shared) -> Reaction:
    changes: tuple[Change, ...] = ()
    earned = [part for part in earned_for(programme, standing, bought, shared) if part.unit == GROWTH]
    for part in earned:
        there = standing.after(Reaction(changes))
        changes += grown(there, part.amount, Why.EARNED, bought.moment.day, part.rule, bought.number)
    used = (name for part in earned for name in part.multipliers)
    done = marks_of_multipliers(programme, used, bought.moment.day, bought.number)
    reaction, moment, paid_minor = Reaction(changes, done=done), bought.moment, bought.net_minor
    reaction = reaction.then(first_gifts(programme, standing.after(reaction), bought, shared))
    there = standing.after(reaction)
    scene = Scene(moment, person_of(there, programme, moment.day), paid_minor)
    reaction = reaction.then(cash_back(bought, scene, programme, there.done, shared))
    there = standing.after(reaction)
    return reaction.then(
        on_occasion("purchase", bought.number, programme, there, moment, shared, paid_minor=paid_minor)
    )


def _returned(programme: Programme, standing: Standing, returned: Returned) -> Reaction:
    day = returned.moment.day
    bought = purchase(standing, returned.sale)
    if bought is None:
        return NOTHING
    down = goes_back(programme, standing, returned, GROWTH)
    reaction = Reaction(grown(standing, -down, Why.RETURNED, day, "", returned.number) if down else ())
    if is_whole(standing, bought, returned):
        reaction = reaction.then(gifts_back(standing.after(reaction), bought.number, day, returned.number))
    there = standing.after(reaction, returned)
    return reaction.then(tiers_undone(programme, there, bought.moment.day, returned.moment, returned.number))


def _adjusted(standing: Standing, fact: Adjusted) -> Reaction:
    day = fact.moment.day
    if fact.unit == GROWTH:
        return Reaction(grown(standing, fact.amount, Why.ADJUSTED, day, "", fact.number))
    if fact.amount >= 0:
        return Reaction((Change(Unit(fact.unit), Lot("adjusted"), fact.amount, Why.ADJUSTED, day, "", fact.number),))
    return Reaction(taken_back(standing, -fact.amount, day, fact.number))
