"""On which day the calendar next does something to a member, so that every other night passes them by.

Never too late: whatever is hard to foresee counts as tomorrow. Working only the nights of such days gives what walking
through all of them would give.
"""

from collections.abc import Iterator

from app.domain.programme.conditions import holds, is_birthday
from app.domain.programme.lifecycle.gifting import CALENDAR_OCCASIONS
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.messages_ahead import NEVER, next_birthday, occasions_ahead
from app.domain.programme.lifecycle.nightly import LAST_TIME
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Condition, Gift, Message, Programme
from app.domain.programme.scene import Moment, Scene
from app.domain.programme.spans import add_days, end_of_period, period_key

_HORIZON_DAYS = 60
# By time alone these only get less: orders leave their window, none comes in.
_FALLING = frozenset({"spend", "orders", "order_days", "topped_up", "referrals"})


class Foresight:
    """Looks ahead under one programme; what does not depend on the member is worked out once."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._timed_measures = {
            measure.id: measure.of in _FALLING
            for measure in programme.measures
            if measure.window.over not in ("life", "tier")
            or measure.of in ("recency_days", "rfm_score", "member_days", "stored_balance")
        }
        self._gifts = tuple(gift for gift in programme.gifts if gift.on in CALENDAR_OCCASIONS)
        asked = (each for tier in programme.tiers if not tier.bought for each in (tier.enter, tier.lost_when))
        self._tiers_move = any(self._may_begin(condition) for condition in asked if condition)
        self._days_of_gifts: dict[tuple[str, str], str] = {}

    def next_due(self, standing: Standing) -> str:
        """The first day behind those worked on which something may happen (ISO date); NEVER where nothing can."""
        tomorrow = add_days(standing.nights_through, 1)
        if self._tiers_move:
            return tomorrow
        person = person_of(standing, self._programme, tomorrow)
        scene = Scene(Moment(tomorrow, LAST_TIME), person)
        days = [
            *self._of_value(standing),
            *self._of_tiers(standing, tomorrow),
            *(day for gift in self._gifts for day in self._of_gift(gift, standing, scene)),
            *(
                day
                for message in self._programme.messages
                if self._is_possible(message.when, scene)
                for day in self._of_message(message, standing, tomorrow)
            ),
        ]
        return max(tomorrow, min(days, default=NEVER))

    def _of_value(self, standing: Standing) -> Iterator[str]:
        for (_, lot), amount in standing.lots.items():
            if amount > 0 and lot.expires_on:
                yield add_days(lot.expires_on, 1) if lot.expires_on < NEVER else NEVER

    def _of_tiers(self, standing: Standing, tomorrow: str) -> Iterator[str]:
        held = standing.tier_ids()
        for each in standing.tiers.values():
            if each.until:
                yield add_days(each.until, 1)
        for tier in self._programme.tiers:
            if tier.tier_id in held:
                for grant in tier.benefits.entitlements:
                    yield _next_period(grant.per, add_days(tomorrow, -1))
        pause = self._programme.policies.tier_pause_days
        if pause:
            for change in standing.tier_history:
                until = add_days(change.day, pause)
                if until >= tomorrow:
                    yield until

    def _of_gift(self, gift: Gift, standing: Standing, scene: Scene) -> Iterator[str]:
        tomorrow = scene.moment.day
        if gift.on == "birthday_day":
            yield next_birthday(standing.birthday, tomorrow)
        elif gift.on == "birthday_month":
            if standing.birthday and is_birthday(standing.birthday, tomorrow, "month"):
                yield from self._still_open(gift, tomorrow[:4], standing, scene)
            yield _next_birth_month(standing.birthday, tomorrow)
        elif gift.on == "dates":
            if f"{gift.id}:{tomorrow[:4]}" not in standing.done and self._is_possible(gift.when, scene):
                yield self._next_date(gift, tomorrow)
            yield f"{int(tomorrow[:4]) + 1}-01-01"
        else:
            per = gift.on
            yield from self._still_open(gift, _key(per, tomorrow), standing, scene)
            yield _next_period(per, tomorrow)

    def _still_open(self, gift: Gift, key: str, standing: Standing, scene: Scene) -> Iterator[str]:
        if f"{gift.id}:{key}" not in standing.done and self._is_possible(gift.when, scene):
            yield scene.moment.day

    def _next_date(self, gift: Gift, day: str) -> str:
        """The first day that the gift's calendar allows, or one on which to look again."""
        if (gift.id, day) not in self._days_of_gifts:
            calendar = _calendar_part(gift.when)
            days = (add_days(day, more) for more in range(_HORIZON_DAYS))
            fits = (each for each in days if holds(calendar, Scene(Moment(each, LAST_TIME)), self._programme))
            self._days_of_gifts[gift.id, day] = next(fits, add_days(day, _HORIZON_DAYS))
        return self._days_of_gifts[gift.id, day]

    def _of_message(self, message: Message, standing: Standing, tomorrow: str) -> Iterator[str]:
        def is_told(about: str) -> bool:
            return f"message:{message.id}:{about}" in standing.done

        for about, first, last in occasions_ahead(message, self._programme, standing, tomorrow):
            day = max(first, tomorrow)
            if day <= last and not is_told(about):
                yield day

    def _is_possible(self, condition: Condition, scene: Scene) -> bool:
        """Whether it holds, or may begin to without anything happening to the member."""
        return holds(condition, scene, self._programme) or self._may_begin(condition)

    def _may_begin(self, condition: Condition) -> bool:
        """Whether it can become true by the passing of time alone."""
        return (
            _calendar_part(condition) != Condition()
            or condition.age is not None
            or condition.birthday is not None
            or bool(condition.has_coupon)
            or any(
                self._may_begin(segment.when)
                for segment in self._programme.segments
                if segment.id in condition.segments
            )
            or any(
                not (self._timed_measures[line.measure] and line.below is None)
                for line in condition.measures
                if line.measure in self._timed_measures
            )
            or any(self._may_begin(each) for each in (*condition.all, *condition.any))
            or any(self._is_timed(each) for each in condition.none)
        )

    def _is_timed(self, condition: Condition) -> bool:
        """Whether it can change either way by time alone."""
        return (
            self._may_begin(condition)
            or bool(condition.segments)
            or any(line.measure in self._timed_measures for line in condition.measures)
            or any(self._is_timed(each) for each in (*condition.all, *condition.any, *condition.none))
        )


