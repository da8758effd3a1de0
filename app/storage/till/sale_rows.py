"""A sale and a refund as rows. Recording writes them and `membertill verify` expects exactly them."""

from collections.abc import Mapping

from app.domain.money import included_tax
from app.domain.sale.facts import Refund, Sale

Values = tuple[object, ...]


def sale_row(pos: int, sale: Sale, refunded_minor: int = 0) -> Values:
    """The row of table `sale`."""
    origin, member = sale.origin, sale.member
    return (
        pos,
        sale.id,
        origin.till,
        origin.epoch,
        origin.receipt,
        origin.shift,
        origin.operator,
        origin.business_date,
        origin.at,
        origin.corrected_at,
        member.wallet if member else None,
        member.member if member else None,
        member.card if member else None,
        sale.total_minor,
        sale.saving_minor,
        sale.change_minor,
        len(sale.lines),
        refunded_minor,
    )


def sale_line_rows(pos: int, sale: Sale, refunded: Mapping[int, tuple[int, int]] | None = None) -> list[Values]:
    """The rows of `sale_line`; `refunded` is (thousandths, minor units) by line number."""
    gone = refunded or {}
    return [
        (
            pos,
            line.number,
            line.product,
            line.name,
            line.quantity_milli,
            line.net_minor,
            line.tax_rate_basis_points,
            line.tax_minor,
            *gone.get(line.number, (0, 0)),
        )
        for line in sale.lines
    ]


def sale_tender_rows(pos: int, sale: Sale) -> list[Values]:
    """The rows of `sale_tender`."""
    return [
        (pos, number, tender.kind, tender.type.value, tender.amount_minor, tender.given_minor, tender.reference)
        for number, tender in enumerate(sale.tenders, start=1)
    ]


def taken_over_row(pos: int, sale: Sale) -> Values:
    """The row of table `sale_taken_over`."""
    return (pos, sale.id, sale.origin.receipt_number)


def refund_row(pos: int, refund: Refund, sale_pos: int) -> Values:
    """The row of table `refund`."""
    origin = refund.origin
    return (
        pos,
        refund.id,
        sale_pos,
        origin.till,
        origin.epoch,
        origin.receipt,
        origin.shift,
        origin.operator,
        refund.approval.approved_by,
        origin.business_date,
        origin.at,
        origin.corrected_at,
        refund.wallet,
        refund.total_minor,
    )


def refund_line_rows(pos: int, refund: Refund, tax_rates: Mapping[int, int]) -> list[Values]:
    """The rows of `refund_line`; the tax rates are those of the sold lines, by number."""
    return [
        (
            pos,
            line.number,
            line.quantity_milli,
            line.amount_minor,
            tax_rates[line.number],
            included_tax(line.amount_minor, tax_rates[line.number]),
        )
        for line in refund.lines
    ]


def refund_tender_rows(pos: int, refund: Refund) -> list[Values]:
    """The rows of `refund_tender`."""
    return [
        (pos, number, tender.kind, tender.type.value, tender.amount_minor)
        for number, tender in enumerate(refund.tenders, start=1)
    ]
