"""What members will have to be told, and from which day to which, as far as it can be foreseen."""

from collections.abc import Callable, Iterator, Mapping

from app.domain.programme.conditions import is_birthday
from app.domain.programme.lifecycle.follow_ups import follow_ups_ahead
from app.domain.programme.lifecycle.messages import dormant_since
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Message, Programme
from app.domain.programme.spans import add_days

NEVER = "9999-12-31"

# About what, from which day, to which day.
Ahead = Iterator[tuple[str, str, str]]


def occasions_ahead(message: Message, programme: Programme, standing: Standing, tomorrow: str) -> Ahead:
    """Everything there will be to tell by this message."""
    return _AHEAD[message.on](message, programme, standing, tomorrow)


def next_birthday(birthday: str, day: str) -> str:
    """The first birthday on or after `day`."""
    if not birthday:
        return NEVER
    for year in (int(day[:4]), int(day[:4]) + 1):
        begins = f"{year}-{birthday[5:7]}-{min(int(birthday[8:10]), 28):02d}"
        for date in (add_days(begins, more) for more in range(4)):
            if date >= day and is_birthday(birthday, date, "day"):
                return date
    return day


def _birthday(message: Message, _programme: Programme, standing: Standing, tomorrow: str) -> Ahead:
    soon = next_birthday(standing.birthday, add_days(tomorrow, message.days_before))
    if soon < NEVER:
        yield "", add_days(soon, -message.days_before), NEVER


def _tier_changed(_message: Message, _programme: Programme, standing: Standing, _tomorrow: str) -> Ahead:
    for change in standing.tier_history:
        yield f"{change.ladder}:{change.day}", change.day, add_days(change.day, 1)


def _expires(message: Message, _programme: Programme, standing: Standing, _tomorrow: str) -> Ahead:
    prefix = "points" if message.on == "points_expire" else "coupon:"
    for (unit, lot), amount in standing.lots.items():
        if amount > 0 and unit.startswith(prefix) and lot.expires_on:
            yield f"{unit}:{lot.key}", add_days(lot.expires_on, -message.days_before), lot.expires_on


def _membership_ends(message: Message, _programme: Programme, standing: Standing, _tomorrow: str) -> Ahead:
    for held in standing.tiers.values():
        if held.until:
            yield f"{held.tier}:{held.until}", add_days(held.until, -message.days_before), held.until


def _follow_up(_message: Message, programme: Programme, standing: Standing, _tomorrow: str) -> Ahead:
    for each in follow_ups_ahead(programme, standing):
        yield each.key, each.due_on, NEVER


def _dormant(_message: Message, programme: Programme, standing: Standing, _tomorrow: str) -> Ahead:
    since = dormant_since(programme, standing, NEVER)
    if since:
        yield since, add_days(since, programme.stored_value.dormant_after_days), NEVER


def _segment(_message: Message, _programme: Programme, _standing: Standing, tomorrow: str) -> Ahead:
    yield "segment", tomorrow, NEVER


_AHEAD: Mapping[str, Callable[[Message, Programme, Standing, str], Ahead]] = {
    "birthday": _birthday,
    "tier_changed": _tier_changed,
    "points_expire": _expires,
    "coupon_expires": _expires,
    "follow_up": _follow_up,
    "dormant": _dormant,
    "membership_ends": _membership_ends,
    "segment": _segment,
}
