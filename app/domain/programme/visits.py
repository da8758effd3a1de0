"""A member's measures today: what head office told, what time changes in it, and what this till's own sales add."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.member import Member
from app.domain.programme.lifecycle.measuring import window_start
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import ALL_GOODS, Measure, Programme
from app.domain.programme.spans import days_between


@dataclass(frozen=True, slots=True)
class Visit:
    """A purchase here: its business day, what was paid with each tender kind, what of it came back (minor units)."""

    day: str
    paid: Mapping[str, int]
    refunded_minor: int = 0

    @property
    def total_minor(self) -> int:
        """What was paid."""
        return sum(self.paid.values())


@dataclass(frozen=True, slots=True)
class Visits:
    """All of them; `given_back_minor` came back since of what head office knew as bought."""

    visits: Sequence[Visit] = ()
    given_back_minor: int = 0


def measured_here(programme: Programme, member: Member, since: Visits, day: str) -> Member:
    """The member as of an ISO day, with what was sold here since head office spoke of them."""
    member, kept = member.as_of(day), _kept(since)
    added = added_to_measures(programme, since, day)
    measures = {**member.measures, **_by_the_day(programme, member, kept, day)}
    measures |= {name: measures.get(name, 0) + more for name, more in added.items()}
    last_visit_on = max(member.last_visit_on, *(visit.day for visit in kept), "")
    return replace(member, measures=measures, added=added, last_visit_on=last_visit_on)


def added_to_measures(programme: Programme, since: Visits, day: str) -> Mapping[str, int]:
    """By measure; of what counts only certain goods or channels, and of all else, head office speaks alone."""
    kinds = frozenset(kind.id for kind in programme.tender_kinds if kind.counts)
    kept, added = _kept(since), dict[str, int]()
    for measure in programme.measures:
        if _is_of_everything(measure):
            first = window_start(measure.window, Standing(), day)
            inside = [visit for visit in kept if visit.day >= first]
            added[measure.id] = _added(measure, inside, kinds, since.given_back_minor)
    return {name: more for name, more in added.items() if more}


def _kept(since: Visits) -> list[Visit]:
    return [visit for visit in since.visits if visit.refunded_minor < visit.total_minor or not visit.total_minor]


def _added(measure: Measure, visits: Sequence[Visit], kinds: frozenset[str], given_back_minor: int) -> int:
    if measure.of == "spend":
        return sum(_counted(visit, kinds) for visit in visits) - given_back_minor
    if measure.of == "orders":
        return len(visits)
    return len({visit.day for visit in visits}) if measure.of == "order_days" else 0


def _by_the_day(programme: Programme, member: Member, kept: Sequence[Visit], day: str) -> dict[str, int]:
    """What grows with every day: how long somebody is a member, and how long ago they came."""
    here = [days_between(visit.day, day) for visit in kept]
    grown: dict[str, int] = {}
    for measure in programme.measures:
        if measure.of == "member_days" and member.joined_on:
            grown[measure.id] = max(0, days_between(member.joined_on, day))
        elif measure.of == "recency_days" and measure.id in member.measures and member.measured_on:
            told = member.measures[measure.id] + max(0, days_between(member.measured_on, day))
            grown[measure.id] = min([told, *here] if _is_of_everything(measure) else [told])
    return grown


def _counted(visit: Visit, kinds: frozenset[str]) -> int:
    counted = sum(amount for kind, amount in visit.paid.items() if kind in kinds)
    left = visit.total_minor - visit.refunded_minor
    return counted * left // visit.total_minor if visit.total_minor else 0


def _is_of_everything(measure: Measure) -> bool:
    return measure.goods == ALL_GOODS and (not measure.channels or "shop" in measure.channels)
