"""What a spin costs and brings. Which prize it is decides the till that holds the prizes (`drawing`)."""

from app.domain.ledger import POINTS, Unit
from app.domain.programme.conditions import holds
from app.domain.programme.lifecycle.facts import RaffleWon, Spun
from app.domain.programme.lifecycle.gifting import given_at_counter, given_at_office, uses
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.limits import left_of, marks, runs_short, used_up
from app.domain.programme.lifecycle.lots import used
from app.domain.programme.lifecycle.occasions import Shared
from app.domain.programme.lifecycle.standing import Change, Reaction, Standing
from app.domain.programme.model import Draw, Limit, Prize, Programme
from app.domain.programme.rights import quota_unit, spin_unit
from app.domain.programme.scene import Moment, Scene


def spun(programme: Programme, standing: Standing, fact: Spun, shared: Shared) -> Reaction:
    """The price of the spin and its prize; nothing where the member may not spin or the prize is used up."""
    draw = next((each for each in programme.draws if each.id == fact.draw), None)
    price = price_of_spin(draw, programme, standing, fact.moment, fact.number) if draw else None
    if draw is None or price is None:
        return Reaction(withheld=(fact.draw,))
    prize = next((each for each in draw.prizes if each.id == fact.prize), None)
    wanted = {**uses(draw.limits, draw.id, fact.moment.day), **_quota(draw, prize)}
    if runs_short(wanted, shared):
        return Reaction(withheld=(draw.id,))
    won = Reaction(_won(programme, draw, prize, fact.moment.day, fact.number), shared=wanted)
    return price.then(won)


def won_at_office(programme: Programme, standing: Standing, fact: Spun) -> Reaction:
    """The tier and the growth of a prize that was won."""
    draw = next((each for each in programme.draws if each.id == fact.draw), None)
    prize = next((each for each in draw.prizes if each.id == fact.prize), None) if draw else None
    return _lasting(programme, standing, draw, prize, fact.moment, fact.number) if draw and prize else Reaction()


def price_of_spin(draw: Draw, programme: Programme, standing: Standing, moment: Moment, number: str) -> Reaction | None:
    """What one spin takes: a spin by right, else a free one of the period, else points; None where none may be had."""
    day = moment.day
    scene = Scene(moment, person_of(standing, programme, day))
    if draw.kind == "raffle" or not holds(draw.when, scene, programme):
        return None
    if used_up(draw.id, draw.limits, day, standing.done):
        return None
    done = marks(draw.id, draw.limits, day, number)
    if standing.usable(spin_unit(draw.id), day):
        return Reaction(used(programme, standing, spin_unit(draw.id), 1, day, number), done=done)
    if draw.kind == "entitlement":
        return None
    free = f"{draw.id}-free"
    limit = Limit(count=draw.free or 1, per=draw.free_per or "life")
    if draw.free and left_of(free, limit, day, standing.done) > 0:
        return Reaction(done=done | marks(free, (limit,), day, number))
    if standing.usable(POINTS, day) < draw.points:
        return None
    return Reaction(used(programme, standing, POINTS, draw.points, day, number), done=done)


def raffle_won(programme: Programme, standing: Standing, fact: RaffleWon, shared: Shared) -> Reaction:
    """The prize of a raffle and the winner's entries gone; nothing where the prize is used up."""
    draw = next((each for each in programme.draws if each.id == fact.draw and each.kind == "raffle"), None)
    prize = next((each for each in draw.prizes if each.id == fact.prize), None) if draw else None
    entries = standing.usable(spin_unit(fact.draw), fact.moment.day)
    if draw is None or prize is None or not entries or runs_short(_quota(draw, prize), shared):
        return Reaction(withheld=(fact.draw,))
    gone = Reaction(used(programme, standing, spin_unit(draw.id), entries, fact.moment.day, fact.number))
    won = Reaction(_won(programme, draw, prize, fact.moment.day, fact.number), shared=_quota(draw, prize))
    there = standing.after(gone)
    return gone.then(won).then(_lasting(programme, there, draw, prize, fact.moment, fact.number))


def _won(programme: Programme, draw: Draw, prize: Prize | None, day: str, number: str) -> tuple[Change, ...]:
    return given_at_counter(prize.gives, day, _rule(draw, prize), number, programme) if prize else ()


def _lasting(
    programme: Programme, standing: Standing, draw: Draw, prize: Prize, moment: Moment, number: str
) -> Reaction:
    scene = Scene(moment, person_of(standing, programme, moment.day))
    return given_at_office(prize.gives, scene, _rule(draw, prize), number, programme)


def _rule(draw: Draw, prize: Prize) -> str:
    return f"{draw.id}-{prize.id}"


def _quota(draw: Draw, prize: Prize | None) -> dict[Unit, int]:
    """The counted right that a prize takes, where there are only so many."""
    return {quota_unit(draw.id, prize.id): 1} if prize and prize.quota is not None else {}
