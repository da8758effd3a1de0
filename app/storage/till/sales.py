"""Posted sales and refunds: recording them, and finding them again."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from sqlalchemy import Table

from app.domain.errors import BrokenPromiseError
from app.domain.figures.till_day import ReceiptRow
from app.domain.ids import MemberId, SaleId, ShiftId, WalletId
from app.domain.journal import Event
from app.domain.programme.visits import Visit, Visits
from app.domain.sale.body import refund_from_body, sale_from_body
from app.domain.sale.elsewhere import sale_taken_over
from app.domain.sale.facts import Refund, Sale
from app.ports.store import SaleSummary
from app.storage.till import sale_rows, schema
from app.storage.till.journal import JournalTable
from app.storage.till.receipt_rows import receipt_rows
from app.storage.till.work import Row, Work

_SUMMARY = "SELECT id, till, epoch, receipt, at, total_minor, member, line_count, refunded_minor FROM sale "
_RECENT = _SUMMARY + "ORDER BY pos DESC LIMIT +?"
_RECENT_OF = _SUMMARY + "WHERE wallet = ? ORDER BY pos DESC LIMIT +?"
_VISITS_SINCE = (
    "SELECT sale.pos, sale.business_date, sale.refunded_minor, sale_tender.kind, sum(sale_tender.amount_minor) "
    "FROM sale LEFT JOIN sale_tender ON sale_tender.sale = sale.pos "
    "WHERE sale.wallet = ?1 AND sale.pos > ?2 GROUP BY sale.pos, sale_tender.kind ORDER BY sale.pos"
)
# Of what was bought before; `refund.sale` is the event that holds the sale.
_GIVEN_BACK_SINCE = (
    "SELECT coalesce(sum(total_minor), 0) FROM refund WHERE wallet = ?1 AND pos > ?2 "
    "AND sale NOT IN (SELECT pos FROM sale WHERE wallet = ?1 AND pos > ?2)"
)
# A receipt number may come from anybody's QR code; more digits would not fit the database's integers.
_MOST_DIGITS = 18
_TAKEN_OVER = "SELECT pos FROM sale_taken_over WHERE id = ? ORDER BY pos DESC LIMIT 1"
_BY_NUMBER = "SELECT id FROM sale_taken_over WHERE number = ? ORDER BY pos DESC LIMIT 1"
_REFUND_LINE = (
    "UPDATE sale_line SET refunded_milli = refunded_milli + ?, refunded_minor = refunded_minor + ? "
    "WHERE sale = ? AND number = ?"
)


class SaleTable:
    """Posted sales and refunds."""

    def __init__(self, work: Work, journal: JournalTable) -> None:
        self._work = work
        self._journal = journal

    def record_sale(self, event: Event, sale: Sale) -> None:
        """Keep the sale's rows, count its receipt number and add to the perpetual total."""
        work, pos = self._work, self._work.pos_of(event.seq)
        work.count_receipt(sale.origin, sale.total_minor)
        work.write(schema.insert_rows(schema.sale), *sale_rows.sale_row(pos, sale))
        self._insert_all(schema.sale_line, sale_rows.sale_line_rows(pos, sale))
        self._insert_all(schema.sale_tender, sale_rows.sale_tender_rows(pos, sale))

    def take_over(self, event: Event, sale: Sale) -> None:
        """Keep where a sale of another till stands."""
        pos = self._work.pos_of(event.seq)
        self._work.write(schema.insert_rows(schema.sale_taken_over), *sale_rows.taken_over_row(pos, sale))

    def record_refund(self, event: Event, refund: Refund) -> None:
        """Keep the refund's rows and what of the sale is used up by it (a CHECK refuses more than was sold)."""
        work, pos = self._work, self._work.pos_of(event.seq)
        sale_pos, is_own = self._place_of(refund.sale)
        tax_rates = self._tax_rates(sale_pos, is_own=is_own)
        if any(line.number not in tax_rates for line in refund.lines):
            raise BrokenPromiseError("refund of a line that was not sold")
        work.count_receipt(refund.origin, -refund.total_minor)
        work.write(schema.insert_rows(schema.refund), *sale_rows.refund_row(pos, refund, sale_pos))
        self._insert_all(schema.refund_line, sale_rows.refund_line_rows(pos, refund, tax_rates))
        self._insert_all(schema.refund_tender, sale_rows.refund_tender_rows(pos, refund))
        if is_own:
            for line in refund.lines:
                work.write(_REFUND_LINE, line.quantity_milli, line.amount_minor, sale_pos, line.number)
            work.write(
                "UPDATE sale SET refunded_minor = refunded_minor + ? WHERE pos = ?", refund.goods_minor, sale_pos
            )

    def find(self, receipt_number: str) -> SaleId | None:
        """The sale with this receipt number: of this till, or taken over from another."""
        till, _, rest = receipt_number.strip().rpartition("-")
        till, _, epoch = till.rpartition("-")
        if not all(part.isascii() and part.isdecimal() and len(part) <= _MOST_DIGITS for part in (rest, epoch)):
            return None
        row = self._work.row(
            "SELECT id FROM sale WHERE epoch = ? AND receipt = ? AND till = ?", int(epoch), int(rest), till
        )
        row = row or self._work.row(_BY_NUMBER, receipt_number.strip())
        return SaleId(row[0]) if row else None

    def sale(self, sale_id: SaleId) -> Sale | None:
        """The sale, read from its event."""
        place = self._find_place(sale_id)
        return self._sale_at(*place) if place else None

    def refund(self, refund_id: SaleId) -> Refund | None:
        """The refund, read from its event."""
        row = self._work.row("SELECT pos FROM refund WHERE id = ?", refund_id)
        return refund_from_body(self._event(row[0]).body()) if row else None

    def refunds_of(self, sale_id: SaleId) -> Sequence[Refund]:
        """Its refunds, oldest first; of a sale taken over also those that other tills had made before."""
        place = self._find_place(sale_id)
        if place is None:
            return []
        pos, is_own = place
        before = () if is_own else sale_taken_over(self._event(pos).body())[1]
        rows = self._work.rows("SELECT pos FROM refund WHERE sale = ? ORDER BY pos", pos)
        return [*before, *(refund_from_body(self._event(at).body()) for (at,) in rows)]

    def recent(self, limit: int) -> Sequence[SaleSummary]:
        """The last sales, newest first."""
        return [_summary(row) for row in self._work.rows(_RECENT, limit)]

    def recent_of(self, wallet: WalletId, limit: int) -> Sequence[SaleSummary]:
        """The last sales of a wallet, newest first."""
        return [_summary(row) for row in self._work.rows(_RECENT_OF, wallet, limit)]

    def rows_of_shift(self, shift: ShiftId) -> Sequence[ReceiptRow]:
        """What the shift's figures are made of."""
        return receipt_rows(self._work, shift)

    def visits_since(self, wallet: WalletId, seq: int) -> Visits:
        """What the wallet bought here in events after `seq`, and what came back since."""
        since = self._work.pos_of(seq)
        visits: dict[int, Visit] = {}
        for pos, day, refunded, kind, amount in self._work.rows(_VISITS_SINCE, wallet, since):
            before = visits.get(pos, Visit(day, {}, refunded))
            visits[pos] = replace(before, paid={**before.paid, kind: amount}) if kind else before
        given_back = self._work.row(_GIVEN_BACK_SINCE, wallet, since)
        return Visits(tuple(visits.values()), int(given_back[0]) if given_back else 0)

    def _find_place(self, sale_id: SaleId) -> tuple[int, bool] | None:
        """The event that holds the sale, and whether it was made here. What was taken over last knows most."""
        taken_over = self._work.row(_TAKEN_OVER, sale_id)
        if taken_over is not None:
            return taken_over[0], False
        own = self._work.row("SELECT pos FROM sale WHERE id = ?", sale_id)
        return (own[0], True) if own else None

    def _place_of(self, sale_id: SaleId) -> tuple[int, bool]:
        place = self._find_place(sale_id)
        if place is None:
            raise BrokenPromiseError(f"refund of a sale that this till does not have: {sale_id}")
        return place

    def _sale_at(self, pos: int, is_own: bool) -> Sale:
        body = self._event(pos).body()
        return sale_from_body(body) if is_own else sale_taken_over(body)[0]

    def _tax_rates(self, pos: int, *, is_own: bool) -> dict[int, int]:
        if not is_own:
            return {line.number: line.tax_rate_basis_points for line in self._sale_at(pos, is_own).lines}
        rows = self._work.rows("SELECT number, tax_rate_basis_points FROM sale_line WHERE sale = ?", pos)
        return {number: int(rate) for number, rate in rows}

    def _insert_all(self, table: Table, rows: Sequence[sale_rows.Values]) -> None:
        if rows:
            self._work.write(schema.insert_rows(table, len(rows)), *chain.from_iterable(rows))

    def _event(self, pos: int) -> Event:
        event = self._journal.at(pos)
        if event is None:
            raise BrokenPromiseError(f"the event at {pos} is missing")
        return event


def _summary(row: Row) -> SaleSummary:
    sale_id, till, epoch, receipt, at, total_minor, member, line_count, refunded_minor = row
    return SaleSummary(
        id=SaleId(sale_id),
        receipt_number=f"{till}-{epoch}-{receipt:06d}",
        at=at,
        total_minor=total_minor,
        member=MemberId(member) if member else None,
        line_count=line_count,
        refunded_minor=refunded_minor,
    )
