"""Which region each shop lies in: where there are regions, a till carries the members of its own."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from app.domain.ids import TillId
from sync.office.storage.schema import shop_regions, tills
from sync.office.storage.sets import insert_set

_KEEP = "ON CONFLICT (shop) DO UPDATE SET region = excluded.region"
_REGIONS = select(shop_regions.c.shop, shop_regions.c.region).where(shop_regions.c.region != "")
_SHOPS = select(tills.c.till, tills.c.shop)


def member_stream(region: str) -> str:
    """The name of the stream of a region's members; of all members for "". No region's comes before that of all."""
    return f"members:{region}" if region else "members"


def is_of_members(stream: str) -> bool:
    """Whether it is one of these."""
    return stream.partition(":")[0] == "members"


def regions_of_shops(connection: Connection) -> Mapping[str, str]:
    """The region of each shop that has one."""
    return {row.shop: row.region for row in connection.execute(_REGIONS)}


def shops_of_tills(connection: Connection) -> Mapping[TillId, str]:
    """The shop of each till."""
    return {TillId(row.till): row.shop for row in connection.execute(_SHOPS)}


def stream_of_till(connection: Connection, till: str) -> str:
    """The stream of the members that this till carries."""
    shop = shops_of_tills(connection).get(TillId(till), "")
    return member_stream(regions_of_shops(connection).get(shop, ""))


def keep_region(connection: Connection, shop: str, region: str) -> None:
    """The shop lies in this region from now on; in none for ""."""
    insert_set(connection, shop_regions, [(shop, region)], _KEEP)
