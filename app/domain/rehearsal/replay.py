"""A sale priced again from the facts it carries: the same cents for the same reasons, or in what it differs.

Whether those facts were true is another question (`truth`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.basket import Basket, BasketLine, ManualPrice
from app.domain.catalogue import Measure, Product
from app.domain.lease import Take
from app.domain.ledger import Unit
from app.domain.pricing import PricedBasket, price
from app.domain.programme.lifecycle.facts import Paid
from app.domain.programme.model import Programme
from app.domain.programme.reasons import Reason
from app.domain.programme.sale_rules import counted
from app.domain.sale.basis import Basis, LineBasis
from app.domain.sale.earned import points_earned, rights_earned_by
from app.domain.sale.facts import Sale, SaleLine
from app.domain.sale.then import goods_of, view_then
from app.domain.spend import Spend
from app.domain.tender import is_of_offers, why_not_combined


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says: an amount (minor units, or of the unit), and why, as (code or unit, offer, amount)."""

    amount: int
    why: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`about` is tender, tier, line, points, taken, shared, measure or balance; some have a `number` or a `name`."""

    about: str
    till: Side
    office: Side
    number: int = 0
    name: str = ""


def replay(sale: Sale, programme: Programme) -> tuple[Disagreement, ...]:
    """In what the price differs; empty where it is right to the cent and the reason. The sale has its basis."""
    assert sale.basis is not None
    basket = basket_again(sale, sale.basis)
    moment, shared = sale.basis.moment, sale.basis.shared
    priced = price(basket, programme, moment, shared)
    own, of_all = counted(basket, programme, moment, shared)
    paid = [Paid(tender.kind, tender.amount_minor) for tender in sale.tenders]
    earned = points_earned(priced, paid, programme, sale.basis, moment.day)
    doubled, doubled_by_all = rights_earned_by(earned, programme, moment.day)
    return (
        *_tenders(sale, programme),
        *_tier(sale, priced),
        *_lines(sale, priced),
        *_points(sale, sum(part.amount for part in earned)),
        *_units("taken", sale.spent, (*priced.spends, *own, *doubled)),
        *_units("shared", sale.shared, (*priced.shared_spends, *of_all, *doubled_by_all)),
    )


def basket_again(sale: Sale, basis: Basis) -> Basket:
    """The basket that was sold."""
    more = {line.number: line for line in basis.lines}
    lines = tuple(_basket_line(line, more.get(line.number, LineBasis(line.number))) for line in goods_of(sale))
    return Basket(
        lines=lines,
        member=view_then(sale, basis),
        next_line_id=len(lines) + 1,
        wishes=basis.wishes,
        exceptions=sale.exceptions,
    )


def _basket_line(line: SaleLine, more: LineBasis) -> BasketLine:
    product = Product(
        id=line.product,
        name=line.name,
        price_minor=line.unit_price_minor,
        measure=Measure(line.measure),
        gtin=line.gtin,
        category=line.category,
        brand=more.brand,
        goods_class=line.goods_class,
        member_price_minor=more.member_price_minor,
        tax_rate_basis_points=line.tax_rate_basis_points,
    )
    manual = None
    if line.approval is not None and more.by_hand_minor is not None:
        manual = ManualPrice(more.by_hand_minor, line.approval)
    return BasketLine(line.number, product, line.quantity_milli, more.label_price_minor, manual, line.note)


def _tenders(sale: Sale, programme: Programme) -> Iterator[Disagreement]:
    kinds = [tender.kind for tender in sale.tenders]
    with_offers = any(is_of_offers(line.reasons) for line in sale.lines)
    if why_not_combined(kinds, programme, with_offers=with_offers):
        whys = tuple(("tender", tender.kind, tender.amount_minor) for tender in sale.tenders)
        yield Disagreement("tender", Side(sale.total_minor, whys), Side(0))


def _tier(sale: Sale, priced: PricedBasket) -> Iterator[Disagreement]:
    till, office = (sale.member.tier if sale.member else None), (priced.tier.tier_id if priced.tier else None)
    if till != office:
        here, there = (Side(0, (("tier", str(tier or ""), 0),)) for tier in (till, office))
        yield Disagreement("tier", here, there)


def _lines(sale: Sale, priced: PricedBasket) -> Iterator[Disagreement]:
    again = [(line.net_minor, line.reasons) for line in priced.lines]
    again += [(fee.net_minor, fee.reasons) for fee in priced.fees]
    for number, line in enumerate(sale.lines):
        net_minor, reasons = again[number] if number < len(again) else (0, ())
        if (line.net_minor, line.reasons) != (net_minor, reasons):
            till, office = Side(line.net_minor, _whys(line.reasons)), Side(net_minor, _whys(reasons))
            yield Disagreement("line", till, office, line.number, line.name)
    for number, (net_minor, reasons) in enumerate(again[len(sale.lines) :], start=len(sale.lines) + 1):
        yield Disagreement("line", Side(0), Side(net_minor, _whys(reasons)), number)


def _points(sale: Sale, again: int) -> Iterator[Disagreement]:
    if sale.points != again:
        yield Disagreement("points", Side(sale.points), Side(again))


def _units(about: str, took: Iterable[Take], again: Iterable[Spend]) -> Iterator[Disagreement]:
    till, office = _sums(took), _sums(again)
    if till != office:
        yield Disagreement(about, _side(till), _side(office))


def _sums(parts: Iterable[Take | Spend]) -> Mapping[Unit, int]:
    sums: Counter[Unit] = Counter()
    for part in parts:
        sums[part.unit] += part.amount
    return +sums


def _side(sums: Mapping[Unit, int]) -> Side:
    return Side(sum(sums.values()), tuple((unit, "", amount) for unit, amount in sorted(sums.items())))


def _whys(reasons: Iterable[Reason]) -> tuple[tuple[str, str, int], ...]:
    return tuple((reason.code.value, reason.offer, reason.amount_minor) for reason in reasons)
