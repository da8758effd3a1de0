"""Whether the facts that a sale rests on were true, by what head office knows of the member.

A till sells from a copy. What was true once is no fault, however late it was (late knowledge); what never was is one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.ids import TierId
from app.domain.ledger import Unit
from app.domain.programme.lifecycle.facts import Bought
from app.domain.programme.lifecycle.measuring import measured
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Programme
from app.domain.programme.spans import add_days
from app.domain.rehearsal.dry_run import standing_before
from app.domain.rehearsal.replay import Disagreement, Side
from app.domain.sale.birth import birth_of
from app.domain.sale.facts import Sale

# A member's measure is looked for on this many of their days; older copies than that are no till's.
_MOST_DAYS = 400
# What only sums up can be too high; of the rest, averages say, a till may honestly have had any value between.
_ADDED_UP = frozenset({"spend", "orders", "order_days"})


@dataclass(frozen=True, slots=True)
class Truth:
    """What never was, and how many of the facts were true once and had changed since."""

    never: tuple[Disagreement, ...] = ()
    late: int = 0


def truth_of(
    sale: Sale,
    standing: Standing,
    programme: Programme,
    credited: Mapping[Unit, int],
    met_with: Mapping[str, int] | None = None,
) -> Truth:
    """The facts of a named member's sale against their standing; `credited` is what the wallet ever got of a unit.

    `met_with` are the measures that whoever was a member before these books came with.
    """
    if sale.member is None or sale.basis is None or sale.basis.person is None:
        return Truth()
    found = [
        *_tiers(sale, standing, programme),
        *_measures(sale, standing, programme, met_with or {}),
        *_balances(sale, credited),
    ]
    person, now = sale.basis.person, standing
    late = [
        (person.birth, person.gender, person.kind, person.identified)
        != (birth_of(now.birthday, sale.basis.moment.day), now.gender, now.kind, now.identified)
    ]
    late += [each is None for each in found]
    return Truth(tuple(each for each in found if each is not None), sum(late))


# What follows yields a disagreement for what never was, and None for what was true once.
_Found = Iterator[Disagreement | None]


def _tiers(sale: Sale, standing: Standing, programme: Programme) -> _Found:
    assert sale.basis is not None
    assert sale.basis.person is not None
    day, person = sale.basis.moment.day, sale.basis.person
    ever = _tiers_ever(standing, programme, day)
    said = [person.recorded_tier, *(held.tier for held in person.more_tiers)]
    for tier in (tier for tier in said if tier is not None):
        if tier not in ever:
            office = Side(0, tuple(("tier", str(known), 0) for known in sorted(ever)))
            yield Disagreement("tier", Side(0, (("tier", str(tier), 0),)), office)
        elif tier not in _tiers_on(standing, day):
            yield None


def _tiers_ever(standing: Standing, programme: Programme, day: str) -> frozenset[TierId]:
    """Every tier that the member has held by this day, on any ladder; whoever joins begins in the lowest."""
    ever = {held.tier for held in standing.tiers.values() if held.since <= day}
    for change in standing.tier_history:
        if change.before:
            ever.add(change.before)
        if change.after and change.day <= day:
            ever.add(change.after.tier)
    first: dict[str, TierId] = {}
    for tier in programme.tiers:
        if tier.enter is None:
            first.setdefault(tier.ladder, tier.tier_id)
    return frozenset(ever) | frozenset(first.values())


def _tiers_on(standing: Standing, day: str) -> frozenset[TierId]:
    """The tiers held on this day, as head office knows it now."""
    on = {ladder: held.tier for ladder, held in standing.tiers.items()}
    for change in reversed(standing.tier_history):
        if change.day > day:
            on.pop(change.ladder, None)
            if change.before:
                on[change.ladder] = change.before
    return frozenset(on.values())


def _measures(sale: Sale, standing: Standing, programme: Programme, met_with: Mapping[str, int]) -> _Found:
    assert sale.member is not None
    assert sale.basis is not None
    day = sale.basis.moment.day
    declared = {measure.id for measure in programme.measures}
    said = {name: value for name, value in sale.member.measures.items() if name in declared and value}
    if not said:
        return
    now = _measured_on(standing, programme, day)
    before = _measured_on(standing, programme, add_days(day, -1))
    # What happened on the day itself has an order that only the tills knew.
    off = {
        name: value
        for name, value in said.items()
        if not min(now[name], before[name]) <= value <= max(now[name], before[name])
    }
    if not off:
        return
    of = {measure.id: measure.of for measure in programme.measures}
    days = sorted({fact.moment.day for fact in standing.history if fact.moment.day <= day})[-_MOST_DAYS:]
    then = [now, *(_measured_on(standing, programme, each) for each in days)]
    for name, value in sorted(off.items()):
        most = max(max(values[name] for values in then), _at_most(of[name], standing, day)) + met_with.get(name, 0)
        never = value > most and of[name] in _ADDED_UP
        yield Disagreement("measure", Side(value), Side(most), name=name) if never else None


def _at_most(of: str, standing: Standing, day: str) -> int:
    """What a till's own sales, in whatever order they were told, could have brought it to."""
    bought = [fact for fact in standing.history if isinstance(fact, Bought) and fact.moment.day <= day]
    if of == "spend":
        return sum(line.list_minor for fact in bought for line in fact.lines)
    return len(bought)


def _measured_on(standing: Standing, programme: Programme, day: str) -> Mapping[str, int]:
    return measured(programme, standing_before(standing, add_days(day, 1)), day)


def _balances(sale: Sale, credited: Mapping[Unit, int]) -> _Found:
    assert sale.basis is not None
    for unit, count in sorted(sale.basis.held.items()):
        if count > credited.get(unit, 0):
            yield Disagreement("balance", Side(count), Side(credited.get(unit, 0)), name=unit)
