"""Whether a condition holds in a scene. Every rule of a programme asks this one function."""

from datetime import date

from app.domain.programme.model import WEEKDAYS, Condition, MeasureLine, Programme
from app.domain.programme.scene import Moment, Person, Scene
from app.domain.programme.spans import days_between


def holds(condition: Condition, scene: Scene, programme: Programme) -> bool:
    """Whether everything that the condition says holds; `programme` names tiers, ladders and holidays."""
    return (
        _who(condition, scene.person, scene.moment.day, programme)
        and _when(condition, scene.moment, programme)
        and _where(condition, scene.moment)
        and scene.basket_minor >= condition.basket_at_least_minor
        and all(holds(each, scene, programme) for each in condition.all)
        and (not condition.any or any(holds(each, scene, programme) for each in condition.any))
        and not any(holds(each, scene, programme) for each in condition.none)
    )


def asks_for_sum(condition: Condition) -> bool:
    """Whether it matters to the condition what the basket comes to."""
    return condition.basket_at_least_minor > 0 or any(
        asks_for_sum(each) for each in (*condition.all, *condition.any, *condition.none)
    )


def reaches(line: MeasureLine, value: int) -> bool:
    """Whether a measure's value lies within the line."""
    return (line.at_least is None or value >= line.at_least) and (line.below is None or value < line.below)


def opened_to(person: Person, programme: Programme) -> frozenset[str]:
    """What the person's tiers open, in the shop's own words."""
    held = (tier.benefits.access for tier in programme.tiers if tier.tier_id in person.tiers)
    return frozenset[str]().union(*held)


def age_on(birthday: str, day: str) -> int | None:
    """Full years on the ISO date `day`; None where the birthday is not known."""
    if not birthday:
        return None
    return int(day[:4]) - int(birthday[:4]) - (day[5:] < birthday[5:])


def is_birthday(birthday: str, day: str, span: str) -> bool:
    """Whether `day` is the birthday, or lies in its week (three days either side) or its month.

    Who was born on 29 February has the birthday on 28 February in years without that day.
    """
    if not birthday:
        return False
    if span == "month":
        return birthday[5:7] == day[5:7]
    year = int(day[:4])
    nearest = min(abs(days_between(_birthday_in(birthday, near), day)) for near in (year - 1, year, year + 1))
    return nearest <= (3 if span == "week" else 0)


def _birthday_in(birthday: str, year: int) -> str:
    month, day = int(birthday[5:7]), int(birthday[8:10])
    if (month, day) == (2, 29) and (year % 4 or (not year % 100 and year % 400)):
        day = 28
    return date(year, month, day).isoformat()


def _who(condition: Condition, person: Person | None, day: str, programme: Programme) -> bool:
    if person is None:
        return condition.members is not True and not _asks_for_a_person(condition)
    return (
        condition.members is not False
        and (not condition.tiers or not condition.tiers.isdisjoint(person.tiers))
        and (not condition.tier_at_least or _is_at_least(condition.tier_at_least, person, programme))
        and (not condition.access or not condition.access.isdisjoint(opened_to(person, programme)))
        and (condition.new_member is None or condition.new_member is not person.has_bought)
        and _is_like(condition, person, day)
        and all(reaches(line, person.measures.get(line.measure, 0)) for line in condition.measures)
    )


def _asks_for_a_person(condition: Condition) -> bool:
    return bool(
        condition.tiers
        or condition.tier_at_least
        or condition.access
        or condition.new_member is not None
        or condition.kinds
        or condition.genders
        or condition.age
        or condition.identified is not None
        or condition.tags
        or condition.segments
        or condition.fields
        or condition.measures
        or condition.birthday
        or condition.has_coupon
    )


def _is_like(condition: Condition, person: Person, day: str) -> bool:
    return (
        (not condition.kinds or person.kind in condition.kinds)
        and (not condition.genders or person.gender in condition.genders)
        and (condition.age is None or _is_aged(condition, person, day))
        and (condition.identified is None or condition.identified is person.identified)
        and (not condition.tags or not condition.tags.isdisjoint(person.tags))
        and (not condition.segments or not condition.segments.isdisjoint(person.segments))
        and all(person.fields.get(asked.field) in asked.values for asked in condition.fields)
        and (condition.birthday is None or is_birthday(person.birthday, day, condition.birthday))
        and (not condition.has_coupon or condition.has_coupon in person.coupons)
    )


def _is_aged(condition: Condition, person: Person, day: str) -> bool:
    age, asked = age_on(person.birthday, day), condition.age
    return asked is not None and age is not None and asked.at_least <= age < asked.below


def _is_at_least(tier_id: str, person: Person, programme: Programme) -> bool:
    """Whether the person holds that tier or a higher one of its ladder."""
    wanted = next((tier for tier in programme.tiers if tier.id == tier_id), None)
    if wanted is None:
        return False
    ladder = [tier.tier_id for tier in programme.tiers if tier.ladder == wanted.ladder]
    return not person.tiers.isdisjoint(ladder[ladder.index(wanted.tier_id) :])


def _when(condition: Condition, moment: Moment, programme: Programme) -> bool:
    day = moment.day
    return (
        (
            not condition.dates
            or any(span.first <= day and (not span.last or day <= span.last) for span in condition.dates)
        )
        and (
            not condition.every_year
            or any(_in_year_days(span.first, span.last, day[5:]) for span in condition.every_year)
        )
        and (not condition.weekdays or WEEKDAYS[date.fromisoformat(day).weekday()] in condition.weekdays)
        and (not condition.days_of_month or int(day[8:]) in condition.days_of_month)
        and (not condition.hours or any(span.start <= moment.time < span.end for span in condition.hours))
        and (condition.holidays is None or condition.holidays is _is_holiday(day, programme))
    )


def _in_year_days(first: str, last: str, month_day: str) -> bool:
    if first <= last:
        return first <= month_day <= last
    return month_day >= first or month_day <= last


def _is_holiday(day: str, programme: Programme) -> bool:
    return any(day in calendar.days for calendar in programme.calendars)


def _where(condition: Condition, moment: Moment) -> bool:
    return (not condition.shops or moment.shop in condition.shops) and (
        not condition.channels or moment.channel in condition.channels
    )
