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
    Why,
)
from app.domain.programme.lifecycle.tiers_back import tiers_back
from app.domain.programme.lifecycle.undoing import gifts_back, marks_used, stepped_down, tiers_undone
from app.domain.programme.model import Programme
from app.domain.programme.top_up import TOP_UP_ORIGIN


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
    for change in tiers_back(programme, standing, what, fact.moment.day):
        # What a tier had brought stays with whoever still holds it, for a shorter time.
        is_lost = change.after is None or change.after.tier != change.before
        step = stepped_down(programme, standing.after(reaction), change, fact.number)
        reaction = reaction.then(step if is_lost else Reaction(tiers=(change,)))
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
