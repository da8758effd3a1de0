"""How far each chain's posted events have been followed up."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select

from sync.office.storage.chains import Chain
from sync.office.storage.schema import journal, reacted
from sync.office.storage.sets import insert_set

_OF = (reacted.c.till == bindparam("of_till"), reacted.c.epoch == bindparam("of_epoch"))
_SEQ = select(reacted.c.seq).where(*_OF)
_MOVE = "ON CONFLICT (till, epoch) DO UPDATE SET seq = excluded.seq"
_NEXT = (
    select(journal.c.seq, journal.c.kind, journal.c.payload)
    .where(
        journal.c.till == bindparam("of_till"),
        journal.c.epoch == bindparam("of_epoch"),
        journal.c.seq > bindparam("after"),
        journal.c.seq <= bindparam("applied"),
    )
    .order_by(journal.c.seq)
    .limit(bindparam("at_most"))
)


def reacted_to(connection: Connection, chain: Chain) -> int:
    """The seq of the chain's last event that was followed up; 0 where none was."""
    found = connection.execute(_SEQ, {"of_till": chain.till, "of_epoch": chain.epoch}).scalar()
    return int(found or 0)


def move_reacted(connection: Connection, chain: Chain, seq: int) -> None:
    """Everything up to `seq` is followed up."""
    insert_set(connection, reacted, [(chain.till, chain.epoch, seq)], _MOVE)


def posted_after(connection: Connection, chain: Chain, seq: int, limit: int) -> Sequence[tuple[int, str, bytes]]:
    """The chain's next posted events behind `seq`: (seq, kind, bytes)."""
    wanted = {
        "of_till": chain.till,
        "of_epoch": chain.epoch,
        "after": seq,
        "applied": chain.applied_seq,
        "at_most": limit,
    }
    return [(row.seq, row.kind, bytes(row.payload)) for row in connection.execute(_NEXT, wanted)]
