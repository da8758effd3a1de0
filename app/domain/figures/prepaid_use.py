"""Whether what members prepaid is used: visits a month against what was sold, and who stays away."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.ids import MemberId
from app.domain.programme.spans import days_between

_DAYS_A_MONTH = 30


@dataclass(frozen=True, slots=True)
class Prepaid:
    """A member with stored value or a pass: since when, what is left (minor units), and the days they came since."""

    member: MemberId
    since: str
    left_minor: int
    visits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrepaidUse:
    """`visits_a_month` is times 100; `away_days` since the last visit (or since they paid)."""

    member: MemberId
    visits_a_month: int
    away_days: int
    left_minor: int


def prepaid_use(holders: Iterable[Prepaid], day: str, dormant_after_days: int) -> tuple[PrepaidUse, ...]:
    """Who prepaid and has stayed away for `dormant_after_days`, those with most left first."""
    uses = (_use(holder, day) for holder in holders if holder.left_minor > 0)
    dormant = (use for use in uses if use.away_days >= dormant_after_days)
    return tuple(sorted(dormant, key=lambda use: (-use.left_minor, use.member)))


def _use(holder: Prepaid, day: str) -> PrepaidUse:
    visits = [visit for visit in holder.visits if holder.since <= visit <= day]
    months = max(1, -(-days_between(holder.since, day) // _DAYS_A_MONTH))
    away = days_between(max(visits, default=holder.since), day)
    return PrepaidUse(holder.member, 100 * len(visits) // months, away, holder.left_minor)
