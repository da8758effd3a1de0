"""What a return takes back of what its purchase had earned, and gives back of what had paid for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.domain.ledger import POINTS, Lot, Unit
from app.domain.money import divide_half_up
from app.domain.programme.lifecycle.earning import back_so_far, gone_by_item
from app.domain.programme.lifecycle.facts import Bought, Returned
from app.domain.programme.lifecycle.history import purchase
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.limits import marks
from app.domain.programme.lifecycle.lots import taken_back
from app.domain.programme.lifecycle.standing import Change, HeldTier, Reaction, Standing, TierCause, Why
from app.domain.programme.lifecycle.undoing import unspent
from app.domain.programme.model import Programme
from app.domain.programme.rights import right_unit
from app.domain.spend import PointsRate


def returned_at_counter(programme: Programme, standing: Standing, returned: Returned) -> Reaction:
    """What had paid for the goods comes back; then the points they had earned go."""
    back = Reaction(unspent(standing, returned))
    before, after = _gone(programme, standing, returned, POINTS)
    own = _between(earned_then(standing, POINTS, returned.sale), before, after)
    debt = price_of_missing_points(programme) is None
    day, number = returned.moment.day, returned.number
    return back.then(Reaction(taken_back(standing.after(back), after - before, day, number, own, debt=debt)))


def off_refund_minor(programme: Programme, standing: Standing, returned: Returned) -> int:
    """What points that are spent already take off the money of a refund (minor units); 0 where they become a debt."""
    rate = price_of_missing_points(programme)
    if rate is None:
        return 0
    there = standing.after(Reaction(unspent(standing, returned))).usable(POINTS, returned.moment.day)
    missing = max(0, goes_back(programme, standing, returned, POINTS) - there)
    return min(returned.amount_minor, divide_half_up(missing * rate.minor, rate.points))


def price_of_missing_points(programme: Programme) -> PointsRate | None:
    """What points that should go back and are spent cost off the refund; None where they become a debt.

    Points without a price can only be owed.
    """
    rule = programme.points_off
    is_off = programme.policies.points_already_spent == "off_refund"
    return PointsRate(rule.points, rule.worth_minor) if rule and is_off else None


def goes_back(programme: Programme, standing: Standing, returned: Returned, unit: Unit) -> int:
    """How much of what the purchase earned of a unit this return takes back, by the `return_reverses` policy."""
    before, after = _gone(programme, standing, returned, unit)
    return after - before


def earned_then(standing: Standing, unit: Unit, sale: str) -> tuple[Change, ...]:
    """What a purchase had earned of a unit."""
    return tuple(
        move for move in standing.moves if move.unit == unit and move.number == sale and move.why is Why.EARNED
    )


def _debt_paid(standing: Standing, sale: str) -> int:
    """Points of the purchase that went to an older debt: they were earned as well."""
    return -sum(move.amount for move in standing.moves if move.number == sale and move.why is Why.DEBT_PAID)


def _gone(programme: Programme, standing: Standing, returned: Returned, unit: Unit) -> tuple[int, int]:
    """What of the purchase's earnings is gone before this return, and with it."""
    bought = purchase(standing, returned.sale)
    if bought is None:
        return 0, 0
    earned = sum(move.amount for move in earned_then(standing, unit, bought.number))
    if unit == POINTS:
        earned += _debt_paid(standing, bought.number)
    gone_with = _gone_with(programme, standing, bought, earned, unit)
    back: dict[int, int] = {}
    before = 0
    for fact in standing.history:
        if isinstance(fact, Returned) and fact.sale == returned.sale:
            _count(fact, back)
            # Less may be gone with more goods: what is left can round up. What went once is not brought again.
            before = max(before, gone_with(back))
    _count(returned, back)
    return before, max(before, gone_with(back))


def _gone_with(
    programme: Programme, standing: Standing, bought: Bought, earned: int, unit: Unit
) -> Callable[[Mapping[int, int]], int]:
    """How much of `earned` is gone once so much of the lines (minor units by index) came back, by the policy."""
    if programme.policies.return_reverses == "item":
        then = replace(standing, tiers=_tiers_at(programme, standing, bought))
        person, rights = person_of(then, programme, bought.moment.day), _rights_of(programme, standing, bought)
        return lambda back: gone_by_item(earned, bought, back, person, programme, rights, unit)
    return lambda back: back_so_far(earned, sum(back.values()), bought.net_minor)


def _tiers_at(programme: Programme, standing: Standing, bought: Bought) -> Mapping[str, HeldTier]:
    """The tiers that the purchase earned by, whatever came back since."""
    counts, day = programme.policies.current_sale_counts_for_tier, bought.moment.day
    tiers: dict[str, HeldTier] = {}
    closed: set[str] = set()
    for change in standing.tier_history:
        if change.cause is TierCause.UNDONE and change.day >= day:
            closed.add(change.ladder)
        is_before = change.day <= day if counts else change.day < day
        if is_before and change.after and change.ladder not in closed:
            tiers[change.ladder] = change.after
    return tiers


def _rights_of(programme: Programme, standing: Standing, bought: Bought) -> Mapping[Unit, int]:
    """The limited multipliers that took part in the purchase, as its marks tell."""
    day, number = bought.moment.day, bought.number
    return {
        right_unit(each.id, limit, day): int(marks(each.id, (limit,), day, number) <= standing.done)
        for each in programme.multipliers
        for limit in each.limits
    }


def _count(returned: Returned, back: dict[int, int]) -> None:
    for line in returned.lines:
        back[line.index] = back.get(line.index, 0) + line.amount_minor


def _between(earned: Sequence[Change], before: int, after: int) -> list[tuple[Lot, int]]:
    """Lot by lot what lies between two amounts of all that was earned, so that parts add up in every lot."""
    parts: list[tuple[Lot, int]] = []
    start = 0
    for move in earned:
        end = start + move.amount
        parts.append((move.lot, max(0, min(after, end) - max(before, start))))
        start = end
    return parts
