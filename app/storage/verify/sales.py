"""Sales and refunds: their rows against their bodies, what was refunded of each line, receipt numbers without a gap."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from app.domain.journal import Kind
from app.domain.sale.body import refund_from_body, sale_from_body
from app.domain.sale.elsewhere import sale_taken_over
from app.domain.sale.facts import Refund, Sale
from app.domain.value.body import WITH_RECEIPT
from app.storage.till import sale_rows, schema
from app.storage.verify.finding import Finding, Seen, read_or_none
from app.storage.verify.rows import Row, RowsByEvent, differences


class TableInStep:
    """A table whose rows must be exactly those that the events make."""

    def __init__(self, connection: Any, table: Table, *, leave_out: int = 0) -> None:
        columns = schema.column_names(table)
        self._name = table.name
        self._columns = columns[: len(columns) - leave_out]  # what later events change stands at the end
        order = ", ".join(column.name for column in table.primary_key.columns)
        sql = f"SELECT {', '.join(self._columns)} FROM {table.name} ORDER BY {order}"
        self._rows = RowsByEvent(connection, table.name, sql)

    def compare(self, seen: Seen, expected: list[sale_rows.Values] | None) -> Iterator[Finding]:
        """What differs; None where the body cannot be read."""
        found = self._rows.of(seen)
        if expected is not None:
            wanted = [tuple(row[: len(self._columns)]) for row in expected]
            yield from differences(self._name, self._columns, seen.event.seq, wanted, found)

    def left(self) -> Iterator[Finding]:
        """Rows of no event."""
        yield from self._rows.left()


class SaleCheck:
    """The rows of sales, their lines and tenders."""

    def __init__(self, connection: Any) -> None:
        self._sales = TableInStep(connection, schema.sale, leave_out=1)
        self._lines = TableInStep(connection, schema.sale_line, leave_out=2)
        self._tenders = TableInStep(connection, schema.sale_tender)

    def see(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong with this sale's rows."""
        pos, body = seen.pos, seen.body
        sale: Sale | None = None
        if seen.event.kind == Kind.SALE:
            sale = read_or_none(lambda: sale_from_body(body)) if body is not None else None
            if sale is None:
                yield Finding("event", seen.event.seq, "the sale cannot be read")
        unreadable = sale is None and seen.event.kind == Kind.SALE
        nothing: list[sale_rows.Values] | None = None if unreadable else []
        yield from self._sales.compare(seen, [sale_rows.sale_row(pos, sale)] if sale else nothing)
        yield from self._lines.compare(seen, sale_rows.sale_line_rows(pos, sale) if sale else nothing)
        yield from self._tenders.compare(seen, sale_rows.sale_tender_rows(pos, sale) if sale else nothing)

    def finish(self) -> Iterator[Finding]:
        """Rows of no sale."""
        for table in (self._sales, self._lines, self._tenders):
            yield from table.left()


