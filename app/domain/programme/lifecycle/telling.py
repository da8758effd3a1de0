"""What tills are told of a member's measures: each as of a day, and what it falls to by time alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.programme.lifecycle.facts import Acted, Bought, FriendCame, PassUsed, ToppedUp
from app.domain.programme.lifecycle.history import came_back
from app.domain.programme.lifecycle.measuring import measured, window_start
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Measure, Programme, Window
from app.domain.programme.spans import add_days, add_months, end_of_period

_BY_DAY = frozenset({"spend", "orders", "order_days", "points_earned", "growth", "topped_up", "referrals", "actions"})
# A month's last days are worth up to three others: where a window of months ends is looked for around there.
_MONTHS_END_DAYS = 4

Drop = tuple[str, int]
"""The first day (ISO) on which a measure is another by time alone, and its value then."""


@dataclass(frozen=True, slots=True)
class Told:
    """Measures as of the ISO date `measured_on` (money in minor units), and the last day on which the member came."""

    measures: Mapping[str, int] = field(default_factory=dict)
    measured_on: str = ""
    drops: Mapping[str, Drop] = field(default_factory=dict)
    last_visit_on: str = ""

    @property
    def next_drop_on(self) -> str:
        """The day from which what is told here is no longer so; empty where time alone changes nothing."""
        return min((day for day, _ in self.drops.values()), default="")


NOTHING_TOLD = Told()


def told_to_tills(programme: Programme, standing: Standing, day: str) -> Told:
    """What there is to tell on a day; a measure that is 0 is not named."""
    now = measured(programme, standing, day)
    falls = {each.id: _falls_on(each, standing, day) for each in programme.measures if now[each.id]}
    then = {on: measured(programme, standing, on) for on in set(falls.values()) if on}
    return Told(
        measures={name: value for name, value in now.items() if value},
        measured_on=day,
        drops={name: (on, then[on][name]) for name, on in falls.items() if on},
        last_visit_on=last_visit_of(standing),
    )


def last_visit_of(standing: Standing) -> str:
    """The last day of a purchase that was kept, or of a visit on a pass; empty for none."""
    visits = sorted((each for each in standing.history if isinstance(each, Bought | PassUsed)), key=_day, reverse=True)
    return next((_day(each) for each in visits if not isinstance(each, Bought) or _is_kept(standing, each)), "")


def _day(fact: Bought | PassUsed) -> str:
    return fact.moment.day


def _is_kept(standing: Standing, bought: Bought) -> bool:
    return not bought.net_minor or came_back(standing, bought.number) < bought.net_minor


def _falls_on(measure: Measure, standing: Standing, day: str) -> str:
    """The day on which the first of what is in the window leaves it; empty where nothing ever does."""
    window = measure.window
    if measure.of not in _BY_DAY or window.over in ("life", "tier"):
        return ""
    if window.over != "rolling":
        return add_days(end_of_period(window.over, day), 1)
    first = window_start(window, standing, day)
    inside = [each for each in _days_of(measure, standing) if first <= each <= day]
    return _leaves_on(window, standing, min(inside)) if inside else ""


def _days_of(measure: Measure, standing: Standing) -> list[str]:
    """The days on which something came that such a measure may count."""
    if measure.of in ("points_earned", "growth"):
        return [move.day for move in standing.moves]
    kinds = {"topped_up": ToppedUp, "referrals": FriendCame, "actions": Acted}.get(measure.of, Bought)
    return [fact.moment.day for fact in standing.history if isinstance(fact, kinds)]


def _leaves_on(window: Window, standing: Standing, came: str) -> str:
    """The first day whose window begins behind the day `came`."""
    around = add_days(add_months(came, window.months), window.days - _MONTHS_END_DAYS)
    days = (add_days(around, more) for more in range(2 * _MONTHS_END_DAYS + 1))
    return next(each for each in days if window_start(window, standing, each) > came)
