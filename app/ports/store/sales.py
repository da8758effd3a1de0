"""Posted sales and refunds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.figures.till_day import ReceiptRow
from app.domain.ids import MemberId, SaleId, ShiftId, WalletId
from app.domain.journal import Event
from app.domain.programme.visits import Visits
from app.domain.sale.facts import Refund, Sale


@dataclass(frozen=True, slots=True)
class SaleSummary:
    """One line in a list of recent sales."""

    id: SaleId
    receipt_number: str
    at: int
    total_minor: int
    member: MemberId | None
    line_count: int
    refunded_minor: int


class Sales(Protocol):
    """Posted sales and refunds."""

    def record_sale(self, event: Event, sale: Sale) -> None:
        """Keep the sale's rows, count its receipt number and add to the perpetual total."""

    def record_refund(self, event: Event, refund: Refund) -> None:
        """Keep the refund's rows and what of the sale is used up by it (a CHECK refuses more than was sold)."""

    def take_over(self, event: Event, sale: Sale) -> None:
        """This till was lent the right to refund a sale of another one; the event says what was refunded before."""

    def find(self, receipt_number: str) -> SaleId | None:
        """The sale with this receipt number: of this till, or taken over from another."""

    def sale(self, sale_id: SaleId) -> Sale | None:
        """The sale, read from its event."""

    def refund(self, refund_id: SaleId) -> Refund | None:
        """The refund, read from its event."""

    def refunds_of(self, sale_id: SaleId) -> Sequence[Refund]:
        """Its refunds, oldest first."""

    def recent(self, limit: int) -> Sequence[SaleSummary]:
        """The last sales, newest first."""

    def recent_of(self, wallet: WalletId, limit: int) -> Sequence[SaleSummary]:
        """The last sales of a wallet, newest first."""

    def rows_of_shift(self, shift: ShiftId) -> Sequence[ReceiptRow]:
        """What the shift's figures are made of."""

    def visits_since(self, wallet: WalletId, seq: int) -> Visits:
        """What the wallet bought here in events after `seq`, and what came back since."""
