"""How far what each chain tells of members, cards and refunds at risk has been looked through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, LargeBinary, and_, bindparam, func, literal, select

from app.domain.journal import Kind
from app.domain.people.body import PEOPLE_KINDS
from sync.office.storage.chains import Chain
from sync.office.storage.schema import enlisted, journal, member_keys
from sync.office.storage.sets import insert_set

ENLISTED = frozenset({*PEOPLE_KINDS, Kind.CARD_CHANGED, Kind.REFUND, Kind.CASH_MOVEMENT})
_SEQ = select(enlisted.c.seq).where(enlisted.c.till == bindparam("of_till"), enlisted.c.epoch == bindparam("of_epoch"))
_ALL = select(enlisted)
# Never back: another process may have looked further meanwhile.
_MOVE = "ON CONFLICT (till, epoch) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > enlisted.seq"
_OF_CHAIN = (
    journal.c.till == bindparam("of_till"),
    journal.c.epoch == bindparam("of_epoch"),
    journal.c.seq > bindparam("after"),
    journal.c.kind.in_(sorted(ENLISTED)),
)
# Among what is posted already: an event behind one that waits for a settlement waits as well.
_NEXT = (
    select(journal.c.received_at, journal.c.seq)
    .where(*_OF_CHAIN, journal.c.seq <= bindparam("applied"))
    .order_by(journal.c.seq)
    .limit(bindparam("at_most"))
)
_KEY = func.coalesce(member_keys.c.words_key, literal(b"", LargeBinary)).label("key")
_BETWEEN = (
    select(
        journal.c.seq, journal.c.payload, func.coalesce(member_keys.c.words_key, literal(b"", LargeBinary)).label("key")
    )
    .select_from(
        journal.outerjoin(
            member_keys,
            and_(
                member_keys.c.till == journal.c.till,
                member_keys.c.epoch == journal.c.epoch,
                member_keys.c.seq == journal.c.seq,
            ),
        )
    )
    .where(*_OF_CHAIN, journal.c.seq <= bindparam("up_to"))
    .order_by(journal.c.seq)
)


@dataclass(frozen=True, slots=True, order=True)
class Tiding:
    """Where an event that tells of members or cards stands; the order is that in which head office received them."""

    received_at: int
    till: str
    epoch: int
    seq: int


@dataclass(frozen=True, slots=True)
class Told:
    """An event that tells of members or cards, and the key of the personal words in it, where there are such."""

    seq: int
    payload: bytes
    key: bytes = field(repr=False)


def enlisted_to(connection: Connection, chain: Chain) -> int:
    """The seq up to which the chain was looked through; 0 where it was not yet."""
    found = connection.execute(_SEQ, {"of_till": chain.till, "of_epoch": chain.epoch}).scalar()
    return int(found or 0)


def behind(connection: Connection, chains: Iterable[Chain]) -> Sequence[tuple[Chain, int]]:
    """The chains with events that were not looked at, and up to where they were; one query for all of them."""
    heads = {(row.till, row.epoch): int(row.seq) for row in connection.execute(_ALL)}
    known = ((chain, heads.get((chain.till, chain.epoch), 0)) for chain in chains)
    return [(chain, seq) for chain, seq in known if seq < chain.applied_seq]


def move_enlisted(connection: Connection, chain: Chain, seq: int) -> None:
    """The chain is looked through up to `seq`."""
    insert_set(connection, enlisted, [(chain.till, chain.epoch, seq)], _MOVE)


def tidings_after(connection: Connection, chain: Chain, seq: int, limit: int) -> Sequence[Tiding]:
    """What the chain tells of members and cards behind `seq`, as far as it is posted."""
    wanted = {
        "of_till": chain.till,
        "of_epoch": chain.epoch,
        "after": seq,
        "applied": chain.applied_seq,
        "at_most": limit,
    }
    return [Tiding(row.received_at, chain.till, chain.epoch, row.seq) for row in connection.execute(_NEXT, wanted)]


def tidings_between(connection: Connection, chain: Chain, after: int, up_to: int) -> Sequence[Told]:
    """The events themselves, behind one and up to another."""
    wanted = {"of_till": chain.till, "of_epoch": chain.epoch, "after": after, "up_to": up_to}
    return [Told(row.seq, bytes(row.payload), bytes(row.key)) for row in connection.execute(_BETWEEN, wanted)]
