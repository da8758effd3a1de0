"""What members' actions bring, and what a reverted action takes back."""

from collections.abc import Collection

from app.domain.ledger import POINTS
from app.domain.programme.conditions import holds
from app.domain.programme.lifecycle.earning import lot_of
from app.domain.programme.lifecycle.facts import Acted
from app.domain.programme.lifecycle.growth import grown
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.limits import marks, used_up
from app.domain.programme.lifecycle.lots import taken_back
from app.domain.programme.lifecycle.occasions import Shared, on_occasion
from app.domain.programme.lifecycle.standing import NOTHING, Change, Reaction, Standing, Why
from app.domain.programme.model import Action, Programme
from app.domain.programme.rights import GROWTH
from app.domain.programme.scene import Scene


def acted_on(programme: Programme, standing: Standing, acted: Acted, shared: Shared) -> Reaction:
    """What an action brings within its limits; a reverting one takes back what it names."""
    if acted.reverts:
        return _reverted(standing, acted)
    action = next((each for each in programme.actions if each.id == acted.action), None)
    moment = acted.moment
    scene = Scene(moment, person_of(standing, programme, moment.day))
    if action is None or not holds(action.when, scene, programme):
        return Reaction(withheld=(acted.action,))
    if used_up(action.id, action.limits, moment.day, standing.done):
        return Reaction(withheld=(acted.action,))
    changes: tuple[Change, ...] = ()
    for brings in action.brings:
        amount = _amount(action, brings.amount, acted.amount)
        if brings.unit == "growth":
            changes += grown(standing, amount, Why.ACTION, moment.day, action.id, acted.number)
        else:
            lot = lot_of(brings.lasts, moment.day, "action")
            changes += (Change(POINTS, lot, amount, Why.ACTION, moment.day, action.id, acted.number),)
    reaction = Reaction(changes, done=marks(action.id, action.limits, moment.day, acted.number))
    there = standing.after(reaction)
    return reaction.then(on_occasion("action", acted.number, programme, there, moment, shared, action=action.id))


def _amount(action: Action, usual: int, told: int) -> int:
    if not action.at_most:
        return usual
    return min(max(told, action.at_least), action.at_most)


def _reverted(standing: Standing, acted: Acted) -> Reaction:
    """The same back as the action had brought; once."""
    if any(isinstance(fact, Acted) and fact.reverts == acted.reverts for fact in standing.history):
        return NOTHING
    return action_back(standing, acted.reverts, acted.moment.day, acted.number, (Why.ACTION, Why.GIFT))


def action_back(standing: Standing, action: str, day: str, number: str, whys: Collection[Why]) -> Reaction:
    """Points and growth that the action of this number had brought for these reasons go back by the fact `number`."""
    changes: tuple[Change, ...] = ()
    for move in standing.moves:
        if move.number == action and move.amount > 0 and move.why in whys:
            if move.unit == GROWTH:
                changes += grown(standing, -move.amount, Why.REVERTED, day, move.rule, number)
            else:
                changes += taken_back(standing, move.amount, day, number, ((move.lot, move.amount),))
    return Reaction(changes)
