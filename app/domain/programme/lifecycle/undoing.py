"""What a return takes back beside points and growth: what the sale used, its gifts, and tiers it alone had lifted."""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.ledger import POINTS, Lot, Unit
from app.domain.programme.lifecycle.earning import back_so_far
from app.domain.programme.lifecycle.facts import Bought, Returned
from app.domain.programme.lifecycle.growth import grown
from app.domain.programme.lifecycle.history import came_back, purchase, reaching
from app.domain.programme.lifecycle.ladders import fitting, ladders_of, person_of
from app.domain.programme.lifecycle.lots import taken_back
from app.domain.programme.lifecycle.privileges import privileges_back
from app.domain.programme.lifecycle.standing import Change, Reaction, Standing, TierCause, TierChange, Why
from app.domain.programme.model import Programme
from app.domain.programme.rights import GROWTH
from app.domain.programme.scene import Moment


def unspent(standing: Standing, returned: Returned) -> tuple[Change, ...]:
    """Stored value, points and coupons that paid for what comes back; a coupon comes with the last of the goods."""
    bought = purchase(standing, returned.sale)
    if bought is None:
        return ()
    before = came_back(standing, bought.number)
    after, net, day = before + returned.amount_minor, bought.net_minor, returned.moment.day
    back = (
        (move, back_so_far(-move.amount, after, net) - back_so_far(-move.amount, before, net))
        for move in standing.moves
        if move.number == bought.number and move.why is Why.SPENT
    )
    return tuple(
        Change(move.unit, move.lot, amount, Why.SPENT, day, move.rule, returned.number)
        for move, amount in back
        if amount
    )


def came_with(lot: Lot, number: str) -> bool:
    """Whether the lot was given for the event or occasion of this number."""
    return lot.origin.endswith(f":{number}")


def gifts_back(standing: Standing, what: str, day: str, number: str, own: str = "") -> Reaction:
    """The gifts of something that came back whole (`what`); its limited rights may be used again.

    `own`: the origin of lots that are no gifts of head office's.
    """
    gone = _gifts_named(standing, what, day, number, own)
    return Reaction(gone, undone=marks_used(standing, what))


def marks_used(standing: Standing, what: str) -> frozenset[str]:
    """The marks that one fact has left of limits."""
    return frozenset(mark for mark in standing.done if "@" in mark and _is_of(mark, what))


def tiers_undone(programme: Programme, standing: Standing, since: str, moment: Moment, number: str) -> Reaction:
    """Down from tiers reached from the day `since` on without what came back, and what they had brought.

    `standing` has the fact `number`, by which it came back, in its history already.
    """
    reaction = Reaction()
    for ladder in ladders_of(programme):
        while change := _no_longer(programme, standing, ladder, since, moment):
            step = stepped_down(programme, standing, change, number)
            standing = standing.after(step)
            reaction = reaction.then(step)
    return reaction


def stepped_down(programme: Programme, standing: Standing, change: TierChange, number: str) -> Reaction:
    """One tier less, and what it had brought."""
    key, day = reaching(standing, standing.tiers[change.ladder]), change.day
    marks = frozenset(mark for mark in standing.done if mark.endswith(f":{key}"))
    step = Reaction(_gifts_named(standing, key, day, number), (change,), undone=marks)
    lost = standing.tiers[change.ladder].tier
    return step.then(privileges_back(programme, standing.after(step), lost, day, number))


def _no_longer(programme: Programme, standing: Standing, ladder: str, since: str, moment: Moment) -> TierChange | None:
    history, held = _reached(standing, ladder), standing.tiers.get(ladder)
    if not history or held is None or history[-1].after != held or history[-1].cause is not TierCause.REACHED:
        return None
    if history[-1].day < since:
        return None
    day = history[-1].day
    earlier = history[-2].after if len(history) > 1 else None
    tiers = {name: each for name, each in standing.tiers.items() if name != ladder}
    own_gifts = reaching(standing, held)
    tiers |= {ladder: earlier} if earlier else {}
    then = replace(standing, tiers=tiers, moves=_moves_as_of(standing, day, own_gifts))
    fits = fitting(programme, then, person_of(then, programme, day), day)
    tier = programme.tier(held.tier)
    if tier is None or fits(tier):
        return None
    return TierChange(ladder, held.tier, earlier, moment.day, TierCause.UNDONE)


def _reached(standing: Standing, ladder: str) -> list[TierChange]:
    """The ladder's changes that still stand."""
    stack: list[TierChange] = []
    for change in standing.tier_history:
        if change.ladder == ladder:
            if change.cause is TierCause.UNDONE and stack:
                stack.pop()
            else:
                stack.append(change)
    return stack


def _moves_as_of(standing: Standing, day: str, gifts: str) -> tuple[Change, ...]:
    """The moves as if what came back of purchases up to `day` had never been bought, and without the tier's `gifts`."""
    old = {fact.number for fact in standing.history if isinstance(fact, Bought) and fact.moment.day <= day}
    returns = {fact.number for fact in standing.history if isinstance(fact, Returned) and fact.sale in old}
    kept = (move for move in standing.moves if move.number != gifts)
    return tuple(replace(move, day=day) if move.number in returns else move for move in kept)


def _gifts_named(standing: Standing, key: str, day: str, number: str, own: str = "") -> tuple[Change, ...]:
    """What a gift of this occasion had brought goes back: coupons and the like as far as they are there."""
    changes = tuple(
        Change(unit, lot, -amount, Why.RETURNED, day, "", number)
        for (unit, lot), amount in standing.lots.items()
        if amount > 0 and unit not in (POINTS, GROWTH) and came_with(lot, key) and lot.origin != own
    )
    gifts = (move for move in standing.moves if move.number == key and move.why is Why.GIFT)
    given = [move for move in gifts if move.lot.origin != own]
    growth, points = _sum(given, GROWTH), _sum(given, POINTS)
    if growth:
        changes += grown(standing, -growth, Why.RETURNED, day, "", number)
    if points:
        changes += taken_back(
            standing, points, day, number, [(move.lot, move.amount) for move in given if move.unit == POINTS]
        )
    return changes


def _sum(moves: Iterable[Change], unit: Unit) -> int:
    return sum(move.amount for move in moves if move.unit == unit)


def _is_of(mark: str, number: str) -> bool:
    return mark.endswith(f":{number}") or f":{number}#" in mark
