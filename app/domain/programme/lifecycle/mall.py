"""Points for things and tiers, passes bought and used, entitlements ticked off: posted at the till, save the tiers."""

from dataclasses import replace

from app.domain.ledger import POINTS, Lot, Unit
from app.domain.programme.conditions import holds
from app.domain.programme.lifecycle.facts import Fact, PassBought, PassUsed, Redeemed, Spent
from app.domain.programme.lifecycle.gifting import given_at_counter, given_at_office, tiers_granted, uses
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.limits import marks, runs_short, used_up
from app.domain.programme.lifecycle.lots import used
from app.domain.programme.lifecycle.occasions import Shared
from app.domain.programme.lifecycle.standing import Change, Reaction, Standing, Why
from app.domain.programme.model import Grant, Limit, Programme, Redemption
from app.domain.programme.rights import entitlement_unit, pass_unit
from app.domain.programme.scene import Scene
from app.domain.programme.spans import last_day


def at_mall(programme: Programme, standing: Standing, fact: Fact, shared: Shared) -> Reaction | None:
    """What such a fact brings; None for facts of another kind."""
    match fact:
        case Redeemed():
            return redeemed(programme, standing, fact, shared)
        case PassBought():
            return _pass_bought(programme, fact)
        case PassUsed():
            return _pass_used(programme, standing, fact)
        case Spent():
            return _spent(programme, standing, fact)
    return None


def redeemed(programme: Programme, standing: Standing, fact: Redeemed, shared: Shared) -> Reaction:
    """The points of a thing and what it gives; nothing where the member may not have it, or has too few points."""
    thing = thing_named(programme, fact.redemption)
    day = fact.moment.day
    if thing is None or standing.usable(POINTS, day) < thing.points:
        return Reaction(withheld=(fact.redemption,))
    scene = Scene(fact.moment, person_of(standing, programme, day))
    wanted = uses(thing.limits, thing.id, day)
    if (
        not holds(thing.when, scene, programme)
        or used_up(thing.id, thing.limits, day, standing.done)
        or runs_short(wanted, shared)
    ):
        return Reaction(withheld=(thing.id,))
    if any(grant.tier for grant in thing.gives) and not tiers_granted(thing.gives, scene, programme):
        return Reaction(withheld=(thing.id,))
    paid = used(programme, standing, POINTS, thing.points, day, fact.number)
    brought = given_at_counter(thing.gives, day, thing.id, fact.number, programme)
    done = marks(thing.id, thing.limits, day, fact.number)
    return Reaction((*paid, *brought), done=done, shared=wanted)


def redeemed_at_office(programme: Programme, standing: Standing, fact: Redeemed) -> Reaction:
    """The tier and the growth of a thing that was redeemed."""
    thing = thing_named(programme, fact.redemption)
    scene = Scene(fact.moment, person_of(standing, programme, fact.moment.day))
    return given_at_office(thing.gives, scene, thing.id, fact.number, programme) if thing else Reaction()


def thing_named(programme: Programme, name: str) -> Redemption | None:
    """The redemption of this id; a tier for points is one as well."""
    found = next((each for each in programme.redemptions if each.id == name), None)
    tier = next((each for each in programme.points_for_tiers if each.tier == name), None)
    if found is not None:
        return replace(found, gives=(*found.gives, Grant(tier=found.tier))) if found.tier else found
    if tier is None:
        return None
    gives = (Grant(tier=tier.tier, lasts=tier.lasts),)
    return Redemption(id=name, names={}, points=tier.points, gives=gives, when=tier.when)


def _pass_bought(programme: Programme, fact: PassBought) -> Reaction:
    sold = next((each for each in programme.passes if each.id == fact.pass_id), None)
    if sold is None:
        return Reaction(withheld=(fact.pass_id,))
    lot = Lot(f"{sold.id}:{fact.number}", sold.lasts.starts, last_day(sold.lasts, fact.moment.day))
    visits = sold.visits or 1
    return Reaction((Change(pass_unit(sold.id), lot, visits, Why.BOUGHT, fact.moment.day, sold.id, fact.number),))


def _pass_used(programme: Programme, standing: Standing, fact: PassUsed) -> Reaction:
    """One visit off; a pass for a period is only looked at. At most `per_day` visits a day."""
    there = next((each for each in programme.passes if each.id == fact.pass_id), None)
    day, unit = fact.moment.day, pass_unit(fact.pass_id)
    a_day = Limit(count=there.per_day, per="day") if there and there.per_day else None
    limits = (a_day,) if a_day else ()
    if there is None or not standing.usable(unit, day) or used_up(there.id, limits, day, standing.done):
        return Reaction(withheld=(fact.pass_id,))
    taken = used(programme, standing, unit, 1, day, fact.number) if there.visits else ()
    return Reaction(taken, done=marks(there.id, limits, day, fact.number))


def _spent(programme: Programme, standing: Standing, fact: Spent) -> Reaction:
    """All of it or nothing; what is unlimited is ticked off and stays."""
    unit, day = Unit(fact.unit), fact.moment.day
    if standing.usable(unit, day) < fact.amount:
        return Reaction(withheld=(fact.unit,))
    if any(each.unlimited and entitlement_unit(each.id) == unit for each in programme.entitlements):
        return Reaction()
    return Reaction(used(programme, standing, unit, fact.amount, day, fact.number))
