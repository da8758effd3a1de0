"""The events of all tills, byte for byte, and the strays of forked chains."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, bindparam, func, select

from sync.office.storage.chains import Chain
from sync.office.storage.direct import Prepared
from sync.office.storage.schema import journal, strays
from sync.office.storage.sets import insert_set, select_set
from sync.protocol.facts import EventFacts
from sync.protocol.wire import Link

_AT_ONCE = 2_000

_OF_CHAIN = (journal.c.till == bindparam("of_till"), journal.c.epoch == bindparam("of_epoch"))
_HASHES = Prepared(
    select(journal.c.seq, journal.c.hash).where(
        *_OF_CHAIN, journal.c.seq.between(bindparam("first_seq"), bindparam("last_seq"))
    )
)
_AFTER = Prepared(
    select(journal.c.seq, journal.c.hash, journal.c.payload)
    .where(*_OF_CHAIN, journal.c.seq > bindparam("after"))
    .order_by(journal.c.seq)
    .limit(_AT_ONCE)
)

# Its index ends there: a till's ids rise with its clock, so that few are not greater than all that are known.
_GREATEST_ID = Prepared(select(func.max(journal.c.id)).where(journal.c.till == bindparam("of_till")))


def hashes_between(connection: Connection, chain: Chain, first_seq: int, last_seq: int) -> dict[int, bytes]:
    """The hashes of the chain's events from `first_seq` to `last_seq`, by seq."""
    rows = _HASHES.rows(connection, of_till=chain.till, of_epoch=chain.epoch, first_seq=first_seq, last_seq=last_seq)
    return {int(seq): bytes(hash_) for seq, hash_ in rows}


def append(connection: Connection, chain: Chain, events: Sequence[tuple[Link, EventFacts]], received_at: int) -> None:
    """The chain's next events."""
    rows = [
        (
            chain.till, chain.epoch, link.seq, facts.id, facts.kind, facts.version, facts.business_date, received_at,
            link.hash, link.payload,
        )
        for link, facts in events
    ]  # fmt: skip
    insert_set(connection, journal, rows)


def places_of_ids(connection: Connection, chain: Chain, ids: Iterable[str]) -> Sequence[tuple[str, int, int]]:
    """Where events of this till with these ids stand: (id, epoch, seq)."""
    [(greatest,)] = _GREATEST_ID.rows(connection, of_till=chain.till)
    keys = [(chain.till, id_) for id_ in ids if greatest is not None and id_ <= greatest]
    rows = select_set(connection, journal, ("till", "id"), ("id", "epoch", "seq"), keys)
    return [(str(id_), int(epoch), int(seq)) for id_, epoch, seq in rows]


def id_at(connection: Connection, chain: Chain, seq: int) -> str | None:
    """The id of the chain's event at `seq`, or None where there is none yet."""
    query = select(journal.c.id).where(
        journal.c.till == chain.till, journal.c.epoch == chain.epoch, journal.c.seq == seq
    )
    return connection.execute(query).scalar_one_or_none()


def links_after(connection: Connection, chain: Chain, seq: int, prev_hash: bytes) -> Iterator[Link]:
    """The chain's events behind `seq`, whose hash is `prev_hash`; their hashes are those stored."""
    while True:
        rows = _AFTER.rows(connection, of_till=chain.till, of_epoch=chain.epoch, after=seq)
        for next_seq, next_hash, payload in rows:
            yield Link(next_seq, prev_hash, next_hash, payload)
            seq, prev_hash = next_seq, next_hash
        if len(rows) < _AT_ONCE:
            return


def events_between(
    connection: Connection, chain: Chain, first_seq: int, last_seq: int, kinds: Iterable[str]
) -> Iterator[tuple[str, bytes]]:
    """The chain's events of these kinds from `first_seq` to `last_seq`: (kind, bytes)."""
    query = (
        select(journal.c.kind, journal.c.payload)
        .where(
            journal.c.till == chain.till,
            journal.c.epoch == chain.epoch,
            journal.c.seq.between(first_seq, last_seq),
            journal.c.kind.in_(tuple(map(str, kinds))),
        )
        .order_by(journal.c.seq)
    )
    for row in connection.execute(query.execution_options(yield_per=_AT_ONCE)):
        yield str(row.kind), bytes(row.payload)


def hash_at(connection: Connection, chain: Chain, seq: int) -> bytes | None:
    """The hash of one event."""
    return hashes_between(connection, chain, seq, seq).get(seq)


def count_events(connection: Connection) -> int:
    """How many events there are."""
    return connection.execute(select(func.count()).select_from(journal)).scalar_one()


def known_strays(connection: Connection, chain: Chain, hashes: Iterable[bytes]) -> set[bytes]:
    """Which of these hashes are strays of the chain already."""
    keys = [(chain.till, chain.epoch, hash_) for hash_ in hashes]
    rows = select_set(connection, strays, ("till", "epoch", "hash"), ("hash",), keys)
    return {bytes(hash_) for (hash_,) in rows}


def add_strays(connection: Connection, chain: Chain, links: Sequence[Link], received_at: int) -> None:
    """Keep events of another branch."""
    rows = [(chain.till, chain.epoch, link.hash, link.seq, received_at, link.prev_hash, link.payload) for link in links]
    insert_set(connection, strays, rows)


def strays_of(connection: Connection, chain: Chain) -> Sequence[Link]:
    """All strays of a chain, by seq."""
    query = select(strays).where(strays.c.till == chain.till, strays.c.epoch == chain.epoch).order_by(strays.c.seq)
    return tuple(
        Link(row.seq, bytes(row.prev_hash), bytes(row.hash), bytes(row.payload)) for row in connection.execute(query)
    )
