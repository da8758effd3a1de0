"""The points that a sale earns at the till: every accrual, multiplied as the member's tier and the day say."""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.lease import Take
from app.domain.ledger import POINTS, Lot, Unit
from app.domain.pricing import PricedBasket
from app.domain.programme.lifecycle.earning import Earned, earned_by
from app.domain.programme.lifecycle.facts import Bought, Paid, SoldLine
from app.domain.programme.model import Accrual, Programme
from app.domain.programme.people import person_on
from app.domain.programme.rights import right_unit
from app.domain.programme.scene import Moment
from app.domain.programme.spans import last_day
from app.domain.sale.basis import Basis
from app.domain.spend import Spend, merged


def points_earned(
    priced: PricedBasket, paid: Sequence[Paid], programme: Programme, basis: Basis | None, day: str
) -> tuple[Earned, ...]:
    """By rule; nothing for who is not named. A limited multiplier counts where this till holds its right.

    `basis`: when it is and what the till holds; without one nothing limited is there on the ISO date `day`.
    """
    view = priced.basket.member
    moment = basis.moment if basis else Moment(day)
    person = person_on(view, programme, moment.day)
    if view is None or person is None:
        return ()
    bought = Bought("", moment, lines_of(priced), tuple(paid))
    held, shared = (basis.held, basis.shared) if basis else ({}, {})
    earned = earned_by(bought, person, programme, _left(programme, held, shared, moment.day))
    return tuple(part for part in earned if part.unit == POINTS)


def rights_earned_by(earned: Iterable[Earned], programme: Programme, day: str) -> tuple[list[Spend], list[Spend]]:
    """The counted rights that the multipliers used: the member's own, and those for all."""
    names = {name for part in earned for name in part.multipliers}
    used = [
        (limit.of, right_unit(each.id, limit, day))
        for each in programme.multipliers
        if each.id in names
        for limit in each.limits
    ]
    own, of_all = ([Spend(unit, 1) for whose, unit in used if whose == of] for of in ("member", "all"))
    return own, of_all


def lots_earned(earned: Iterable[Earned], programme: Programme, day: str) -> tuple[Take, ...]:
    """The points in their lots."""
    rules = {rule.id: rule for rule in programme.accruals}
    return merged(Take(POINTS, points_lot(rules[part.rule], day), part.amount) for part in earned)


def points_lot(rule: Accrual, day: str) -> Lot:
    """The lot of points earned on `day`; points that expire at the end of a year share the lot of their year."""
    begins = f"{day[:4]}-01-01" if rule.lasts.to_end_of == "year" else day
    return Lot("sale", begins, last_day(rule.lasts, day))


def lines_of(priced: PricedBasket) -> tuple[SoldLine, ...]:
    """The lines of a priced basket as a programme hears of them."""
    return tuple(
        SoldLine(
            id=line.line.product.id,
            list_minor=line.list_minor,
            net_minor=line.net_minor,
            category=line.line.product.category,
            goods_class=line.line.product.goods_class,
            brand=line.line.product.brand,
        )
        for line in priced.lines
    )


def _left(programme: Programme, held: Mapping[Unit, int], shared: Mapping[Unit, int], day: str) -> Mapping[Unit, int]:
    return {
        unit: (held if limit.of == "member" else shared).get(unit, 0)
        for multiplier in programme.multipliers
        for limit in multiplier.limits
        for unit in [right_unit(multiplier.id, limit, day)]
    }
