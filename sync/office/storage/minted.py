"""How much of a counted right was made for a wallet so far."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select, update

from app.domain.ids import WalletId
from app.domain.ledger import Unit
from sync.office.storage.schema import minted
from sync.office.storage.sets import insert_set

_KNOW = "ON CONFLICT (wallet, unit) DO NOTHING"
_LOCKED = (
    select(minted.c.count)
    .where(minted.c.wallet == bindparam("of_wallet"), minted.c.unit == bindparam("of_unit"))
    .with_for_update()
)
_CHANGE = update(minted).where(minted.c.wallet == bindparam("of_wallet"), minted.c.unit == bindparam("of_unit"))


def lock_minted(connection: Connection, wallet: WalletId, units: Sequence[Unit]) -> dict[Unit, int]:
    """What was made of these units so far, nobody else's to change until the transaction ends."""
    insert_set(connection, minted, [(wallet, unit, 0) for unit in sorted(units)], _KNOW)
    of = ((unit, {"of_wallet": wallet, "of_unit": unit}) for unit in sorted(units))
    return {unit: int(connection.execute(_LOCKED, row).scalar_one()) for unit, row in of}


def minted_of(connection: Connection, wallet: WalletId) -> dict[Unit, int]:
    """Everything that was made for a wallet so far, by unit."""
    rows = connection.execute(select(minted.c.unit, minted.c.count).where(minted.c.wallet == wallet)).all()
    return {Unit(unit): int(count) for unit, count in rows if count}


def change_minted(connection: Connection, wallet: WalletId, unit: Unit, count: int) -> None:
    """So much was made of it by now."""
    connection.execute(_CHANGE, {"of_wallet": wallet, "of_unit": unit, "count": count})
