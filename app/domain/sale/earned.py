"""The points that a sale earns at the till, as the member's tier and the day say; and what a return takes of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.domain.lease import Take
from app.domain.ledger import POINTS, Lot, Unit
from app.domain.member import MemberView
from app.domain.pricing import PricedBasket
from app.domain.programme.lifecycle.earning import Earned, back_so_far, earned_by, gone_by_item
from app.domain.programme.lifecycle.facts import Bought, Paid, SoldLine
from app.domain.programme.lifecycle.measuring import measures_with
from app.domain.programme.model import Accrual, Programme, Tier
from app.domain.programme.people import person_on, tier_held
from app.domain.programme.rights import right_unit
from app.domain.programme.scene import Moment, Person
from app.domain.programme.spans import last_day
from app.domain.sale.basis import Basis
from app.domain.sale.facts import Sale
from app.domain.sale.then import goods_of, sold_lines, view_then
from app.domain.spend import Spend, merged


def points_earned(
    priced: PricedBasket, paid: Sequence[Paid], programme: Programme, basis: Basis | None, day: str
) -> tuple[Earned, ...]:
    """By rule; nothing for who is not named. A limited multiplier counts where this till holds its right.

    `basis`: when it is and what the till holds; without one nothing limited is there on the ISO date `day`.
    """
    moment = basis.moment if basis else Moment(day)
    bought = Bought("", moment, lines_of(priced), tuple(paid))
    person = _earner(priced.basket.member, programme, bought)
    if person is None:
        return ()
    earned = earned_by(bought, person, programme, _left(programme, basis, moment.day))
    return tuple(part for part in earned if part.unit == POINTS)


def tier_reached(priced: PricedBasket, sale: Sale, programme: Programme, moment: Moment) -> Tier | None:
    """The main tier that the member comes to with this sale; None where it lifts nobody.

    Prices are those of the tier before: only what is earned can be by the new one (`current_sale_counts_for_tier`).
    """
    before = priced.basket.member
    if before is None or before.member is None:
        return None
    paid = tuple(Paid(tender.kind, tender.amount_minor) for tender in sale.tenders)
    after = _with_it(before, programme, Bought(sale.id, moment, lines_of(priced), paid))
    reached = tier_held(after, programme)
    return reached if reached != tier_held(before, programme) else None


def points_gone(sale: Sale, programme: Programme, back: Mapping[int, int]) -> int:
    """Of the points that a sale brought, those gone once so much (minor units by line number) of it came back.

    By the policy `return_reverses`; a sale that does not say what it rests on goes back by the amount.
    """
    basis = sale.basis
    if programme.policies.return_reverses == "amount" or basis is None:
        return back_so_far(sale.points, sum(back.values()), sale.total_minor)
    bought = _bought_then(sale, basis)
    person = _earner(view_then(sale, basis), programme, bought)
    if person is None:
        return 0
    by_index = {line.number - 1: back.get(line.number, 0) for line in goods_of(sale)}
    rights = _left(programme, basis, basis.moment.day)
    return gone_by_item(sale.points, bought, by_index, person, programme, rights, POINTS)


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
            note=line.line.note,
        )
        for line in priced.lines
    )


def _bought_then(sale: Sale, basis: Basis) -> Bought:
    """The goods as they were sold, fees left out."""
    paid = tuple(Paid(tender.kind, tender.amount_minor) for tender in sale.tenders)
    return Bought(sale.id, basis.moment, sold_lines(sale, goods_of(sale)), paid)


def _earner(view: MemberView | None, programme: Programme, bought: Bought) -> Person | None:
    """Who earns: the member as they are, or in the tier that they reach with it (`current_sale_counts_for_tier`)."""
    if view and programme.policies.current_sale_counts_for_tier:
        view = _with_it(view, programme, bought)
    return person_on(view, programme, bought.moment.day)


def _with_it(view: MemberView, programme: Programme, bought: Bought) -> MemberView:
    """The member as they are once they have bought this."""
    member, day = view.member, bought.moment.day
    if member is None:
        return view
    measures = measures_with(programme, member.measures, bought, first_today=member.last_visit_on != day)
    more = {name: value - member.measures.get(name, 0) for name, value in measures.items()}
    added = {name: member.added.get(name, 0) + here for name, here in more.items()}
    return replace(view, member=replace(member, measures=measures, added=added, last_visit_on=day))


def _left(programme: Programme, basis: Basis | None, day: str) -> Mapping[Unit, int]:
    held, shared = (basis.held, basis.shared) if basis else ({}, {})
    return {
        unit: (held if limit.of == "member" else shared).get(unit, 0)
        for multiplier in programme.multipliers
        for limit in multiplier.limits
        for unit in [right_unit(multiplier.id, limit, day)]
    }
