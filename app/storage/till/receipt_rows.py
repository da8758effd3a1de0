"""What a shift's figures are made of: its receipts with their tenders and taxes, in six indexed reads."""

from collections import defaultdict
from collections.abc import Sequence

from app.domain.figures.till_day import ReceiptRow
from app.domain.ids import ShiftId
from app.domain.programme.model import TenderType
from app.storage.till.work import Work

# Only one shift is open at a time, so that its events lie between its opening and its closing: no index is needed.
_RANGE = "SELECT pos, coalesce(closed, 9223372036854775807) FROM shift WHERE id = ?"

_SALES = "SELECT pos, receipt, total_minor, saving_minor FROM sale WHERE pos BETWEEN ? AND ? AND shift = ?"
_SALE_TENDERS = (
    "SELECT sale, kind, type, amount_minor FROM sale_tender WHERE sale BETWEEN ? AND ? ORDER BY sale, number"
)
_SALE_TAXES = (
    "SELECT sale, tax_rate_basis_points, sum(net_minor), sum(tax_minor) FROM sale_line "
    "WHERE sale BETWEEN ? AND ? GROUP BY sale, tax_rate_basis_points"
)
_REFUNDS = "SELECT pos, receipt, total_minor, 0 FROM refund WHERE pos BETWEEN ? AND ? AND shift = ?"
_REFUND_TENDERS = (
    "SELECT refund, kind, type, amount_minor FROM refund_tender WHERE refund BETWEEN ? AND ? ORDER BY refund, number"
)
_REFUND_TAXES = (
    "SELECT refund, tax_rate_basis_points, sum(amount_minor), sum(tax_minor) FROM refund_line "
    "WHERE refund BETWEEN ? AND ? GROUP BY refund, tax_rate_basis_points"
)


def receipt_rows(work: Work, shift: ShiftId) -> Sequence[ReceiptRow]:
    """The receipts of a shift in the order of their numbers."""
    bounds = work.row(_RANGE, shift)
    if bounds is None:
        return []
    first, last = bounds
    sales = _read(work, shift, first, last, (_SALES, _SALE_TENDERS, _SALE_TAXES), is_refund=False)
    refunds = _read(work, shift, first, last, (_REFUNDS, _REFUND_TENDERS, _REFUND_TAXES), is_refund=True)
    return sorted([*sales, *refunds], key=lambda row: row.receipt)


def _read(
    work: Work, shift: ShiftId, first: int, last: int, queries: tuple[str, str, str], *, is_refund: bool
) -> Sequence[ReceiptRow]:
    receipts, tender_query, tax_query = queries
    tenders: defaultdict[int, list[tuple[str, TenderType, int]]] = defaultdict(list)
    for pos, kind, tender_type, amount in work.rows(tender_query, first, last):
        tenders[pos].append((kind, TenderType(tender_type), amount))
    taxes: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for pos, rate, gross, tax in work.rows(tax_query, first, last):
        taxes[pos].append((rate, gross, tax))
    return [
        ReceiptRow(receipt, is_refund, total, saving, tuple(tenders[pos]), tuple(taxes[pos]))
        for pos, receipt, total, saving in work.rows(receipts, first, last, shift)
    ]
