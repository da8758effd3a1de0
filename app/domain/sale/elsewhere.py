"""A sale of another till: the right to refund it is one, lent like value, and its facts come with it.

Nobody has to ask for it at the till that sold: there the right lies until another till needs it. Head office then
recalls it from there, and whoever holds it knows every refund that was before (docs/adr/0017).
"""

from collections.abc import Iterable, Sequence
from typing import Any

from app.domain.errors import BrokenPromiseError
from app.domain.ids import SaleId, TillId, WalletId
from app.domain.journal import Json
from app.domain.lease import Lease
from app.domain.ledger import Lot, Unit
from app.domain.sale.body import refund_from_body, sale_from_body
from app.domain.sale.facts import Refund, Sale

REFUND_RIGHT = Unit("refund")
RIGHT_LOT = Lot("refund")
_SALES = "sale"


def right_wallet(till: TillId, sale: SaleId) -> WalletId:
    """Where the right to refund a sale lies: a wallet that is nobody's."""
    return WalletId(f"{_SALES}:{till}:{sale}")


def sale_of_wallet(wallet: WalletId) -> tuple[TillId, SaleId] | None:
    """The till and sale that such a wallet names; None where it is another's."""
    kind, _, rest = wallet.partition(":")
    till, _, sale = rest.rpartition(":")
    return (TillId(till), SaleId(sale)) if kind == _SALES and till and sale else None


def holds_right(leases: Sequence[Lease], *, is_own: bool) -> bool:
    """Whether this till may refund the sale: the one that sold, until it gave the right away, or who was lent it."""
    known = [lease for lease in leases if lease.unit == REFUND_RIGHT]
    return any(lease.held > 0 for lease in known) or (is_own and not known)


def sale_taken_over_body(sale: Json, refunds: Iterable[Json]) -> dict[str, Any]:
    """The sale as its till wrote it, and every refund of it so far, without their entries."""
    return {
        "sale": {name: part for name, part in sale.items() if name != "entries"},
        "refunds": [{name: part for name, part in refund.items() if name != "entries"} for refund in refunds],
    }


def sale_taken_over(body: Json) -> tuple[Sale, tuple[Refund, ...]]:
    """What such a body holds; BrokenPromiseError where it holds none."""
    try:
        return sale_from_body(body["sale"]), tuple(refund_from_body(refund) for refund in body["refunds"])
    except (KeyError, TypeError) as error:
        raise BrokenPromiseError("the body of a sale taken over cannot be read") from error