def _calendar_part(condition: Condition) -> Condition:
    """Only what the condition itself says of days."""
    return Condition(
        dates=condition.dates,
        every_year=condition.every_year,
        weekdays=condition.weekdays,
        days_of_month=condition.days_of_month,
        holidays=condition.holidays,
    )


def _next_birth_month(birthday: str, day: str) -> str:
    """The first day of the next birthday month that begins after `day`."""
    if not birthday:
        return NEVER
    this_year = f"{day[:4]}-{birthday[5:7]}-01"
    return this_year if this_year > day else f"{int(day[:4]) + 1}-{birthday[5:7]}-01"


def _key(per: str, day: str) -> str:
    return {"week": period_key("week", day), "month": day[:7], "quarter": period_key("quarter", day)}.get(per, day[:4])


def _next_period(per: str, day: str) -> str:
    """The first day of the period after the one in which `day` lies."""
    if per in ("month", "quarter", "year"):
        return add_days(end_of_period(per, day), 1)
    if per in ("birthday_month", "birthday_day"):
        return f"{int(day[:4]) + 1}-01-01"
    if per == "week":
        days = (add_days(day, more) for more in range(1, 8))
        return next(each for each in days if period_key("week", each) != period_key("week", day))
    return NEVER if per == "life" else add_days(day, 1)
