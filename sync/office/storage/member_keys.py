"""The keys that open the personal words in tills' events, by event; an empty one is of a member who was forgotten."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, LargeBinary, bindparam, literal, select, update

from app.domain.ids import TillId, WalletId
from sync.office.storage.chains import Chain
from sync.office.storage.direct import Prepared
from sync.office.storage.schema import KEY_IS_GONE, member_keys
from sync.office.storage.sets import insert_set
from sync.protocol.wire import Link

_NONE = literal(b"", LargeBinary)
_OF_WALLET = member_keys.c.wallet == bindparam("of_wallet")
_AT = (
    member_keys.c.till == bindparam("of_till"),
    member_keys.c.epoch == bindparam("of_epoch"),
    member_keys.c.seq == bindparam("of_seq"),
)
_WHOSE = update(member_keys).where(*_AT).values(wallet=bindparam("whose"))
_DROP_ONE = update(member_keys).where(*_AT).values(words_key=_NONE)
_DROP = update(member_keys).where(_OF_WALLET).values(words_key=_NONE)
_HAND_ON = update(member_keys).where(_OF_WALLET).values(wallet=bindparam("to_wallet"))
# Asked with every HELLO.
_DROPPED = Prepared(
    select(member_keys.c.epoch, member_keys.c.seq).where(member_keys.c.till == bindparam("of_till"), KEY_IS_GONE)
)


def keep_keys(connection: Connection, chain: Chain, links: Iterable[Link]) -> None:
    """The keys that came with these events; whose words they open shows when the events are read."""
    rows = [(chain.till, chain.epoch, link.seq, "", link.key) for link in links if link.key]
    insert_set(connection, member_keys, rows, "ON CONFLICT (till, epoch, seq) DO NOTHING")


def note_whose(connection: Connection, chain: Chain, seq: int, wallet: WalletId) -> None:
    """The event at `seq` tells of this wallet's member."""
    connection.execute(_WHOSE, {"of_till": chain.till, "of_epoch": chain.epoch, "of_seq": seq, "whose": wallet})


def hand_keys_on(connection: Connection, wallet: WalletId, kept: WalletId) -> None:
    """Two are one person: who forgets the one forgets what was told of the other."""
    connection.execute(_HAND_ON, {"of_wallet": wallet, "to_wallet": kept})


def drop_keys(connection: Connection, wallet: WalletId) -> None:
    """Nobody opens any more what was told of this wallet's member."""
    leave_no_trace(connection)
    connection.execute(_DROP, {"of_wallet": wallet})


def drop_key(connection: Connection, chain: Chain, seq: int) -> None:
    """Nobody opens any more what the event at `seq` tells."""
    leave_no_trace(connection)
    connection.execute(_DROP_ONE, {"of_till": chain.till, "of_epoch": chain.epoch, "of_seq": seq})


def leave_no_trace(connection: Connection) -> None:
    """What goes from now on is overwritten, not only let go of; PostgreSQL does so when it cleans up."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")


def dropped_keys(connection: Connection, till: TillId) -> Sequence[tuple[int, int]]:
    """The places (epoch, seq) of this till's events whose words nobody is to open any more."""
    return sorted((int(epoch), int(seq)) for epoch, seq in _DROPPED.rows(connection, of_till=till))
