"""Where the demo shop's best-known members stand under a programme: what it measures of them, and their tier."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.cli.demo.holders import Holder
from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.member import Member
from app.domain.programme.lifecycle.measuring import rfm_score
from app.domain.programme.model import Measure, Programme
from app.domain.programme.scene import Person
from app.domain.programme.spans import add_days, days_between
from app.domain.programme.tiers import tier_of

_USUAL_ORDER_MINOR = 14_000
_BUYS_MEMBERSHIP_MINOR = 200_000
_HALF_A_YEAR_DAYS = 180


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the measures rest on (minor units, days)."""

    spend_minor: int
    balance_minor: int
    days_since_visit: int
    days_since_joining: int

    @property
    def orders(self) -> int:
        return max(1, self.spend_minor // _USUAL_ORDER_MINOR)


# What else a programme may measure (friends brought, actions) nobody here has done.
_SUBJECTS: Mapping[str, Callable[[_Seen], int]] = {
    "spend": lambda seen: seen.spend_minor,
    "orders": lambda seen: seen.orders,
    "order_days": lambda seen: seen.orders,
    "average_order": lambda _: _USUAL_ORDER_MINOR,
    "recency_days": lambda seen: seen.days_since_visit,
    "points_earned": lambda seen: seen.spend_minor // 100,
    "growth": lambda seen: seen.spend_minor // 100,
    "stored_balance": lambda seen: seen.balance_minor,
    "member_days": lambda seen: seen.days_since_joining,
}


def standing_under(programme: Programme, holder: Holder, spend_minor: int, today: str) -> Member | None:
    """The holder's member, who has spent so much, as this programme sees them on the ISO date `today`."""
    member = holder.member
    if member is None:
        return None
    seen = _Seen(
        spend_minor,
        holder.total(PRINCIPAL) + holder.total(BONUS),
        days_between(member.last_visit_on, today),
        days_between(member.joined_on, today),
    )
    measures = {each.id: _measured(each, seen) for each in programme.measures if each.rfm or each.of in _SUBJECTS}
    reached = tier_of(programme, None, Person(joined_on=member.joined_on, tags=member.tags, measures=measures))
    if reached:
        return replace(member, measures=measures, tier=reached.tier_id)
    bought = next((tier for tier in programme.tiers if tier.bought), None)
    if bought and spend_minor >= _BUYS_MEMBERSHIP_MINOR:
        until = add_days(today, _HALF_A_YEAR_DAYS)
        return replace(member, measures=measures, tier=bought.tier_id, tier_until=until)
    return replace(member, measures=measures)


def _measured(measure: Measure, seen: _Seen) -> int:
    if measure.rfm:
        return rfm_score(measure.rfm, seen.days_since_visit, seen.orders, seen.spend_minor)
    return _SUBJECTS[measure.of](seen)
