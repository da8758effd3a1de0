"""Which wallets ended in which other: what comes later for one of them belongs to its survivor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from app.domain.ids import MemberId, WalletId
from sync.office.storage.schema import accounts, merges
from sync.office.storage.sets import insert_set, select_set

_RECALLED = update(merges).where(merges.c.wallet == bindparam("of_wallet")).values(recalled=bindparam("now_recalled"))
# What still lies in a wallet that has ended; all of a wallet's rows are together, so this is no join over machines.
_UNSETTLED = (
    select(merges.c.wallet)
    .join(accounts, accounts.c.wallet == merges.c.wallet)
    .where(accounts.c.balance > 0, accounts.c.place.not_like("house:%"))
    .distinct()
    .order_by(merges.c.wallet)
)


@dataclass(frozen=True, slots=True)
class Merged:
    """`wallet` and its member ended in `survivor` (UTC ms); `recalled` are the leases that were asked back."""

    wallet: WalletId
    member: MemberId
    survivor: WalletId
    reason: str
    recalled: str
    merged_at: int


def keep_merge(connection: Connection, merged: Merged) -> None:
    """From now on."""
    row = (merged.wallet, merged.member, merged.survivor, merged.reason, merged.recalled, merged.merged_at)
    insert_set(connection, merges, [row], "ON CONFLICT (wallet) DO NOTHING")


def merges_of(connection: Connection, wallets: Iterable[WalletId]) -> dict[WalletId, Merged]:
    """What became of these wallets; one that has not ended is missing."""
    columns = tuple(column.name for column in merges.columns)
    rows = select_set(connection, merges, ("wallet",), columns, [(wallet,) for wallet in wallets])
    found = (
        Merged(WalletId(wallet), MemberId(member), WalletId(survivor), reason, recalled, int(merged_at))
        for wallet, member, survivor, reason, recalled, merged_at in rows
    )
    return {merged.wallet: merged for merged in found}


def survivors(connection: Connection, wallets: Iterable[WalletId]) -> dict[WalletId, WalletId]:
    """Each of these wallets, and the one it has ended in: itself where it has not."""
    ends = {wallet: wallet for wallet in wallets}
    while moved := merges_of(connection, set(ends.values())):
        ends = {wallet: moved[end].survivor if end in moved else end for wallet, end in ends.items()}
    return ends


def unsettled(connection: Connection) -> Sequence[WalletId]:
    """Wallets that have ended and in which something of the member's still lies."""
    return [WalletId(wallet) for wallet in connection.execute(_UNSETTLED).scalars()]


def note_recalled(connection: Connection, wallet: WalletId, recalled: str) -> None:
    """These leases of the wallet were asked back by now."""
    connection.execute(_RECALLED, {"of_wallet": wallet, "now_recalled": recalled})
