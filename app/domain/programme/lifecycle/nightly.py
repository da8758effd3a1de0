"""Work that the calendar does: expiry, ends of tiers, birthday and period gifts, messages that fall due.

A pure function of standing and date. Run twice it does nothing more; run a month late it gives the same, because
every day in between has its own night, and every gift a key.
"""

from dataclasses import replace

from app.domain.programme.lifecycle.at_office import gifts_of_tiers
from app.domain.programme.lifecycle.gifting import calendar_gifts
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.messages import messages
from app.domain.programme.lifecycle.occasions import Shared
from app.domain.programme.lifecycle.reactions import settled
from app.domain.programme.lifecycle.standing import NOTHING, Change, Reaction, Standing, Why
from app.domain.programme.model import Programme
from app.domain.programme.scene import Moment, Scene
from app.domain.programme.spans import add_days

LAST_TIME = "23:59"


def nights(
    programme: Programme, standing: Standing, day: str, shared: Shared = None, *, shop: str = ""
) -> tuple[Standing, Reaction]:
    """Every night up to and including that of `day` which has not been worked yet, and the standing afterwards."""
    reaction = NOTHING
    night = add_days(standing.nights_through, 1) if standing.nights_through else day
    while night <= day:
        tonight = _night(programme, standing, Moment(night, LAST_TIME, shop), shared)
        reaction = reaction.then(tonight)
        standing = replace(standing.after(tonight), nights_through=night)
        night = add_days(night, 1)
    return standing, reaction


def _night(programme: Programme, standing: Standing, moment: Moment, shared: Shared) -> Reaction:
    """The beginning of a day: what expired the day before goes first, then tiers, then what the day brings."""
    reaction = Reaction(expired(standing, moment.day))
    reaction = reaction.then(settled(programme, standing.after(reaction), moment, shared))
    there = standing.after(reaction)
    scene = Scene(moment, person_of(there, programme, moment.day))
    gifts = calendar_gifts(scene, programme, there.done, shared)
    if gifts.changes or gifts.tiers:
        gifts = gifts.then(gifts_of_tiers(programme, there.after(gifts), gifts.tiers, moment, shared))
        gifts = gifts.then(settled(programme, there.after(gifts), moment, shared))
    reaction = reaction.then(gifts)
    there = standing.after(reaction)
    return reaction.then(messages(programme, there, moment))


def expired(standing: Standing, day: str) -> tuple[Change, ...]:
    """What is left in lots whose last day is before `day`."""
    return tuple(
        Change(unit, lot, -amount, Why.EXPIRED, day, "expiry", lot.key)
        for (unit, lot), amount in standing.lots.items()
        if amount > 0 and lot.expires_on and lot.expires_on < day
    )
