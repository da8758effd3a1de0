"""WRITE_OFF: a till is lost. Its leases become disputed, the reserve makes every member whole at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert

from app.domain.lease.office import Standing, written_off
from app.domain.ledger import Unit
from sync.office.services.errors import SecondPersonNeededError, UnknownTillError
from sync.office.services.ledger.posting import write_outcome
from sync.office.services.ledger.settle import settle_when_ready
from sync.office.services.world import World
from sync.office.storage.chains import change_chain, lock_chain
from sync.office.storage.ledger import leases_at, take_staged
from sync.office.storage.schema import write_offs
from sync.office.storage.state import read_state


@dataclass(frozen=True, slots=True)
class WriteOffTill:
    """Write a till off."""

    world: World

    def __call__(self, till: str, epoch: int, persons: Sequence[str], reason: str) -> dict[Unit, int]:
        """What it held, by unit; nothing where it was written off already. Late events stay welcome."""
        named = sorted({person.strip() for person in persons} - {""})
        if len(named) < self.world.persons_needed:
            raise SecondPersonNeededError
        return self.world.database.write(lambda connection: self._written_off(connection, till, epoch, named, reason))

    def _written_off(
        self, connection: Connection, till: str, epoch: int, persons: Sequence[str], reason: str
    ) -> dict[Unit, int]:
        chain = lock_chain(connection, till, epoch)
        if chain is None:
            raise UnknownTillError
        if chain.status is Standing.WRITTEN_OFF:
            return {}
        source, now = self.world.new_id(), self.world.clock.now_ms()
        leases = leases_at(connection, chain.till)
        write_outcome(connection, self.world, written_off(leases, read_state(connection).merchant, source))
        take_staged(connection, chain.till, chain.epoch)
        change_chain(connection, chain, status=Standing.WRITTEN_OFF, reason="written_off", leased_money=0)
        connection.execute(
            insert(write_offs).values(
                till=till,
                epoch=epoch,
                source=source,
                first_person=persons[0],
                second_person=persons[-1],
                reason=reason,
                written_off_at=now,
            )
        )
        settle_when_ready(connection, self.world, chain)
        held: dict[Unit, int] = {}
        for (_, unit, _, _), amount in leases:
            held[unit] = held.get(unit, 0) + amount
        return held
