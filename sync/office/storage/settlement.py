"""The postings of merchants, as a settlement needs them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, case, func, select

from app.domain.ids import MerchantId, WalletId
from app.domain.ledger import ACCRUED, OPENED, REDEEMED, TOPPED_UP, TRANSFERRED, EntryKind, Lot, Unit
from app.domain.settlement import Carried, Flow
from sync.office.storage.schema import postings

_PAID_OUT = postings.c.kind == EntryKind.PRINCIPAL_REFUND
_ISSUED = postings.c.place.in_([ACCRUED, TOPPED_UP, OPENED]) & ~_PAID_OUT
_TAKEN = (postings.c.place == REDEEMED) | _PAID_OUT
_OF_HOUSE = postings.c.place.like("house:%")
_LOT = (postings.c.wallet, postings.c.unit, postings.c.lot, postings.c.merchant)


@dataclass(frozen=True, slots=True)
class Total:
    """What a merchant has issued and taken of a unit within a period."""

    merchant: MerchantId
    unit: Unit
    issued: int
    taken: int


def totals_between(connection: Connection, begin_ms: int, end_ms: int) -> Sequence[Total]:
    """By merchant and unit; postings from `begin_ms` to before `end_ms`."""
    within = (postings.c.posted_at >= begin_ms) & (postings.c.posted_at < end_ms)
    # A house row stands against the member's: what was issued is below 0 there.
    issued, taken = _sum_where(_ISSUED, -postings.c.amount), _sum_where(_TAKEN, postings.c.amount)
    by = (postings.c.merchant, postings.c.unit)
    found = connection.execute(
        select(*by, issued, taken).where(_OF_HOUSE, within, _ISSUED | _TAKEN).group_by(*by).order_by(*by)
    )
    return [Total(MerchantId(merchant), Unit(unit), int(i), int(t)) for merchant, unit, i, t in found]


def flows_until(connection: Connection, begin_ms: int, end_ms: int) -> Sequence[Flow]:
    """Every lot, up to the end of the period; what was taken only from its beginning on."""
    issued = _sum_where(_ISSUED, -postings.c.amount)
    taken = _sum_where(_TAKEN & (postings.c.posted_at >= begin_ms), postings.c.amount)
    found = connection.execute(
        select(*_LOT, issued, taken)
        .where(_OF_HOUSE, postings.c.posted_at < end_ms, _ISSUED | _TAKEN)
        .group_by(*_LOT)
        .order_by(*_LOT)
    )
    return [
        Flow(WalletId(wallet), Unit(unit), Lot.from_key(lot), MerchantId(merchant), int(i), int(t))
        for wallet, unit, lot, merchant, i, t in found
    ]


def carried_until(connection: Connection, end_ms: int) -> Sequence[Carried]:
    """What went from wallet to wallet, in the order of posting. The two halves have one source."""
    columns = (postings.c.source, postings.c.unit, postings.c.lot, postings.c.wallet, postings.c.amount)
    rows = connection.execute(
        select(*columns)
        .where(postings.c.place == TRANSFERRED, postings.c.posted_at < end_ms)
        .order_by(postings.c.posted_at, *columns)
    ).all()
    into = {(row.source, row.unit, row.lot): row.wallet for row in rows if row.amount < 0}
    return [
        Carried(
            WalletId(row.wallet),
            WalletId(into[row.source, row.unit, row.lot]),
            Unit(row.unit),
            Lot.from_key(row.lot),
            int(row.amount),
        )
        for row in rows
        if row.amount > 0 and (row.source, row.unit, row.lot) in into
    ]


def _sum_where(condition: ColumnElement[bool], amount: ColumnElement[int]) -> ColumnElement[int]:
    return func.sum(case((condition, amount), else_=0))
