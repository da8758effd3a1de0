"""What of a sale may still go back, and what goes back with it: money, stored value and points in proportion.

Everything is worked out from what is left, so that the last refund of a sale pays back exactly the rest.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.errors import Refused, Why
from app.domain.ids import SaleId
from app.domain.lease import Lease, Take, take, usable, with_back, without
from app.domain.ledger import POINTS, POINTS_DEBT, Lot
from app.domain.money import allocate, divide_half_up
from app.domain.programme.lifecycle.going_back import price_of_missing_points
from app.domain.programme.model import Programme, TenderType
from app.domain.sale.earned import points_gone
from app.domain.sale.facts import Origin, Refund, RefundLine, Sale, SaleLine, SaleTender
from app.domain.spend import PointsRate, less, merged, share_back, so_far
from app.domain.staff import Approval

DEBT_LOT = Lot("debt")


@dataclass(frozen=True, slots=True)
class Refundable:
    """What is left of one sale after its earlier refunds.

    `leases` are what this till holds of its member. `programme` says how points go back; without one by the amount, and
    what is missing becomes a debt. `member_name` is for people: what the register says now.
    """

    sale: Sale
    lines: tuple[RefundLine, ...]
    tenders: tuple[SaleTender, ...]
    points: int
    spent: tuple[Take, ...] = ()
    shared: tuple[Take, ...] = ()
    earned: tuple[Take, ...] = ()
    leases: tuple[Lease, ...] = ()
    programme: Programme | None = None
    member_name: str = ""

    @property
    def rate(self) -> PointsRate | None:
        """What a point that is missing costs where such points come off the refund; None where they become a debt."""
        return price_of_missing_points(self.programme) if self.programme else None

    @property
    def total_minor(self) -> int:
        """What is left of the goods' price."""
        return sum(line.amount_minor for line in self.lines)


def refundable(sale: Sale, earlier: Sequence[Refund]) -> Refundable:
    """The sale less its earlier refunds."""
    quantity: defaultdict[int, int] = defaultdict(int)
    amount: defaultdict[int, int] = defaultdict(int)
    for refund in earlier:
        for line in refund.lines:
            quantity[line.number] += line.quantity_milli
            amount[line.number] += line.amount_minor
    lines = tuple(
        RefundLine(line.number, line.quantity_milli - quantity[line.number], line.net_minor - amount[line.number])
        for line in sale.lines
    )
    tenders, spent, shared, earned = sale.tenders, sale.spent, sale.shared, sale.accrued
    for refund in earlier:
        tenders = tuple(_less(left, back) for left, back in zip(tenders, refund.tenders, strict=True))
        spent, shared = less(spent, refund.spent_back), less(shared, refund.shared_back)
        earned = less(earned, refund.points_back)
    points = sale.points - sum(refund.points for refund in earlier)
    return Refundable(sale, lines, tenders, points, spent, shared, earned)


def line_amount(sold: SaleLine, left: RefundLine, quantity_milli: int) -> int:
    """What `quantity_milli` of the rest of a line pays back; parts add up to what they pay back together."""
    gone = sold.quantity_milli - left.quantity_milli + quantity_milli
    so_far_minor = divide_half_up(sold.net_minor * gone, sold.quantity_milli) if sold.quantity_milli else 0
    return so_far_minor - (sold.net_minor - left.amount_minor)


def build_refund(
    left: Refundable,
    quantities: Mapping[int, int],
    *,
    refund_id: SaleId,
    origin: Origin,
    approval: Approval,
) -> Refund | Refused:
    """The refund of `quantities` (thousandths by line number). Money goes back the way it came, in proportion."""
    lines = _lines_back(left, quantities)
    if isinstance(lines, Refused):
        return lines
    sale, total = left.sale, sum(line.amount_minor for line in lines)
    returned = sale.total_minor - left.total_minor + total
    spent_back = less(share_back(sale.spent, returned, sale.total_minor), less(sale.spent, left.spent))
    points_back, missing = _points_back(left, _points_gone(left, lines), spent_back, origin.business_date)
    rate = left.rate
    kept = min(total, divide_half_up(missing * rate.minor, rate.points)) if rate else 0
    return Refund(
        id=refund_id,
        sale=sale.id,
        sale_receipt_number=sale.origin.receipt_number,
        origin=origin,
        currency=sale.currency,
        lines=lines,
        tenders=_tenders_back(left.tenders, total - kept),
        approval=approval,
        wallet=sale.member.wallet if sale.member else None,
        points_back=points_back,
        debt=(Take(POINTS_DEBT, DEBT_LOT, missing),) if missing and not rate else (),
        spent_back=spent_back,
        programme=sale.programme,
        shared_back=less(share_back(sale.shared, returned, sale.total_minor), less(sale.shared, left.shared)),
        kept_points=missing if rate else 0,
        kept_minor=kept,
    )


