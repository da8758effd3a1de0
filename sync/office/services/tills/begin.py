"""Begin: make the tables, and head office's first row."""

from sqlalchemy import Connection

from app.domain.ids import MerchantId
from sync.office.services.world import World
from sync.office.storage.migrate import migrate
from sync.office.storage.state import Mode, OfficeState, begin, find_state


def begin_office(world: World, merchant: MerchantId) -> OfficeState:
    """The office's state; its first one where the database is empty."""

    def work(connection: Connection) -> OfficeState:
        state = find_state(connection)
        if state is None:
            state = OfficeState(world.new_id(), Mode.NORMAL, merchant)
            begin(connection, state, world.clock.now_ms())
        return state

    world.database.write(migrate)
    return world.database.write(work)
