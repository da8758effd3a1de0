"""Work that the calendar does: expiry, ends of tiers, birthday and period gifts, messages that fall due.

A pure function of standing and date. Run twice it does nothing more; run a month late it gives the same, because
every day in between has its own night, and every gift a key.
"""

from dataclasses import replace

from app.domain.ledger import POINTS
from app.domain.programme.conditions import holds, is_birthday
from app.domain.programme.lifecycle.gifting import calendar_gifts
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.occasions import Shared
from app.domain.programme.lifecycle.reactions import settled
from app.domain.programme.lifecycle.standing import NOTHING, Change, Note, Reaction, Standing, Why
from app.domain.programme.model import Message, Programme
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
    reaction = reaction.then(calendar_gifts(scene, programme, there.done, shared))
    there = standing.after(reaction)
    return reaction.then(_messages(programme, there, moment))


def expired(standing: Standing, day: str) -> tuple[Change, ...]:
    """What is left in lots whose last day is before `day`."""
    return tuple(
        Change(unit, lot, -amount, Why.EXPIRED, day, "expiry", lot.key)
        for (unit, lot), amount in standing.lots.items()
        if amount > 0 and lot.expires_on and lot.expires_on < day
    )


def _messages(programme: Programme, standing: Standing, moment: Moment) -> Reaction:
    notes: list[Note] = []
    marks: set[str] = set()
    scene = Scene(moment, person_of(standing, programme, moment.day))
    for message in programme.messages:
        for about in _due(message, programme, standing, moment.day):
            mark = f"message:{message.id}:{about}"
            if mark not in standing.done and holds(message.when, scene, programme):
                notes.append(Note(message.id, moment.day, about))
                marks.add(mark)
    return Reaction(notes=tuple(notes), done=frozenset(marks))


def _due(message: Message, programme: Programme, standing: Standing, day: str) -> list[str]:
    """What the message is about today; each thing is told once."""
    soon = add_days(day, message.days_before)
    if message.on == "birthday":
        return [day[:4]] if is_birthday(standing.birthday, soon, "day") else []
    if message.on == "tier_changed":
        return [f"{change.ladder}:{change.day}" for change in standing.tier_history if change.day == day]
    if message.on in ("points_expire", "coupon_expires"):
        wanted = str(POINTS) if message.on == "points_expire" else "coupon:"
        return [
            f"{unit}:{lot.key}"
            for (unit, lot), amount in standing.lots.items()
            if amount > 0 and unit.startswith(wanted) and lot.expires_on and day <= lot.expires_on <= soon
        ]
    if message.on == "membership_ends":
        bought = {membership.tier for membership in programme.memberships}
        held = standing.tiers.values()
        return [f"{each.tier}:{each.until}" for each in held if each.tier in bought and day <= each.until <= soon]
    return []
