"""What an operator looks at: tills with their exposure, and what waits in suspense."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.lease.office import Standing
from sync.office.services.world import World
from sync.office.storage.chains import all_chains, all_tills
from sync.office.storage.ledger import count_leases
from sync.office.storage.state import OfficeState, read_state
from sync.office.storage.suspense import Suspended, suspended
from sync.protocol.fingerprint import short_fingerprint


@dataclass(frozen=True, slots=True)
class TillReport:
    """One chain. `waiting` events it had when it last said HELLO; `exposure_minor` is the money it holds.

    `is_heard`: whether it has come back since the last restore. `key`: its fingerprint, as on the till's own screen.
    """

    till: str
    epoch: int
    shop: str
    status: Standing
    reason: str
    last_seq: int
    waiting: int
    seen_at: int
    exposure_minor: int
    leases: int
    is_heard: bool
    key: str


@dataclass(frozen=True, slots=True)
class Report:
    """Read, nothing changed."""

    world: World

    def state(self) -> OfficeState:
        """Epoch and mode."""
        return self.world.database.read(read_state)

    def tills(self) -> Sequence[TillReport]:
        """Every chain, in key order."""
        return self.world.database.read(_tills)

    def suspense(self) -> Sequence[Suspended]:
        """Every alert, oldest first."""
        return self.world.database.read(suspended)


def _tills(connection: Connection) -> Sequence[TillReport]:
    state = read_state(connection)
    shops = {till.till: till for till in all_tills(connection)}
    return [
        TillReport(
            till=chain.till,
            epoch=chain.epoch,
            shop=shops[chain.till].shop,
            status=chain.status,
            reason=chain.reason,
            last_seq=chain.last_seq,
            waiting=max(0, chain.said_seq - chain.last_seq),
            seen_at=chain.seen_at,
            exposure_minor=chain.leased_money,
            leases=count_leases(connection, chain.till) if shops[chain.till].epoch == chain.epoch else 0,
            is_heard=chain.joined_epoch == state.server_epoch,
            key=short_fingerprint(chain.public_key),
        )
        for chain in all_chains(connection)
    ]
