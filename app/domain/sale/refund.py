"""What of a sale may still go back, and what goes back with it: money, stored value and points in proportion.

Everything is worked out from what is left, so that the last refund of a sale pays back exactly the rest.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.errors import Refused, Why
from app.domain.ids import SaleId
from app.domain.lease import Lease, Take, take
from app.domain.ledger import POINTS, POINTS_DEBT, Lot
from app.domain.money import allocate, divide_half_up
from app.domain.programme.model import TenderType
from app.domain.sale.facts import Origin, Refund, RefundLine, Sale, SaleLine, SaleTender
from app.domain.spend import less, share_back
from app.domain.staff import Approval

DEBT_LOT = Lot("debt")


@dataclass(frozen=True, slots=True)
class Refundable:
    """What is left of one sale after its earlier refunds."""

    sale: Sale
    lines: tuple[RefundLine, ...]
    tenders: tuple[SaleTender, ...]
    points: int
    spent: tuple[Take, ...] = ()

    @property
    def total_minor(self) -> int:
        """The money that may still go back."""
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
    tenders, spent = sale.tenders, sale.spent
    for refund in earlier:
        tenders = tuple(_less(left, back) for left, back in zip(tenders, refund.tenders, strict=True))
        spent = less(spent, refund.spent_back)
    return Refundable(sale, lines, tenders, sale.points - sum(refund.points for refund in earlier), spent)


def line_amount(left: RefundLine, quantity_milli: int) -> int:
    """What `quantity_milli` of the rest of a line pays back."""
    return divide_half_up(left.amount_minor * quantity_milli, left.quantity_milli) if left.quantity_milli else 0


def build_refund(
    left: Refundable,
    quantities: Mapping[int, int],
    *,
    refund_id: SaleId,
    origin: Origin,
    approval: Approval,
    leases: Sequence[Lease],
) -> Refund | Refused:
    """The refund of `quantities` (thousandths by line number). Money goes back the way it came, in proportion."""
    by_number = {line.number: line for line in left.lines}
    wanted = {number: quantity for number, quantity in quantities.items() if quantity}
    if not wanted:
        return Refused(Why.REFUND_NOTHING)
    for number, quantity in wanted.items():
        if number not in by_number or not 0 < quantity <= by_number[number].quantity_milli:
            return Refused(Why.REFUND_TOO_MUCH, {"line": number})
    lines = tuple(
        RefundLine(number, quantity, line_amount(by_number[number], quantity))
        for number, quantity in sorted(wanted.items())
    )
    total = sum(line.amount_minor for line in lines)
    points = divide_half_up(left.points * total, left.total_minor) if left.total_minor else 0
    points_back = tuple(take(leases, POINTS, points, origin.business_date))
    owed = points - sum(part.amount for part in points_back)
    return Refund(
        id=refund_id,
        sale=left.sale.id,
        sale_receipt_number=left.sale.origin.receipt_number,
        origin=origin,
        currency=left.sale.currency,
        lines=lines,
        tenders=_tenders_back(left.tenders, total),
        approval=approval,
        wallet=left.sale.member.wallet if left.sale.member else None,
        points_back=points_back,
        debt=(Take(POINTS_DEBT, DEBT_LOT, owed),) if owed else (),
        spent_back=share_back(left.spent, total, left.total_minor),
    )


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
