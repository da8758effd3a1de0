"""Sales and refunds in the journals of tills, found by receipt number or by the sale they give back."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from app.domain.ids import TillId, WalletId
from app.domain.journal import Kind
from app.domain.sale.elsewhere import REFUND_RIGHT, RIGHT_LOT
from app.domain.value.body import WITH_RECEIPT
from sync.office.storage.chains import Chain
from sync.office.storage.schema import journal, leases
from sync.office.storage.sets import insert_set

_OF_CHAIN = (journal.c.till == bindparam("of_till"), journal.c.epoch == bindparam("of_epoch"))
_NEXT_WITH_RECEIPT = (
    select(journal.c.seq, journal.c.kind, journal.c.payload)
    .where(
        *_OF_CHAIN,
        journal.c.seq.between(bindparam("first_seq"), bindparam("last_seq")),
        journal.c.kind.in_(sorted(WITH_RECEIPT)),
    )
    .order_by(journal.c.seq)
    .limit(1)
)
_REFUNDS = select(journal.c.payload).where(*_OF_CHAIN, journal.c.kind == Kind.REFUND.value).order_by(journal.c.seq)
_BY_ID = select(journal.c.kind).where(journal.c.till == bindparam("of_till"), journal.c.id == bindparam("of_id"))
_HOLDERS = select(leases.c.till).where(leases.c.wallet == bindparam("of_wallet")).distinct().order_by(leases.c.till)


def sale_by_receipt(connection: Connection, chain: Chain, receipt: int) -> dict[str, Any] | None:
    """The body of the sale with this number. Numbers rise with the events, so that halving finds it in a few looks."""
    first, last = 1, chain.applied_seq
    while first <= last:
        middle = (first + last) // 2
        row = connection.execute(
            _NEXT_WITH_RECEIPT,
            {"of_till": chain.till, "of_epoch": chain.epoch, "first_seq": middle, "last_seq": last},
        ).first()
        body = json.loads(bytes(row.payload))["body"] if row else None
        number = _receipt_in(body) if body else None
        if row is None or body is None or number is None or number > receipt:
            last = middle - 1
        elif number < receipt:
            first = row.seq + 1
        else:
            return body if row.kind == Kind.SALE and isinstance(body.get("sale"), str) else None
    return None


def is_sale(connection: Connection, till: TillId, event_id: str) -> bool:
    """Whether this till has made such a sale."""
    kinds = connection.execute(_BY_ID, {"of_till": till, "of_id": event_id}).scalars()
    return Kind.SALE in set(kinds)


def refunds_of(connection: Connection, chains: Iterable[Chain], sale: str) -> Sequence[dict[str, Any]]:
    """The bodies of all refunds of a sale in these chains."""
    mark = json.dumps(sale).encode()
    found: list[dict[str, Any]] = []
    for chain in chains:
        for payload in connection.execute(_REFUNDS, {"of_till": chain.till, "of_epoch": chain.epoch}).scalars():
            if mark in bytes(payload):
                body = json.loads(bytes(payload))["body"]
                if isinstance(body, dict) and body.get("sale") == sale:
                    found.append(body)
    return found


def holders_of_right(connection: Connection, wallet: WalletId) -> Sequence[TillId]:
    """Tills that were ever lent something out of this wallet."""
    return [TillId(till) for till in connection.execute(_HOLDERS, {"of_wallet": wallet}).scalars()]


def keep_refunder(connection: Connection, wallet: WalletId, till: TillId, epoch: int) -> None:
    """This till has refunded the sale without ever holding the right: whoever asks later hears of that too."""
    insert_set(connection, leases, [(wallet, REFUND_RIGHT, RIGHT_LOT.key, till, epoch, 0)], "ON CONFLICT DO NOTHING")


def _receipt_in(body: Any) -> int | None:
    try:
        return int(body["origin"]["receipt"])
    except (KeyError, OverflowError, TypeError, ValueError):
        return None
