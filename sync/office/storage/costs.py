"""What goods cost the shop, in minor units a piece or kilogram with tax; no till is ever told."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, select

from sync.office.storage.schema import costs
from sync.office.storage.sets import insert_set

_KEEP = "ON CONFLICT (product) DO UPDATE SET cost_minor = excluded.cost_minor"
_FORGET = delete(costs).where(costs.c.product == bindparam("of_product"))


def known_costs(connection: Connection) -> Mapping[str, int]:
    """By product."""
    return {row.product: int(row.cost_minor) for row in connection.execute(select(costs))}


def keep_costs(connection: Connection, known: Mapping[str, int]) -> None:
    """These from now on; of others nothing changes."""
    insert_set(connection, costs, sorted(known.items()), _KEEP)


def forget_costs(connection: Connection, products: Iterable[str]) -> None:
    """These goods are gone."""
    for product in products:
        connection.execute(_FORGET, {"of_product": product})
