"""Messages and follow-ups that fall due on a day; each thing is told once."""

from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.programme.conditions import holds, is_birthday
from app.domain.programme.lifecycle.facts import Bought, PassUsed
from app.domain.programme.lifecycle.follow_ups import follow_ups_due
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.standing import Note, Reaction, Standing, TierCause
from app.domain.programme.model import Message, Programme
from app.domain.programme.scene import Moment, Scene
from app.domain.programme.spans import add_days


def messages(programme: Programme, standing: Standing, moment: Moment) -> Reaction:
    """Everything to be told on this day."""
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


def dormant_since(programme: Programme, standing: Standing, day: str) -> str:
    """The last day on which the member used what they prepaid; empty where nothing is prepaid or it is in use."""
    has_passes = any(unit.startswith("pass:") and amount > 0 for (unit, _), amount in standing.lots.items())
    if not (standing.total(PRINCIPAL) or standing.total(BONUS) or has_passes):
        return ""
    used = [fact.moment.day for fact in standing.history if isinstance(fact, Bought | PassUsed)]
    last = max(used, default=standing.joined_on)
    return last if last and add_days(last, programme.stored_value.dormant_after_days) <= day else ""


def _due(message: Message, programme: Programme, standing: Standing, day: str) -> list[str]:
    """What the message is about today."""
    soon = add_days(day, message.days_before)
    match message.on:
        case "birthday":
            return [day[:4]] if is_birthday(standing.birthday, soon, "day") else []
        case "tier_changed":
            # The night of a day comes before what happens on it: yesterday's changes are told as well.
            lately = (change for change in standing.tier_history if add_days(day, -1) <= change.day <= day)
            return [f"{each.ladder}:{each.day}" for each in lately if each.cause is not TierCause.KEPT]
        case "points_expire" | "coupon_expires":
            return _expiring(str(POINTS) if message.on == "points_expire" else "coupon:", standing, day, soon)
        case "membership_ends":
            bought = {membership.tier for membership in programme.memberships}
            held = standing.tiers.values()
            return [f"{each.tier}:{each.until}" for each in held if each.tier in bought and day <= each.until <= soon]
        case "follow_up":
            return [each.key for each in follow_ups_due(programme, standing, day)]
        case "dormant":
            since = dormant_since(programme, standing, day)
            return [since] if since else []
        case "segment":
            return ["segment"]


def _expiring(prefix: str, standing: Standing, day: str, soon: str) -> list[str]:
    return [
        f"{unit}:{lot.key}"
        for (unit, lot), amount in standing.lots.items()
        if amount > 0 and unit.startswith(prefix) and lot.expires_on and day <= lot.expires_on <= soon
    ]
