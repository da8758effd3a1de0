"""The chains head office knows: one per till and epoch."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.domain.ids import MerchantId, TillId
from app.domain.lease.office import Standing
from sync.office.storage.direct import Prepared, Row
from sync.office.storage.schema import chains, tills

_OF_CHAIN = (chains.c.till == bindparam("of_till"), chains.c.epoch == bindparam("of_epoch"))
_ONE = Prepared(select(chains).where(*_OF_CHAIN))
_ONE_LOCKED = Prepared(select(chains).where(*_OF_CHAIN).with_for_update())
_ALL = Prepared(select(chains).order_by(chains.c.till, chains.c.epoch))
_KEYS = Prepared(select(chains.c.till, chains.c.epoch).order_by(chains.c.till, chains.c.epoch))
_CHANGE = Prepared(update(chains).where(*_OF_CHAIN))
_TILL = Prepared(select(tills).where(tills.c.till == bindparam("of_till")))
_TILLS = Prepared(select(tills).order_by(tills.c.till))


@dataclass(frozen=True, slots=True)
class Chain:
    """Where one chain stands. `joined_epoch`: the server epoch under which its postings are in force.

    Events behind `applied_seq` are kept and not yet posted; `target_seq` is what the till had when it said HELLO under
    `hello_epoch`; `leased_money` is the principal and bonus it holds (minor units); `said_seq` its own last word.
    """

    till: TillId
    epoch: int
    status: Standing
    reason: str
    public_key: bytes
    last_seq: int
    last_hash: bytes
    applied_seq: int
    joined_epoch: str
    hello_epoch: str
    target_seq: int
    leased_money: int
    enrolled_at: int
    seen_at: int
    said_seq: int

    @property
    def is_active(self) -> bool:
        """Whether it may be given leases."""
        return self.status is Standing.ACTIVE

    def is_complete(self, server_epoch: str) -> bool:
        """Whether it has said HELLO under this server epoch, and sent all it had then."""
        return self.hello_epoch == server_epoch and self.last_seq >= self.target_seq


@dataclass(frozen=True, slots=True)
class Till:
    """A till and the epoch of its latest chain."""

    till: TillId
    shop: str
    merchant: MerchantId
    epoch: int


def lock_chain(connection: Connection, till: str, epoch: int) -> Chain | None:
    """The chain, nobody else's until the transaction ends."""
    row = _ONE_LOCKED.row(connection, of_till=till, of_epoch=epoch)
    return chain_of_row(row) if row else None


def find_chain(connection: Connection, till: str, epoch: int) -> Chain | None:
    """The chain as it is."""
    row = _ONE.row(connection, of_till=till, of_epoch=epoch)
    return chain_of_row(row) if row else None


def all_chains(connection: Connection, *, lock: bool = False) -> Sequence[Chain]:
    """Every chain, in key order."""
    if not lock:
        return tuple(map(chain_of_row, _ALL.rows(connection)))
    # One row at a time and in key order: a lock over several shards at once is refused by a distributed server.
    locked = (lock_chain(connection, till, epoch) for till, epoch in _KEYS.rows(connection))
    return tuple(chain for chain in locked if chain is not None)


def chains_of(connection: Connection, till: str) -> Sequence[Chain]:
    """Every chain of a till, oldest first."""
    query = select(chains).where(chains.c.till == till).order_by(chains.c.epoch)
    return tuple(map(chain_of_row, connection.execute(query)))


def add_chain(connection: Connection, chain: Chain, shop: str, merchant: MerchantId) -> None:
    """A newly enrolled chain; its till's row names it from now on."""
    values = {name: getattr(chain, name) for name in chains.c.keys()}  # noqa: SIM118 # a collection, not a dict
    connection.execute(insert(chains).values(values))
    connection.execute(delete(tills).where(tills.c.till == chain.till))
    connection.execute(insert(tills).values(till=chain.till, shop=shop, merchant=merchant, epoch=chain.epoch))


def change_chain(connection: Connection, chain: Chain, **changes: object) -> None:
    """Write what changed of a locked chain."""
    _CHANGE.run(connection, of_till=chain.till, of_epoch=chain.epoch, **changes)


def all_tills(connection: Connection) -> Sequence[Till]:
    """Every till, by name."""
    return tuple(map(_till, _TILLS.rows(connection)))


def find_till(connection: Connection, till: str) -> Till | None:
    """One till."""
    row = _TILL.row(connection, of_till=till)
    return _till(row) if row else None


def _till(row: Row) -> Till:
    till, shop, merchant, epoch = row
    return Till(TillId(till), shop, MerchantId(merchant), epoch)


def chain_of_row(row: Row) -> Chain:
    """The chain that a row of the table tells."""
    till, epoch, status, *rest = row
    return Chain(TillId(till), epoch, Standing(status), *rest)
