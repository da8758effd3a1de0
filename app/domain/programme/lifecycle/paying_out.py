"""Principal paid out: the bonus that goes back with it, wherever it lies."""

from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.money import divide_half_up
from app.domain.programme.lifecycle.facts import PaidOut
from app.domain.programme.lifecycle.lots import used
from app.domain.programme.lifecycle.standing import Change, Reaction, Standing, Why, taken
from app.domain.programme.model import Programme


def paid_out_at_counter(programme: Programme, standing: Standing, fact: PaidOut) -> Reaction:
    """The principal leaves; of the bonus a rehearsed counter holds nothing back itself."""
    return Reaction(used(programme, standing, PRINCIPAL, fact.amount_minor, fact.moment.day, fact.number))


def paid_out_at_office(programme: Programme, standing: Standing, fact: PaidOut) -> Reaction:
    """What of the bonus is still to go by the programme's rule: a till takes only what it holds.

    `standing` is the one after the till's part.
    """
    missing = _due(programme, standing, fact) - fact.bonus_minor
    lots = sorted(
        ((lot, amount) for (unit, lot), amount in standing.lots.items() if unit == BONUS and amount > 0),
        key=lambda part: part[0].age_order(),
    )
    return Reaction(
        tuple(
            Change(BONUS, lot, -part, Why.RETURNED, fact.moment.day, "", fact.number)
            for lot, part in taken(lots, missing)
        )
    )


def _due(programme: Programme, standing: Standing, fact: PaidOut) -> int:
    """How much of all the bonus there was goes back with the principal."""
    bonus = standing.total(BONUS) + fact.bonus_minor
    principal = standing.total(PRINCIPAL) + fact.amount_minor
    rule = programme.stored_value.refund_bonus
    if rule == "in_proportion":
        return divide_half_up(bonus * fact.amount_minor, principal) if principal else 0
    return bonus if rule == "all_back" else 0
