"""RECALL: ask tills to return what they hold. Nothing moves until the return is in."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import TillId, WalletId
from app.domain.ledger import Lot, Unit
from sync.office.services.world import World
from sync.office.storage.chains import Chain, find_chain, find_till
from sync.office.storage.feed import add_changes, lease_stream
from sync.office.storage.ledger import holders_of, leases_of_wallet
from sync.office.storage.state import OfficeState, read_state
from sync.protocol.messages import RecallChange


@dataclass(frozen=True, slots=True)
class RecallValue:
    """Recall all of a wallet's unit."""

    world: World

    def __call__(self, wallet: WalletId, unit: Unit) -> int:
        """To how many leases it was sent."""
        return self.world.database.write(
            lambda connection: recall_from_others(connection, read_state(connection), wallet, unit, None)
        )


def recall_from_others(
    connection: Connection, state: OfficeState, wallet: WalletId, unit: Unit, asking: Chain | None
) -> int:
    """Put a RECALL onto the feed of every active till that holds some of this unit, the asking one excepted."""
    by_till: dict[TillId, list[Lot]] = {}
    for lot, place, _ in holders_of(connection, wallet, unit):
        till = TillId(place.removeprefix("lease:"))
        if asking is None or till != asking.till:
            by_till.setdefault(till, []).append(lot)
    for till, lots in sorted(by_till.items()):
        _recall(connection, state, till, wallet, unit, lots)
    return sum(map(len, by_till.values()))


def recall_whole_wallet(connection: Connection, state: OfficeState, wallet: WalletId) -> None:
    """Ask for everything that tills hold of a wallet."""
    for unit in sorted({unit for _, unit, _, _ in leases_of_wallet(connection, wallet)}):
        recall_from_others(connection, state, wallet, unit, None)


def _recall(
    connection: Connection, state: OfficeState, till: TillId, wallet: WalletId, unit: Unit, lots: Iterable[Lot]
) -> None:
    known = find_till(connection, till)
    chain = find_chain(connection, till, known.epoch) if known else None
    if chain is not None and chain.is_active:
        changes = [RecallChange(wallet=wallet, unit=unit, lot=lot.key, keep=0).model_dump_json() for lot in lots]
        add_changes(connection, lease_stream(till, chain.epoch, state.server_epoch), changes)
