"""The figures of an X or Z report: sales, refunds, tenders, tax and the cash that must be in the drawer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.figures.value_day import DealRow, ValueDay, value_day
from app.domain.programme.model import TenderType


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One posted sale or refund. Amounts of a refund are positive here too; `is_refund` gives the sign.

    `tenders` are (kind, type, amount), `taxes` are (rate in basis points, gross, tax inside).
    """

    receipt: int
    is_refund: bool
    total_minor: int
    saving_minor: int
    tenders: tuple[tuple[str, TenderType, int], ...]
    taxes: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class TillDay:
    """The figures. `tenders` by kind are net of refunds; `taxes` by rate are (gross, tax), net of refunds.

    `value` is money taken for stored value: no sale, yet its cash lies in the drawer.
    """

    sale_count: int
    sales_minor: int
    refund_count: int
    refunds_minor: int
    saving_minor: int
    first_receipt: int
    last_receipt: int
    tenders: Mapping[str, int]
    taxes: Mapping[int, tuple[int, int]]
    float_minor: int
    paid_in_minor: int
    paid_out_minor: int
    cash_sales_minor: int
    drawer_openings: int
    expected_cash_minor: int
    perpetual_minor: int
    value: ValueDay = field(default_factory=ValueDay)

    @property
    def net_minor(self) -> int:
        """Sales less refunds."""
        return self.sales_minor - self.refunds_minor


def till_day(
    rows: Iterable[ReceiptRow],
    *,
    float_minor: int,
    cash_moves_minor: Sequence[int],
    drawer_openings: int,
    perpetual_minor: int,
    deals: Sequence[DealRow] = (),
) -> TillDay:
    """The figures of one shift, minor units.

    `cash_moves_minor` are cash paid in (positive) and out (negative) without a sale; `perpetual_minor` is the
    till's grand total of sales less refunds since its first day; `deals` are top-ups, their refunds and transfers.
    """
    sales: list[ReceiptRow] = []
    refunds: list[ReceiptRow] = []
    tenders: defaultdict[str, int] = defaultdict(int)
    taxes: defaultdict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    cash = 0
    for row in rows:
        (refunds if row.is_refund else sales).append(row)
        sign = -1 if row.is_refund else 1
        for kind, tender_type, amount in row.tenders:
            tenders[kind] += sign * amount
            cash += sign * amount if tender_type is TenderType.CASH else 0
        for rate, gross, tax in row.taxes:
            taxes[rate] = (taxes[rate][0] + sign * gross, taxes[rate][1] + sign * tax)
    receipts = [*(row.receipt for row in (*sales, *refunds)), *(row.receipt for row in deals)]
    value = value_day(deals)
    return TillDay(
        sale_count=len(sales),
        sales_minor=sum(row.total_minor for row in sales),
        refund_count=len(refunds),
        refunds_minor=sum(row.total_minor for row in refunds),
        saving_minor=sum(row.saving_minor for row in sales),
        first_receipt=min(receipts, default=0),
        last_receipt=max(receipts, default=0),
        tenders=dict(tenders),
        taxes=dict(taxes),
        float_minor=float_minor,
        paid_in_minor=sum(move for move in cash_moves_minor if move > 0),
        paid_out_minor=-sum(move for move in cash_moves_minor if move < 0),
        cash_sales_minor=cash,
        drawer_openings=drawer_openings,
        expected_cash_minor=float_minor + cash + value.cash_minor + sum(cash_moves_minor),
        perpetual_minor=perpetual_minor,
        value=value,
    )
