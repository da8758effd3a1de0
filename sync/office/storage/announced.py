"""Members whose row in the stream of members is to be written anew.

Whoever changes a member says so here, in the transaction of the change, by a row of the member's own wallet: no PUSH
waits at the head of a stream that all members share. `sync.office.services.streams.tell_members` takes them from here.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from app.domain.ids import WalletId
from sync.office.storage.schema import announced
from sync.office.storage.sets import insert_set, select_set

# Not "do nothing": the row must be locked, or it could be taken away before this change is there to be read.
_AGAIN = "ON CONFLICT (wallet) DO UPDATE SET times = announced.times + 1"
_TONIGHT = "ON CONFLICT (wallet) DO UPDATE SET times = announced.times"
_BEGIN = update(announced).where(announced.c.times == 0).values(times=1)
_NEXT = select(announced.c.wallet).where(announced.c.times > 0).order_by(announced.c.wallet).limit(bindparam("at_most"))
_TAKEN = delete(announced).where(announced.c.wallet.in_(bindparam("wallets", expanding=True)))


def announce(connection: Connection, wallets: Iterable[WalletId]) -> None:
    """What these wallets' tills should know of them has changed."""
    insert_set(connection, announced, [(wallet, 1) for wallet in sorted(set(wallets))], _AGAIN)


def note_moved(connection: Connection, wallets: Iterable[WalletId]) -> None:
    """Value of these wallets has moved: their tills hear of it with the next night, not for every sale."""
    insert_set(connection, announced, [(wallet, 0) for wallet in sorted(set(wallets))], _TONIGHT)


def announce_moved(connection: Connection) -> None:
    """It is night: whose value has moved is announced."""
    connection.execute(_BEGIN)


def has_announced(connection: Connection) -> bool:
    """Whether there is anybody."""
    return connection.execute(_NEXT, {"at_most": 1}).first() is not None


def take_announced(connection: Connection, limit: int) -> Sequence[WalletId]:
    """The next of them, taken away once every change they were announced for is there."""
    wallets = connection.execute(_NEXT, {"at_most": limit}).scalars().all()
    if not wallets:
        return ()
    locked = select_set(connection, announced, ("wallet",), ("wallet",), [(w,) for w in wallets], lock=True)
    connection.execute(_TAKEN, {"wallets": [wallet for (wallet,) in locked]})
    return [WalletId(wallet) for (wallet,) in locked]
