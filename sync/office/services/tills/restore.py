"""After a restore: a new server epoch and RECOVERY, until every till has been heard (protocol rule 7)."""

from sqlalchemy import Connection

from sync.office.services.ledger.settle import settle_recovery
from sync.office.services.world import World
from sync.office.storage.codes import forget_codes
from sync.office.storage.migrate import migrate
from sync.office.storage.state import Mode, OfficeState, change_state, read_state


def enter_recovery(world: World) -> OfficeState:
    """Give the restored database its new epoch. With no active till there is nobody to wait for."""

    def work(connection: Connection) -> OfficeState:
        read_state(connection)
        change_state(connection, server_epoch=world.new_id(), mode=Mode.RECOVERY)
        forget_codes(connection)
        settle_recovery(connection, world)
        return read_state(connection)

    world.database.write(migrate)
    return world.database.write(work)
