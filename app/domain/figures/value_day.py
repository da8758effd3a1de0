"""The figures of value bought and paid back in a shift: money taken that is no sale."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.journal import Kind
from app.domain.programme.model import TenderType

_SERVICES = (
    Kind.REDEMPTION,
    Kind.PASS_USE,
    Kind.PASS_SALE,
    Kind.DRAW,
    Kind.MEMBERSHIP_SALE,
    Kind.MEMBER_ACTION,
)


@dataclass(frozen=True, slots=True)
class DealRow:
    """One deal. `amount_minor` is positive; `tenders` are (kind, type, amount), none for a transfer."""

    kind: Kind
    receipt: int
    amount_minor: int
    tenders: tuple[tuple[str, TenderType, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ValueDay:
    """Counts and sums (minor units). `tenders` by kind are money taken less refunds, `cash_minor` is the cash of it.

    Services are passes, memberships, redemptions, draws and members' actions; most cost no money.
    """

    top_up_count: int = 0
    topped_up_minor: int = 0
    refund_count: int = 0
    refunded_minor: int = 0
    transfer_count: int = 0
    transferred_minor: int = 0
    service_count: int = 0
    services_minor: int = 0
    cash_minor: int = 0
    tenders: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the kind happened."""
        return not (self.top_up_count or self.refund_count or self.transfer_count or self.service_count)


def value_day(rows: Iterable[DealRow]) -> ValueDay:
    """The figures of one shift's deals."""
    counts: defaultdict[Kind, int] = defaultdict(int)
    sums: defaultdict[Kind, int] = defaultdict(int)
    tenders: defaultdict[str, int] = defaultdict(int)
    cash = 0
    for row in rows:
        counts[row.kind] += 1
        sums[row.kind] += row.amount_minor
        sign = -1 if row.kind is Kind.PRINCIPAL_REFUND else 1
        for kind, tender_type, amount in row.tenders:
            tenders[kind] += sign * amount
            cash += sign * amount if tender_type is TenderType.CASH else 0
    return ValueDay(
        counts[Kind.TOP_UP],
        sums[Kind.TOP_UP],
        counts[Kind.PRINCIPAL_REFUND],
        sums[Kind.PRINCIPAL_REFUND],
        counts[Kind.TRANSFER],
        sums[Kind.TRANSFER],
        sum(counts[kind] for kind in _SERVICES),
        sum(sums[kind] for kind in _SERVICES),
        cash,
        dict(tenders),
    )
