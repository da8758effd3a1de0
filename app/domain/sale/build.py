"""A priced basket and its settlement become a sale."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.catalogue import Measure
from app.domain.ids import ProductId, SaleId
from app.domain.lease import Lease, Take, held, take, without
from app.domain.ledger import POINTS_DEBT
from app.domain.money import MILLI
from app.domain.pricing import PricedBasket, PricedFee, PricedLine
from app.domain.programme.lifecycle.facts import Paid
from app.domain.programme.model import ENGINE_VERSION, Programme, TenderType, name_in
from app.domain.sale.basis import Basis
from app.domain.sale.earned import lots_earned, points_earned, rights_earned_by
from app.domain.sale.facts import Origin, Sale, SaleLine, SaleMember, SaleTender
from app.domain.spend import ShortOf, Spend, pay_spends
from app.domain.stored_value import split_spend
from app.domain.tender import Settlement


@dataclass(frozen=True, slots=True)
class SaleFacts:
    """What a sale rests on besides basket and tenders: `leases` of the member's wallet, `day` as ISO date.

    `spends` are the points, coupons and rights that the basket's prices use up; `shared_leases` and `shared_spends` the
    same of the programme's own wallet, where limits for all lie. `basis` is what else the price rests on.
    """

    id: SaleId
    origin: Origin
    day: str
    catalogue_version: int
    cursor: int
    leases: tuple[Lease, ...] = ()
    spends: tuple[Spend, ...] = ()
    shared_leases: tuple[Lease, ...] = ()
    shared_spends: tuple[Spend, ...] = ()
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class ValueShort:
    """The till holds too little of the wallet to take this tender."""

    wanted_minor: int


def build_sale(
    priced: PricedBasket, settlement: Settlement, programme: Programme, facts: SaleFacts
) -> Sale | ValueShort | ShortOf:
    """The sale that these facts make, lots and points worked out; ValueShort or ShortOf where the leases hold less."""
    paid = [
        Paid(tendered.kind, applied)
        for tendered, applied in zip(settlement.tendered, settlement.applied_minor, strict=True)
    ]
    earned = points_earned(priced, paid, programme, facts.basis, facts.day)
    own, of_all = rights_earned_by(earned, programme, facts.day)
    spent = pay_spends(facts.leases, (*facts.spends, *own), facts.day)
    if isinstance(spent, ShortOf):
        return spent
    shared = pay_spends(facts.shared_leases, (*facts.shared_spends, *of_all), facts.day)
    if isinstance(shared, ShortOf):
        return shared
    tenders: list[SaleTender] = []
    left = without(facts.leases, spent)
    for tendered, applied in zip(settlement.tendered, settlement.applied_minor, strict=True):
        takes: tuple[Take, ...] = ()
        if tendered.type is TenderType.STORED_VALUE:
            split = split_spend(left, applied, programme.stored_value.spend_order, facts.day)
            if split is None:
                return ValueShort(applied)
            takes, left = split, without(left, split)
        tenders.append(
            SaleTender(tendered.kind, tendered.type, applied, tendered.given_minor, tendered.reference, takes)
        )
    accrued = lots_earned(earned, programme, facts.day)
    debt = min(sum(part.amount for part in accrued), held(facts.leases, POINTS_DEBT, facts.day))
    return Sale(
        id=facts.id,
        origin=facts.origin,
        currency=programme.currency,
        engine=ENGINE_VERSION,
        programme=programme.id,
        programme_version=programme.version,
        catalogue_version=facts.catalogue_version,
        lines=_sale_lines(priced),
        tenders=tuple(tenders),
        change_minor=settlement.change_minor,
        member=_sale_member(priced, facts.cursor),
        accrued=_beyond(accrued, debt),
        debt_paid=tuple(take(facts.leases, POINTS_DEBT, debt, facts.day)),
        spent=spent,
        shared=shared,
        exceptions=priced.basket.exceptions,
        basis=facts.basis,
    )


def _beyond(accrued: Sequence[Take], debt: int) -> tuple[Take, ...]:
    """What is left of the points earned once a debt is paid with the first of them."""
    left: list[Take] = []
    for part in accrued:
        owed = min(debt, part.amount)
        debt -= owed
        left.append(replace(part, amount=part.amount - owed))
    return tuple(part for part in left if part.amount)


def _sale_lines(priced: PricedBasket) -> tuple[SaleLine, ...]:
    """The goods, then what is asked for beside them; a fee that is waived stands there with its reason."""
    goods = [_sale_line(number, line) for number, line in enumerate(priced.lines, start=1)]
    return (*goods, *(_fee_line(number, fee) for number, fee in enumerate(priced.fees, start=len(goods) + 1)))


def _fee_line(number: int, priced: PricedFee) -> SaleLine:
    fee = priced.fee
    return SaleLine(
        number=number,
        product=ProductId(fee.product or f"fee:{fee.id}"),
        name=name_in(fee.names, ""),
        gtin="",
        category="",
        goods_class="fee",
        measure=Measure.PIECE.value,
        quantity_milli=MILLI,
        unit_price_minor=fee.price_minor,
        list_minor=fee.price_minor,
        net_minor=priced.net_minor,
        tax_rate_basis_points=fee.tax_basis_points,
        reasons=priced.reasons,
    )


def _sale_line(number: int, priced: PricedLine) -> SaleLine:
    line, product = priced.line, priced.line.product
    return SaleLine(
        number=number,
        product=product.id,
        name=product.name,
        gtin=product.gtin or product.plu,
        category=product.category,
        goods_class=product.goods_class,
        measure=product.measure.value,
        quantity_milli=line.quantity_milli,
        unit_price_minor=product.price_minor,
        list_minor=priced.list_minor,
        net_minor=priced.net_minor,
        tax_rate_basis_points=product.tax_rate_basis_points,
        reasons=priced.reasons,
        approval=line.manual.approval if line.manual else None,
        note=line.note,
    )


def _sale_member(priced: PricedBasket, cursor: int) -> SaleMember | None:
    view = priced.basket.member
    if view is None:
        return None
    return SaleMember(
        wallet=view.wallet,
        member=view.member.id if view.member else None,
        card=view.card.number if view.card else None,
        tier=priced.tier.tier_id if priced.tier else None,
        measures=dict(view.member.measures) if view.member else {},
        cursor=cursor,
    )
