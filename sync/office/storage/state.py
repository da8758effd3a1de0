"""What head office knows of itself."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, insert, select, update

from app.domain.ids import MerchantId
from sync.office.storage.direct import Prepared
from sync.office.storage.schema import office_state

_READ = Prepared(select(office_state.c.server_epoch, office_state.c.mode, office_state.c.merchant))
_CHANGE = Prepared(update(office_state))


class Mode(StrEnum):
    """RECOVERY: restored, and not every till has been heard since; no grants."""

    NORMAL = "normal"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class OfficeState:
    """`server_epoch` is new after any restore, and never one that was before."""

    server_epoch: str
    mode: Mode
    merchant: MerchantId


class NotBegunError(Exception):
    """There is no head office in this database yet."""


def read_state(connection: Connection) -> OfficeState:
    """The state; NotBegunError where there is none."""
    found = find_state(connection)
    if found is None:
        raise NotBegunError
    return found


def find_state(connection: Connection) -> OfficeState | None:
    """The state, if head office has begun."""
    row = _READ.row(connection)
    if row is None:
        return None
    server_epoch, mode, merchant = row
    return OfficeState(server_epoch, Mode(mode), MerchantId(merchant))


def begin(connection: Connection, state: OfficeState, now_ms: int) -> None:
    """The first row."""
    connection.execute(
        insert(office_state).values(
            id=1, server_epoch=state.server_epoch, mode=state.mode, merchant=state.merchant, began_at=now_ms
        )
    )


def change_state(connection: Connection, **changes: str) -> None:
    """Another epoch or mode."""
    _CHANGE.run(connection, **changes)
