"""What the till itself posts with a fact: value used, points earned, a top-up's credits."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.ledger import BONUS, POINTS, POINTS_DEBT, PRINCIPAL, Lot, Unit
from app.domain.money import allocate, divide_half_up
from app.domain.programme.lifecycle.earning import Earned, back_so_far, earned_by, sold_again
from app.domain.programme.lifecycle.facts import Bought, Fact, Paid, Returned, Spun, ToppedUp
from app.domain.programme.lifecycle.history import has_kept_a_purchase, purchase
from app.domain.programme.lifecycle.ladders import judged, person_of
from app.domain.programme.lifecycle.limits import left_of_multipliers, marks, marks_of_multipliers, marks_of_rights
from app.domain.programme.lifecycle.lots import DEBT_LOT, taken_back, used
from app.domain.programme.lifecycle.mall import at_mall
from app.domain.programme.lifecycle.occasions import on_occasion
from app.domain.programme.lifecycle.spinning import spun
from app.domain.programme.lifecycle.standing import NOTHING, Change, HeldTier, Reaction, Standing, TierCause, Why
from app.domain.programme.lifecycle.undoing import unspent
from app.domain.programme.model import Programme, TenderType
from app.domain.programme.rights import coupon_unit, right_unit
from app.domain.programme.scene import Person, Scene
from app.domain.programme.top_up import quote_top_up
from app.domain.programme.top_up_offers import running_offers
from app.domain.stored_value import SpendOrder


def at_counter(programme: Programme, standing: Standing, fact: Fact, shared: Mapping[Unit, int] | None) -> Reaction:
    """The till's part of the reaction to a fact."""
    if isinstance(fact, Bought):
        return _bought(programme, standing, fact, shared)
    if isinstance(fact, Returned):
        return _returned(programme, standing, fact)
    if isinstance(fact, ToppedUp):
        return _topped_up(programme, standing, fact)
    if isinstance(fact, Spun):
        return spun(programme, standing, fact, shared)
    return at_mall(programme, standing, fact, shared) or NOTHING


def earned_for(
    programme: Programme, standing: Standing, bought: Bought, shared: Mapping[Unit, int] | None
) -> tuple[Earned, ...]:
    """What a purchase earns the member as they stand, or as they stand with it (`current_sale_counts_for_tier`)."""
    day = bought.moment.day
    rights = left_of_multipliers(programme, standing, day, shared)
    return earned_by(bought, earner(programme, standing, bought), programme, rights)


def earner(programme: Programme, standing: Standing, bought: Bought) -> Person:
    """The member in the tier that this sale earns by."""
    if not programme.policies.current_sale_counts_for_tier:
        return person_of(standing, programme, bought.moment.day)
    with_it = standing.after(NOTHING, bought)
    with_it = with_it.after(Reaction(tiers=judged(programme, with_it, bought.moment.day)))
    return person_of(with_it, programme, bought.moment.day)


def credited(standing: Standing, earned: Earned, day: str, number: str) -> tuple[Change, ...]:
    """Points earned, an older debt paid first."""
    owed = min(earned.amount, standing.total(POINTS_DEBT)) if earned.unit == POINTS else 0
    changes = [Change(earned.unit, earned.lot, earned.amount - owed, Why.EARNED, day, earned.rule, number)]
    if owed:
        changes.append(Change(POINTS_DEBT, DEBT_LOT, -owed, Why.DEBT_PAID, day, earned.rule, number))
    return tuple(change for change in changes if change.amount)


def earned_then(standing: Standing, unit: Unit, sale: str) -> tuple[Change, ...]:
    """What a purchase had earned of a unit."""
    return tuple(
        move for move in standing.moves if move.unit == unit and move.number == sale and move.why is Why.EARNED
    )


def goes_back(programme: Programme, standing: Standing, returned: Returned, unit: Unit) -> int:
    """How much of what the purchase earned of a unit this return takes back, by the `return_reverses` policy."""
    before, after = _gone(programme, standing, returned, unit)
    return after - before


def _gone(programme: Programme, standing: Standing, returned: Returned, unit: Unit) -> tuple[int, int]:
    """What of the purchase's earnings is gone before this return, and with it."""
    bought = purchase(standing, returned.sale)
    if bought is None:
        return 0, 0
    earned = sum(move.amount for move in earned_then(standing, unit, bought.number))
    before: dict[int, int] = {}
    for fact in standing.history:
        if isinstance(fact, Returned) and fact.sale == returned.sale:
            _count(fact, before)
    after = dict(before)
    _count(returned, after)
    if programme.policies.return_reverses == "item":
        left = [_worth(programme, standing, bought, unit, back, earned) for back in (before, after)]
        return earned - left[0], earned - left[1]
    net = bought.net_minor
    return back_so_far(earned, sum(before.values()), net), back_so_far(earned, sum(after.values()), net)


