"""Sales and refunds in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.figures.till_day import ReceiptRow
from app.domain.ids import SaleId, ShiftId, WalletId
from app.domain.journal import Event
from app.domain.programme.visits import Visit, Visits
from app.domain.sale.elsewhere import sale_taken_over
from app.domain.sale.facts import Refund, Sale, SaleLine
from app.ports.store import SaleSummary


@dataclass
class MemorySales:
    """Sales and refunds by id."""

    sales: dict[SaleId, Sale] = field(default_factory=dict)
    refunds: dict[SaleId, Refund] = field(default_factory=dict)

    def record_sale(self, event: Event, sale: Sale) -> None:
        """Keep it."""
        self.sales[sale.id] = sale

    def record_refund(self, event: Event, refund: Refund) -> None:
        """Keep it."""
        self.refunds[refund.id] = refund

    def take_over(self, event: Event, sale: Sale) -> None:
        """Keep it, and what was refunded of it before."""
        self.sales[sale.id] = sale
        self.refunds.update((refund.id, refund) for refund in sale_taken_over(event.body())[1])

    def find(self, receipt_number: str) -> SaleId | None:
        """By the number on the receipt."""
        fit = (sale.id for sale in self.sales.values() if sale.origin.receipt_number == receipt_number)
        return next(fit, None)

    def sale(self, sale_id: SaleId) -> Sale | None:
        """One sale."""
        return self.sales.get(sale_id)

    def refund(self, refund_id: SaleId) -> Refund | None:
        """One refund."""
        return self.refunds.get(refund_id)

    def refunds_of(self, sale_id: SaleId) -> Sequence[Refund]:
        """Its refunds."""
        return [refund for refund in self.refunds.values() if refund.sale == sale_id]

    def recent(self, limit: int) -> Sequence[SaleSummary]:
        """Newest first."""
        return [self._summary(sale) for sale in reversed(self.sales.values())][:limit]

    def recent_of(self, wallet: WalletId, limit: int) -> Sequence[SaleSummary]:
        """Newest first, of one wallet."""
        own = [sale for sale in reversed(self.sales.values()) if sale.member and sale.member.wallet == wallet]
        return [self._summary(sale) for sale in own][:limit]

    def rows_of_shift(self, shift: ShiftId) -> Sequence[ReceiptRow]:
        """The rows of one shift."""
        posted: list[Sale | Refund] = [*self.sales.values(), *self.refunds.values()]
        return [_row(each) for each in posted if each.origin.shift == shift]

    def visits_since(self, wallet: WalletId, seq: int) -> Visits:
        """What the wallet bought here."""
        own = [sale for sale in self.sales.values() if sale.member and sale.member.wallet == wallet]
        return Visits([Visit(each.origin.business_date, _paid(each), self._back(each)) for each in own])

    def _back(self, sale: Sale) -> int:
        return sum(refund.goods_minor for refund in self.refunds_of(sale.id))

    def _summary(self, sale: Sale) -> SaleSummary:
        refunded = sum(refund.total_minor for refund in self.refunds_of(sale.id))
        member = sale.member.member if sale.member else None
        number, at = sale.origin.receipt_number, sale.origin.at
        return SaleSummary(sale.id, number, at, sale.total_minor, member, len(sale.lines), refunded)


def _paid(sale: Sale) -> dict[str, int]:
    paid: dict[str, int] = {}
    for tender in sale.tenders:
        paid[tender.kind] = paid.get(tender.kind, 0) + tender.amount_minor
    return paid


def _row(posted: Sale | Refund) -> ReceiptRow:
    saving = posted.saving_minor if isinstance(posted, Sale) else 0
    tenders = tuple((tender.kind, tender.type, tender.amount_minor) for tender in posted.tenders)
    taxes = tuple((line.tax_rate_basis_points, line.net_minor, line.tax_minor) for line in _sold(posted))
    return ReceiptRow(posted.origin.receipt, isinstance(posted, Refund), posted.total_minor, saving, tenders, taxes)


def _sold(posted: Sale | Refund) -> Sequence[SaleLine]:
    return posted.lines if isinstance(posted, Sale) else ()