class RefundCheck:
    """The rows of refunds, and what they have used up of the sales."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._refunds = TableInStep(connection, schema.refund)
        self._lines = TableInStep(connection, schema.refund_line)
        self._tenders = TableInStep(connection, schema.refund_tender)
        self._taken_over = TableInStep(connection, schema.sale_taken_over)
        # Sales of other tills by id: the event by which each was taken over last, and its tax rates.
        self._guests: dict[str, tuple[int, dict[int, int]]] = {}
        self._of_sales: defaultdict[int, int] = defaultdict(int)
        self._of_lines: defaultdict[tuple[int, int], tuple[int, int]] = defaultdict(lambda: (0, 0))
        self._offset = 0

    def see(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong with this refund's rows."""
        pos, body = seen.pos, seen.body
        self._offset = pos - seen.event.seq
        yield from self._see_taken_over(seen)
        rows: list[list[sale_rows.Values] | None] = [[], [], []]
        if seen.event.kind == Kind.REFUND:
            refund = read_or_none(lambda: refund_from_body(body)) if body is not None else None
            sold = self._sold(refund) if refund else None
            if refund is None or sold is None:
                yield Finding("event", seen.event.seq, "the refund, or its sale, cannot be read")
                rows = [None, None, None]
            else:
                if refund.sale not in self._guests:
                    self._count(refund, sold[0])
                rows = [
                    [sale_rows.refund_row(pos, refund, sold[0])],
                    sale_rows.refund_line_rows(pos, refund, sold[1]),
                    sale_rows.refund_tender_rows(pos, refund),
                ]
        for table, expected in zip((self._refunds, self._lines, self._tenders), rows, strict=True):
            yield from table.compare(seen, expected)

    def finish(self) -> Iterator[Finding]:
        """Rows of no refund, and sales that say something else was refunded."""
        for table in (self._refunds, self._lines, self._tenders, self._taken_over):
            yield from table.left()
        stored = dict(
            self._connection.execute("SELECT pos, refunded_minor FROM sale WHERE refunded_minor <> 0").fetchall()
        )
        for pos in sorted(stored.keys() | self._of_sales.keys()):
            if stored.get(pos, 0) != self._of_sales.get(pos, 0):
                yield Finding("sale", pos - self._offset, "refunded_minor differs from its refunds")
        sql = (
            "SELECT sale, number, refunded_milli, refunded_minor FROM sale_line "
            "WHERE refunded_milli <> 0 OR refunded_minor <> 0"
        )
        lines = {(sale, number): (milli, minor) for sale, number, milli, minor in self._connection.execute(sql)}
        for line in sorted(lines.keys() | self._of_lines.keys()):
            if lines.get(line, (0, 0)) != self._of_lines.get(line, (0, 0)):
                seq = line[0] - self._offset
                yield Finding("sale_line", seq, f"what was refunded of line {line[1]} differs from its refunds")

    def _see_taken_over(self, seen: Seen) -> Iterator[Finding]:
        body = seen.body
        rows: list[sale_rows.Values] | None = []
        if seen.event.kind == Kind.SALE_TAKEN_OVER:
            taken = read_or_none(lambda: sale_taken_over(body)) if body is not None else None
            rows = [sale_rows.taken_over_row(seen.pos, taken[0])] if taken else None
            if taken is None:
                yield Finding("event", seen.event.seq, "the sale taken over cannot be read")
            else:
                rates = {line.number: line.tax_rate_basis_points for line in taken[0].lines}
                self._guests[taken[0].id] = (seen.pos, rates)
        yield from self._taken_over.compare(seen, rows)

    def _sold(self, refund: Refund) -> tuple[int, dict[int, int]] | None:
        guest = self._guests.get(refund.sale)
        if guest is not None:
            return guest if all(line.number in guest[1] for line in refund.lines) else None
        row: Row | None = self._connection.execute("SELECT pos FROM sale WHERE id = ?", (refund.sale,)).fetchone()
        if row is None:
            return None
        lines = self._connection.execute(
            "SELECT number, tax_rate_basis_points FROM sale_line WHERE sale = ?", (row[0],)
        ).fetchall()
        rates = {number: int(rate) for number, rate in lines}
        return (row[0], rates) if all(line.number in rates for line in refund.lines) else None

    def _count(self, refund: Refund, sale_pos: int) -> None:
        self._of_sales[sale_pos] += refund.goods_minor
        for line in refund.lines:
            milli, minor = self._of_lines[sale_pos, line.number]
            self._of_lines[sale_pos, line.number] = (milli + line.quantity_milli, minor + line.amount_minor)


class ReceiptCheck:
    """Receipt numbers of sales, refunds and value deals follow one another without a gap, in each epoch from 1."""

    def __init__(self) -> None:
        self._epoch = 0
        self.last = 0

    def see(self, seen: Seen) -> Iterator[Finding]:
        """A number that does not follow."""
        event, body = seen.event, seen.body
        if event.epoch != self._epoch:
            self._epoch, self.last = event.epoch, 0
        if body is None or event.kind not in WITH_RECEIPT:
            return
        receipt = read_or_none(lambda: int(body["origin"]["receipt"]))
        if receipt != self.last + 1:
            yield Finding("event", event.seq, f"receipt {receipt} follows {self.last}")
        self.last = receipt if receipt is not None else self.last + 1

    def finish(self) -> Iterator[Finding]:
        """Nothing shows at the end only."""
        yield from ()