def _worth(
    programme: Programme, standing: Standing, bought: Bought, unit: Unit, back: Mapping[int, int], earned: int
) -> int:
    """What is left of what the purchase earned, as if what came back had never been sold."""
    if not any(back.values()):
        return earned
    lines = sold_again(bought.lines, back)
    left = sum(line.net_minor for line in lines)
    if left <= 0:
        return 0
    shares = allocate(left, [part.amount_minor for part in bought.paid]) if bought.paid else ()
    paid = tuple(Paid(part.kind, share) for part, share in zip(bought.paid, shares, strict=True))
    again = replace(bought, lines=lines, paid=paid)
    then = replace(standing, tiers=_tiers_at(programme, standing, bought))
    rights = _rights_of(programme, standing, bought)
    parts = earned_by(again, person_of(then, programme, bought.moment.day), programme, rights)
    return min(earned, sum(part.amount for part in parts if part.unit == unit))


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


def _bought(programme: Programme, standing: Standing, bought: Bought, shared: Mapping[Unit, int] | None) -> Reaction:
    day = bought.moment.day
    changes: list[Change] = []
    for coupon in bought.coupons:
        there = standing.after(Reaction(tuple(changes)))
        changes += used(programme, there, coupon_unit(coupon), 1, day, bought.number)
    changes += used(programme, standing, POINTS, bought.points, day, bought.number)
    of_value = {kind.id for kind in programme.tender_kinds if kind.type is TenderType.STORED_VALUE}
    spent = sum(part.amount_minor for part in bought.paid if part.kind in of_value)
    changes += value_used(programme, standing, spent, day, bought.number)
    earned = earned_for(programme, standing, bought, shared)
    for part in earned:
        if part.unit == POINTS:
            changes += credited(standing.after(Reaction(tuple(changes))), part, day, bought.number)
    marks = marks_of_multipliers(programme, (name for part in earned for name in part.multipliers), day, bought.number)
    done = marks | marks_of_rights(bought.rights, bought.number)
    reaction = Reaction(tuple(changes), done=done, shared=bought.shared)
    if programme.policies.first_gifts_offline == "give":
        return reaction.then(first_gifts(programme, standing.after(reaction), bought, shared))
    return reaction


def value_used(
    programme: Programme, standing: Standing, amount_minor: int, day: str, number: str
) -> tuple[Change, ...]:
    """Stored value taken in the programme's order of principal and bonus."""
    principal, bonus = standing.usable(PRINCIPAL, day), standing.usable(BONUS, day)
    order = programme.stored_value.spend_order
    if order is SpendOrder.BONUS_BEFORE:
        of_bonus = min(amount_minor, bonus)
    elif order is SpendOrder.BONUS_AFTER:
        of_bonus = max(0, amount_minor - principal)
    else:
        of_bonus = allocate(amount_minor, (principal, bonus))[1]
    return (
        *used(programme, standing, PRINCIPAL, amount_minor - of_bonus, day, number),
        *used(programme, standing, BONUS, of_bonus, day, number),
    )


def _returned(programme: Programme, standing: Standing, returned: Returned) -> Reaction:
    """What had paid for the goods comes back; then the points they had earned go."""
    back = Reaction(unspent(standing, returned))
    before, after = _gone(programme, standing, returned, POINTS)
    own = _between(earned_then(standing, POINTS, returned.sale), before, after)
    debt = not _is_off_refund(programme)
    day, number = returned.moment.day, returned.number
    return back.then(Reaction(taken_back(standing.after(back), after - before, day, number, own, debt=debt)))


def _between(earned: Sequence[Change], before: int, after: int) -> list[tuple[Lot, int]]:
    """Lot by lot what lies between two amounts of all that was earned, so that parts add up in every lot."""
    parts: list[tuple[Lot, int]] = []
    start = 0
    for move in earned:
        end = start + move.amount
        parts.append((move.lot, max(0, min(after, end) - max(before, start))))
        start = end
    return parts


def off_refund_minor(programme: Programme, standing: Standing, returned: Returned) -> int:
    """What points that are spent already take off the money of a refund (minor units); 0 where they become a debt."""
    rule = programme.points_off
    if rule is None or not _is_off_refund(programme):
        return 0
    there = standing.after(Reaction(unspent(standing, returned))).usable(POINTS, returned.moment.day)
    missing = max(0, goes_back(programme, standing, returned, POINTS) - there)
    return min(returned.amount_minor, divide_half_up(missing * rule.worth_minor, rule.points))


def _is_off_refund(programme: Programme) -> bool:
    """Only where points have a price: else they become a debt."""
    return programme.policies.points_already_spent == "off_refund" and programme.points_off is not None


def first_gifts(
    programme: Programme, standing: Standing, bought: Bought, shared: Mapping[Unit, int] | None
) -> Reaction:
    """The gifts of the first purchase that was kept."""
    if has_kept_a_purchase(standing):
        return NOTHING
    return on_occasion(
        "first_purchase", bought.number, programme, standing, bought.moment, shared, paid_minor=bought.net_minor
    )


def _topped_up(programme: Programme, standing: Standing, fact: ToppedUp) -> Reaction:
    day = fact.moment.day
    scene = Scene(fact.moment, person_of(standing, programme, day), fact.paid_minor)
    quote = quote_top_up(fact.paid_minor, running_offers(programme, scene), day=day, number=fact.number)
    return Reaction(
        tuple(
            Change(part.unit, part.lot, part.amount, Why.TOPPED_UP, day, "top_up", fact.number)
            for part in quote.credits
        )
    )
