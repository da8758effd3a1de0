"""Limits for all: what this till holds of them, so that the screen prices with what the sale may use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.lease import Lease, held
from app.domain.ledger import Unit
from app.domain.programme.model import Programme
from app.domain.programme.rights import programme_wallet
from app.ports.store import Store, UnitOfWork
from app.services.programme_in_force import ProgrammeInForce
from app.services.stamp import Recorder


@dataclass(frozen=True, slots=True)
class SharedRights:
    """Look up what lies here of the programme's own wallet."""

    store: Store
    recorder: Recorder
    rules: ProgrammeInForce

    def __call__(self) -> Mapping[Unit, int]:
        """By unit; what may be used today."""
        with self.store.unit_of_work() as uow:
            return usable_of(shared_leases(uow, self.rules.programme), self.recorder.look(uow).day)


def shared_leases(uow: UnitOfWork, programme: Programme) -> tuple[Lease, ...]:
    """The leases of the programme's own wallet."""
    return tuple(uow.ledger.leases(programme_wallet(programme.id)))


def usable_of(leases: Sequence[Lease], day: str) -> Mapping[Unit, int]:
    """What may be used of each unit on an ISO day."""
    return {lease.unit: held(leases, lease.unit, day) for lease in leases}