def _lines_back(left: Refundable, quantities: Mapping[int, int]) -> tuple[RefundLine, ...] | Refused:
    by_number = {line.number: line for line in left.lines}
    wanted = {number: quantity for number, quantity in quantities.items() if quantity}
    if not wanted:
        return Refused(Why.REFUND_NOTHING)
    for number, quantity in wanted.items():
        if number not in by_number or not 0 < quantity <= by_number[number].quantity_milli:
            return Refused(Why.REFUND_TOO_MUCH, {"line": number})
    return tuple(
        RefundLine(number, quantity, line_amount(sold_line(left.sale, number), by_number[number], quantity))
        for number, quantity in sorted(wanted.items())
    )


def _points_gone(left: Refundable, lines: Iterable[RefundLine]) -> int:
    """How many of the sale's points go with these lines; never fewer than none, however the rules have changed."""
    sale, there = left.sale, {line.number: line.amount_minor for line in left.lines}
    back = {line.number: line.net_minor - there[line.number] for line in sale.lines}
    for line in lines:
        back[line.number] += line.amount_minor
    gone = (
        points_gone(sale, left.programme, back)
        if left.programme
        else so_far(sale.points, sum(back.values()), sale.total_minor)
    )
    return max(0, gone - (sale.points - left.points))


def _points_back(left: Refundable, points: int, spent_back: Sequence[Take], day: str) -> tuple[tuple[Take, ...], int]:
    """The lots that points go back from, those the sale had filled in front, and how many are not there any more."""
    sale = left.sale
    member = sale.member
    here = with_back(member.wallet, left.leases, spent_back) if member else ()
    there = {lease.lot: lease.held for lease in usable(here, POINTS, day)}
    own = [Take(POINTS, part.lot, min(part.amount, there.get(part.lot, 0))) for part in left.earned]
    taken = _first(own, points)
    taken += take(without(here, taken), POINTS, points - sum(part.amount for part in taken), day)
    return merged(taken), points - sum(part.amount for part in taken)


def _first(takes: Sequence[Take], amount: int) -> list[Take]:
    parts: list[Take] = []
    for part in takes:
        wanted = min(part.amount, amount - sum(each.amount for each in parts))
        if wanted > 0:
            parts.append(replace(part, amount=wanted))
    return parts


def sold_line(sale: Sale, number: int) -> SaleLine:
    """The sale's line of that number."""
    return next(line for line in sale.lines if line.number == number)


def _tenders_back(left: Sequence[SaleTender], total: int) -> tuple[SaleTender, ...]:
    parts = allocate(total, [tender.amount_minor for tender in left])
    return tuple(_part_of(tender, amount) for tender, amount in zip(left, parts, strict=True))


def _part_of(tender: SaleTender, amount_minor: int) -> SaleTender:
    takes: tuple[Take, ...] = ()
    if tender.type is TenderType.STORED_VALUE:
        parts = allocate(amount_minor, [part.amount for part in tender.takes])
        takes = tuple(replace(part, amount=amount) for part, amount in zip(tender.takes, parts, strict=True))
    return SaleTender(tender.kind, tender.type, amount_minor, amount_minor, tender.reference, takes)


def _less(tender: SaleTender, back: SaleTender) -> SaleTender:
    takes = tuple(
        replace(part, amount=part.amount - gone.amount) for part, gone in zip(tender.takes, back.takes, strict=True)
    )
    return replace(tender, amount_minor=tender.amount_minor - back.amount_minor, takes=takes)
