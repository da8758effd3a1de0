"""How often a member has had something: marks in the standing, one a use, named by rule and period."""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.ledger import Unit
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import CashBack, Gift, Limit, Programme, Referral
from app.domain.programme.rights import budget_unit, quota_unit, right_unit
from app.domain.programme.spans import period_key


def marks(rule: str, limits: Sequence[Limit], day: str, number: str) -> frozenset[str]:
    """The marks that one use leaves."""
    return frozenset(f"{_before(rule, limit, day)}{number}" for limit in limits)


def used_up(rule: str, limits: Sequence[Limit], day: str, done: frozenset[str]) -> bool:
    """Whether the member has had it as often as one of the limits allows."""
    return any(limit.of == "member" and left_of(rule, limit, day, done) <= 0 for limit in limits)


def runs_short(wanted: Mapping[Unit, int], shared: Mapping[Unit, int] | None) -> bool:
    """Whether limits for all leave less than `wanted`; never where nobody counts them (None)."""
    return shared is not None and any(shared.get(unit, 0) < count for unit, count in wanted.items())


def left_of(rule: str, limit: Limit, day: str, done: frozenset[str]) -> int:
    """How often the member may still have it in this period."""
    before = _before(rule, limit, day)
    return limit.count - sum(mark.startswith(before) for mark in done)


def left_of_multipliers(
    programme: Programme, standing: Standing, day: str, shared: Mapping[Unit, int] | None
) -> Mapping[Unit, int]:
    """What is left of every limited multiplier, by its unit; limits for all come from `shared` (None = unlimited)."""
    left: dict[Unit, int] = {}
    for multiplier in programme.multipliers:
        for limit in multiplier.limits:
            unit = right_unit(multiplier.id, limit, day)
            if limit.of == "member":
                left[unit] = left_of(multiplier.id, limit, day, standing.done)
            else:
                left[unit] = limit.count if shared is None else shared.get(unit, 0)
    return left


def marks_of_multipliers(programme: Programme, names: Iterable[str], day: str, number: str) -> frozenset[str]:
    """The marks of the multipliers that took part in a purchase."""
    used = set(names)
    return frozenset(
        mark
        for multiplier in programme.multipliers
        if multiplier.id in used
        for mark in marks(multiplier.id, multiplier.limits, day, number)
    )


def marks_of_rights(rights: Mapping[Unit, int], number: str) -> frozenset[str]:
    """The marks of a member's own counted rights that a purchase used, one a use."""
    return frozenset(
        f"{rule}@{per}:{period}:{number}#{use}"
        for unit, uses in rights.items()
        for _, rule, per, period in [unit.split(":", 3)]
        for use in range(uses)
    )


def rights_of(programme: Programme, standing: Standing, day: str) -> Mapping[Unit, int]:
    """What is left to a member of the limits of promotions, coupons and sale rules, by unit."""
    return {
        right_unit(offer.id, limit, day): left_of(offer.id, limit, day, standing.done)
        for offer in (*programme.promotions, *programme.coupons, *programme.sale_rules)
        for limit in offer.limits
        if limit.of == "member"
    }


def rights_of_everyone(programme: Programme, day: str) -> Mapping[Unit, int]:
    """How often each member may have what is limited for each of them, by unit, in the periods of `day`."""
    return {right_unit(rule, limit, day): limit.count for rule, limit in _limits_of(programme) if limit.of == "member"}


def _before(rule: str, limit: Limit, day: str) -> str:
    return f"{rule}@{limit.per}:{period_key(limit.per, day)}:"


def left_for_all(programme: Programme, used: Mapping[Unit, int], day: str) -> Mapping[Unit, int]:
    """What is left of every limit for all and every prize's quota, once `used` is taken off (by unit)."""
    left = {right_unit(rule, limit, day): limit.count for rule, limit in _limits_of(programme) if limit.of == "all"} | {
        quota_unit(draw.id, prize.id): prize.quota
        for draw in programme.draws
        for prize in draw.prizes
        if prize.quota is not None
    }
    left |= {
        budget_unit(offer.id): offer.budget_minor
        for offer in (*programme.promotions, *programme.coupons)
        if offer.budget_minor is not None
    }
    return {unit: count - used.get(unit, 0) for unit, count in left.items()}


def kept_at_office(programme: Programme, day: str) -> frozenset[Unit]:
    """What only head office itself uses of the limits for all: tills need not hold it, and it would lack there."""
    given_there: tuple[Gift | Referral | CashBack, ...] = (
        *programme.gifts,
        *programme.referrals,
        *(each for each in programme.promotions if isinstance(each, CashBack)),
    )
    rights = {right_unit(each.id, limit, day) for each in given_there for limit in each.limits if limit.of == "all"}
    raffles = (draw for draw in programme.draws if draw.kind == "raffle")
    return frozenset(rights | {quota_unit(draw.id, prize.id) for draw in raffles for prize in draw.prizes})


def _limits_of(programme: Programme) -> Iterable[tuple[str, Limit]]:
    rules = (
        *programme.multipliers,
        *programme.actions,
        *programme.gifts,
        *programme.referrals,
        *programme.promotions,
        *programme.coupons,
        *programme.sale_rules,
        *programme.redemptions,
        *programme.top_up_offers,
        *programme.draws,
    )
    yield from ((rule.id, limit) for rule in rules for limit in rule.limits)
    yield from ((each.id, Limit(count=each.per_day, per="day")) for each in programme.passes if each.per_day)
    yield from ((f"{each.id}-trial", Limit(count=1)) for each in programme.memberships if each.trial)
    for draw in programme.draws:
        if draw.free:
            yield f"{draw.id}-free", Limit(count=draw.free, per=draw.free_per or "life")
