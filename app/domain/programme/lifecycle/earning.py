"""What a purchase earns, and what a return takes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.ledger import POINTS, Lot, Unit
from app.domain.money import BASIS_POINTS, allocate, divide_half_up
from app.domain.programme.conditions import holds
from app.domain.programme.lifecycle.facts import Bought, Paid, SoldLine
from app.domain.programme.model import Accrual, Lasting, Multiplier, Programme
from app.domain.programme.rights import GROWTH, right_unit
from app.domain.programme.scene import Person, Scene
from app.domain.programme.spans import last_day

EARNED_ORIGIN = "sale"
_UNITS: Mapping[str, Unit] = {"points": POINTS, "growth": GROWTH}


@dataclass(frozen=True, slots=True)
class Earned:
    """So much of a unit by one accrual rule, and the multipliers that took part (their limits are then used)."""

    unit: Unit
    lot: Lot
    amount: int
    rule: str
    multipliers: tuple[str, ...] = ()
    rights: tuple[Unit, ...] = ()


def earned_by(
    bought: Bought, person: Person, programme: Programme, rights: Mapping[Unit, int] | None = None
) -> tuple[Earned, ...]:
    """What the purchase earns this member. `rights`: what is left of limited multipliers (None = not limited here)."""
    scene = Scene(bought.moment, person, bought.net_minor)
    rules = [rule for rule in programme.accruals if holds(rule.when, scene, programme)]
    multipliers = [
        multiplier
        for multiplier in programme.multipliers
        if holds(multiplier.when, scene, programme) and _is_left(multiplier, bought.moment.day, rights)
    ]
    earned = [_earned(rule, multipliers, bought, person, programme) for rule in rules]
    return tuple(part for part in earned if part.amount)


def lot_of(lasting: Lasting, day: str, origin: str = EARNED_ORIGIN) -> Lot:
    """The lot of what is earned on `day`; what expires at the end of a period shares the lot of its period."""
    return Lot(origin, lasting.starts, last_day(lasting, day))


def base_of(bought: Bought, rule: Accrual, programme: Programme) -> list[int]:
    """What each line of the purchase counts for (minor units), by the programme's `points_on` policy."""
    of_goods = [rule.goods.include(line) for line in bought.lines]
    if programme.policies.points_on == "list":
        amounts: Sequence[int] = [line.list_minor for line in bought.lines]
    elif programme.policies.points_on == "discounted":
        amounts = [line.net_minor for line in bought.lines]
    else:
        kinds = {kind.id for kind in programme.tender_kinds if kind.earns}
        paid = min(sum(part.amount_minor for part in bought.paid if part.kind in kinds), bought.net_minor)
        amounts = allocate(paid, [line.net_minor for line in bought.lines])
    return [amount if mine else 0 for amount, mine in zip(amounts, of_goods, strict=True)]


def back_so_far(earned: int, returned_minor: int, net_minor: int) -> int:
    """Of what a sale earned, the part that goes back once goods worth `returned_minor` of its `net_minor` came back.

    Parts add up: what two returns take is what one return of both takes.
    """
    return earned if returned_minor >= net_minor else earned * returned_minor // net_minor


def _is_left(multiplier: Multiplier, day: str, rights: Mapping[Unit, int] | None) -> bool:
    return rights is None or all(
        rights.get(right_unit(multiplier.id, limit, day), 0) > 0 for limit in multiplier.limits
    )


