"""What the till itself posts with a fact: value used, points earned, a top-up's credits."""

from collections.abc import Callable, Mapping

from app.domain.ids import WalletId
from app.domain.lease import Lease
from app.domain.ledger import BONUS, POINTS, POINTS_DEBT, PRINCIPAL, Lot, Unit
from app.domain.money import allocate
from app.domain.programme.lifecycle.earning import Earned, earned_by
from app.domain.programme.lifecycle.facts import Bought, Fact, PaidOut, Returned, Spun, ToppedUp, Undone
from app.domain.programme.lifecycle.going_back import returned_at_counter
from app.domain.programme.lifecycle.history import has_kept_a_purchase
from app.domain.programme.lifecycle.ladders import judged, person_of
from app.domain.programme.lifecycle.limits import left_of, left_of_multipliers, marks_of_multipliers, marks_of_rights
from app.domain.programme.lifecycle.lots import DEBT_LOT, used
from app.domain.programme.lifecycle.mall import at_mall
from app.domain.programme.lifecycle.occasions import on_occasion
from app.domain.programme.lifecycle.paying_out import paid_out_at_counter
from app.domain.programme.lifecycle.spinning import spun
from app.domain.programme.lifecycle.standing import NOTHING, Change, Reaction, Standing, Why
from app.domain.programme.lifecycle.taking_back import undone_at_counter
from app.domain.programme.model import Limit, Programme, TenderType
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
        return returned_at_counter(programme, standing, fact)
    if isinstance(fact, ToppedUp):
        return _topped_up(programme, standing, fact, shared)
    if isinstance(fact, PaidOut):
        return paid_out_at_counter(programme, standing, fact)
    if isinstance(fact, Undone):
        return undone_at_counter(standing, fact)
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
    used_up = (name for part in earned if part.unit == POINTS for name in part.multipliers)
    marks = marks_of_multipliers(programme, used_up, day, bought.number)
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


def first_gifts(
    programme: Programme, standing: Standing, bought: Bought, shared: Mapping[Unit, int] | None
) -> Reaction:
    """The gifts of the first purchase that was kept."""
    if has_kept_a_purchase(standing):
        return NOTHING
    return on_occasion(
        "first_purchase", bought.number, programme, standing, bought.moment, shared, paid_minor=bought.net_minor
    )


def _topped_up(programme: Programme, standing: Standing, fact: ToppedUp, shared: Mapping[Unit, int] | None) -> Reaction:
    day = fact.moment.day
    scene = Scene(fact.moment, person_of(standing, programme, day), fact.paid_minor)
    quote = quote_top_up(
        fact.paid_minor,
        running_offers(programme, scene),
        day=day,
        number=fact.number,
        leases=_left_of_top_ups(programme, "member", lambda rule, limit: left_of(rule, limit, day, standing.done), day),
        shared=_left_of_top_ups(
            programme,
            "all",
            lambda rule, limit: limit.count if shared is None else shared.get(right_unit(rule, limit, day), 0),
            day,
        ),
    )
    changes = tuple(
        Change(part.unit, part.lot, part.amount, Why.TOPPED_UP, day, "top_up", fact.number) for part in quote.credits
    )
    done = marks_of_rights({part.unit: part.amount for part in quote.rights}, fact.number)
    return Reaction(changes, done=done, shared={part.unit: part.amount for part in quote.shared})


def _left_of_top_ups(
    programme: Programme, whose: str, left: Callable[[str, Limit], int], day: str
) -> tuple[Lease, ...]:
    """What is left of the limits of top-up offers, as a till would hold it."""
    return tuple(
        Lease(WalletId(whose), right_unit(offer.id, limit, day), Lot("right"), granted=max(0, left(offer.id, limit)))
        for offer in programme.top_up_offers
        for limit in offer.limits
        if limit.of == whose
    )
