"""Fence: a chain that contradicts itself, or whose till is lost, gets no lease any more; it may always upload."""

from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.lease.office import Standing
from sync.office.services.errors import UnknownTillError
from sync.office.services.ledger.settle import settle_when_ready
from sync.office.services.world import World
from sync.office.storage.chains import Chain, change_chain, lock_chain


@dataclass(frozen=True, slots=True)
class FenceTill:
    """Fence by hand."""

    world: World

    def __call__(self, till: str, epoch: int, reason: str) -> None:
        """Fence this chain; nothing where it is fenced or written off already."""

        def work(connection: Connection) -> None:
            chain = lock_chain(connection, till, epoch)
            if chain is None:
                raise UnknownTillError
            if chain.is_active:
                fence_chain(connection, self.world, chain, reason)

        self.world.database.write(work)


def fence_chain(connection: Connection, world: World, chain: Chain, reason: str) -> None:
    """Fence a locked chain; RECOVERY no longer waits for it, and what it had sent before is posted."""
    change_chain(connection, chain, status=Standing.FENCED, reason=reason)
    settle_when_ready(connection, world, chain)
