"""What never was (a wrong top-up or service, a friend who kept nothing) goes back with everything it had brought."""

from app.domain.ledger import POINTS
from app.domain.programme.lifecycle.acting import action_back
from app.domain.programme.lifecycle.facts import (
    Acted,
    Fact,
    FriendCame,
    MembershipBought,
    PassBought,
    Redeemed,
    Spun,
    ToppedUp,
    Undone,
)
from app.domain.programme.lifecycle.joining import not_brought
from app.domain.programme.lifecycle.lots import taken_back
from app.domain.programme.lifecycle.standing import (
    Change,
    Reaction,
    Standing,
    TierCause,
    TierChange,
    Why,
)
from app.domain.programme.lifecycle.undoing import gifts_back, marks_used, stepped_down, tiers_undone
from app.domain.programme.model import Programme
from app.domain.programme.top_up import TOP_UP_ORIGIN

_LASTING = (TierCause.BOUGHT, TierCause.GIVEN)


def undone_at_counter(standing: Standing, fact: Undone) -> Reaction:
    """The till's part: what was used comes back, what was made goes; points that are spent already become a debt."""
    what = _undone(standing, fact)
    if what is None:
        return Reaction()
    day, number, origin = fact.moment.day, fact.number, _origin_of(what)
    back = tuple(
        Change(move.unit, move.lot, -move.amount, Why.SPENT, day, move.rule, number)
        for move in standing.moves
        if move.number == what.number and move.why is Why.SPENT
    )
    gone = tuple(
        Change(unit, lot, -amount, Why.RETURNED, day, "", number)
        for (unit, lot), amount in standing.lots.items()
        if unit != POINTS and amount > 0 and lot.origin == origin
    )
    reaction = Reaction((*back, *gone), undone=marks_used(standing, what.number))
    made = [
        (move.lot, move.amount)
        for move in standing.moves
        if move.unit == POINTS and move.number == what.number and move.lot.origin == origin
    ]
    points = sum(amount for _, amount in made)
    return reaction.then(Reaction(taken_back(standing.after(reaction), points, day, number, made)))


def undone_at_office(programme: Programme, standing: Standing, fact: Undone) -> Reaction:
    """Head office's part: gifts, growth and tiers, those that were reached with it among them."""
    what = _undone(standing, fact)
    if what is None:
        return Reaction()
    reaction = Reaction()
    for change in _tiers_back(standing, what, fact.moment.day):
        reaction = reaction.then(stepped_down(programme, standing.after(reaction), change, fact.number))
    if isinstance(what, MembershipBought) and what.trial:
        reaction = reaction.then(Reaction(undone=frozenset({f"trial:{what.membership}"})))
    if isinstance(what, FriendCame):
        reaction = reaction.then(Reaction(undone=not_brought(standing, what)))
    if isinstance(what, Acted):
        there = standing.after(reaction)
        reaction = reaction.then(action_back(there, what.number, fact.moment.day, fact.number, (Why.ACTION,)))
    there = standing.after(reaction)
    reaction = reaction.then(gifts_back(there, what.number, fact.moment.day, fact.number, _origin_of(what)))
    there = standing.after(reaction, fact)
    return reaction.then(tiers_undone(programme, there, what.moment.day, fact.moment, fact.number))


def _undone(standing: Standing, fact: Undone) -> Fact | None:
    """What is undone; None where nobody knows it, or it was undone before."""
    if any(isinstance(each, Undone) and each.what == fact.what for each in standing.history):
        return None
    return next((each for each in standing.history if each.number == fact.what), None)


def _origin_of(what: Fact) -> str:
    """The origin of the lots that the till itself had made of it."""
    match what:
        case ToppedUp():
            return f"{TOP_UP_ORIGIN}:{what.number}"
        case PassBought():
            return f"{what.pass_id}:{what.number}"
        case Redeemed():
            return f"{what.redemption}:{what.number}"
        case Spun():
            return f"{what.draw}-{what.prize}:{what.number}"
        case _:
            return f":{what.number}"


def _tiers_back(standing: Standing, what: Fact, day: str) -> tuple[TierChange, ...]:
    """The tiers that were bought or given with it, as long as nothing has changed them since."""
    changes: list[TierChange] = []
    for ladder, held in standing.tiers.items():
        history = [change for change in standing.tier_history if change.ladder == ladder]
        if not history or history[-1].after != held or history[-1].cause not in _LASTING:
            continue
        if isinstance(what, FriendCame | MembershipBought | Redeemed | Spun) and history[-1].day == what.moment.day:
            earlier = history[-2].after if len(history) > 1 else None
            runs = earlier if earlier and (not earlier.until or earlier.until >= day) else None
            changes.append(TierChange(ladder, held.tier, runs, day, TierCause.UNDONE))
    return tuple(changes)
