"""Whose members wanted to be forgotten. Only the wallet is noted: what a till tells of them later stays untold."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete

from app.domain.ids import WalletId
from sync.office.storage.schema import erased
from sync.office.storage.sets import insert_set, select_set

_LIFT = delete(erased).where(erased.c.wallet == bindparam("of_wallet"))


def note_erased(connection: Connection, wallet: WalletId, now_ms: int) -> None:
    """From now on (UTC ms)."""
    insert_set(connection, erased, [(wallet, now_ms)], "ON CONFLICT (wallet) DO NOTHING")


def lift_erased(connection: Connection, wallet: WalletId) -> None:
    """Somebody lives in this wallet who did not ask for that."""
    connection.execute(_LIFT, {"of_wallet": wallet})


def erased_of(connection: Connection, wallets: Iterable[WalletId]) -> frozenset[WalletId]:
    """Those of these wallets whose member was forgotten."""
    rows = select_set(connection, erased, ("wallet",), ("wallet",), [(wallet,) for wallet in wallets])
    return frozenset(WalletId(wallet) for (wallet,) in rows)
