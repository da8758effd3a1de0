"""The rows that figures are made of, from the facts themselves: head office has no tables of receipts."""

from app.domain.figures.till_day import ReceiptRow
from app.domain.figures.value_day import DealRow
from app.domain.journal import Kind
from app.domain.programme.model import TenderType
from app.domain.sale.facts import Refund, Sale, SaleTender
from app.domain.value.facts import ValueDeal


def row_of_sale(sale: Sale) -> ReceiptRow:
    """The sale; its taxes line by line."""
    taxes = tuple((line.tax_rate_basis_points, line.net_minor, line.tax_minor) for line in sale.lines)
    tenders = _tenders(sale.tenders)
    return ReceiptRow(sale.origin.receipt, False, sale.total_minor, sale.saving_minor, tenders, taxes)


def row_of_refund(refund: Refund) -> ReceiptRow:
    """The refund; of its taxes only the sale knows the rates, so it has none."""
    return ReceiptRow(refund.origin.receipt, True, refund.total_minor, 0, _tenders(refund.tenders), ())


def row_of_deal(kind: Kind, deal: ValueDeal) -> DealRow:
    """A deal of value."""
    return DealRow(kind, deal.origin.receipt, deal.amount_minor, _tenders(deal.tenders))


def _tenders(tenders: tuple[SaleTender, ...]) -> tuple[tuple[str, TenderType, int], ...]:
    return tuple((tender.kind, tender.type, tender.amount_minor) for tender in tenders)