def _earned(
    rule: Accrual, multipliers: Sequence[Multiplier], bought: Bought, person: Person, programme: Programme
) -> Earned:
    bases = base_of(bought, rule, programme)
    total = sum(bases)
    mine = [each for each in multipliers if each.unit == rule.unit and total >= each.paid_at_least_minor]
    tier_rate = _tier_rate(rule, person, programme)
    groups: dict[tuple[int, tuple[str, ...]], int] = {}
    for base, line in zip(bases, bought.lines, strict=True):
        rate = _rate(tier_rate, [each for each in mine if each.goods.include(line)], programme)
        groups[rate] = groups.get(rate, 0) + base
    parts = allocate(_whole(rule, total), list(groups.values())) if groups else ()
    amount = sum(part * rule.amount * rate // BASIS_POINTS for part, (rate, _) in zip(parts, groups, strict=True))
    used = tuple(sorted({name for (_, names), base in groups.items() if base for name in names}))
    rights = tuple(
        right_unit(each.id, limit, bought.moment.day) for each in mine if each.id in used for limit in each.limits
    )
    return Earned(_UNITS[rule.unit], lot_of(rule.lasts, bought.moment.day), amount, rule.id, used, rights)


def _whole(rule: Accrual, base_minor: int) -> int:
    if rule.rounding == "down":
        return base_minor // rule.per_minor
    if rule.rounding == "up":
        return -(-base_minor // rule.per_minor)
    return divide_half_up(base_minor, rule.per_minor)


def _tier_rate(rule: Accrual, person: Person, programme: Programme) -> int:
    """The best rate among the tiers held."""
    if not rule.tier_rates:
        return BASIS_POINTS
    held = [tier.benefits for tier in programme.tiers if tier.tier_id in person.tiers]
    rates = [
        held_rate.points_basis_points if rule.unit == "points" else held_rate.growth_basis_points for held_rate in held
    ]
    return max(rates, default=BASIS_POINTS)


def _rate(tier_rate: int, multipliers: Sequence[Multiplier], programme: Programme) -> tuple[int, tuple[str, ...]]:
    """The rate of a line with the multipliers that make it; the tier's rate counts as one of them."""
    if not multipliers:
        return tier_rate, ()
    names = tuple(sorted(each.id for each in multipliers))
    if programme.policies.multipliers == "add":
        extra = sum(each.rate_basis_points - BASIS_POINTS for each in multipliers)
        return tier_rate + extra, names
    if programme.policies.multipliers == "multiply":
        rate = tier_rate
        for each in multipliers:
            rate = rate * each.rate_basis_points // BASIS_POINTS
        return rate, names
    best = max(multipliers, key=lambda each: (each.rate_basis_points, each.id))
    return (best.rate_basis_points, (best.id,)) if best.rate_basis_points > tier_rate else (tier_rate, ())


def gone_by_item(
    earned: int,
    bought: Bought,
    back: Mapping[int, int],
    person: Person,
    programme: Programme,
    rights: Mapping[Unit, int],
    unit: Unit,
) -> int:
    """Of what a purchase earned of a unit, the part that is gone as if what came back had never been sold.

    `back` is in minor units by line. Under other rules than it was earned by, the part is one in proportion.
    """
    if not any(back.values()):
        return 0
    whole = _sum_of(unit, earned_by(bought, person, programme, rights))
    rest = _sum_of(unit, _earned_without(bought, back, person, programme, rights))
    if whole == earned:
        return earned - min(earned, rest)
    if whole <= 0:
        return back_so_far(earned, sum(back.values()), bought.net_minor)
    return earned - earned * min(whole, rest) // whole


def _earned_without(
    bought: Bought, back: Mapping[int, int], person: Person, programme: Programme, rights: Mapping[Unit, int]
) -> tuple[Earned, ...]:
    lines = _sold_again(bought.lines, back)
    left = sum(line.net_minor for line in lines)
    if left <= 0:
        return ()
    shares = allocate(left, [part.amount_minor for part in bought.paid]) if bought.paid else ()
    paid = tuple(Paid(part.kind, share) for part, share in zip(bought.paid, shares, strict=True))
    return earned_by(replace(bought, lines=lines, paid=paid), person, programme, rights)


def _sum_of(unit: Unit, earned: Sequence[Earned]) -> int:
    return sum(part.amount for part in earned if part.unit == unit)


def _sold_again(lines: Sequence[SoldLine], back: Mapping[int, int]) -> tuple[SoldLine, ...]:
    """The lines as if what came back (`back`: minor units by index) had never been sold."""
    left = []
    for index, line in enumerate(lines):
        net = line.net_minor - back.get(index, 0)
        listed = line.list_minor * net // line.net_minor if line.net_minor else 0
        left.append(replace(line, list_minor=listed, net_minor=net))
    return tuple(left)
