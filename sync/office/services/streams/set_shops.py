"""What head office sets for its shops: settings that the tills take up, and the regions the shops lie in."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from app.domain.ids import WalletId
from sync.office.services.streams.import_catalogue import as_text
from sync.office.services.world import World
from sync.office.storage.announced import announce
from sync.office.storage.regions import keep_region, member_stream
from sync.office.storage.streams import head_of_rows, put_rows, rows_after, rows_there
from sync.protocol.streams import SettingRow

STREAM = "config"
# What is the till's own place and devices is not among them; a till leaves alone what it does not know.
SHARED_SETTINGS = (
    "shop_name", "shop_address", "shop_phone", "receipt_footer", "receipt_language", "cards", "weighed", "card_track",
    "chip_number", "past_dates", "leases", "value", "night", "lock_after_minutes",
    "guest_hours",
)  # fmt: skip
_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class SetShops:
    """The one way to either."""

    world: World

    def set(self, name: str, value: Any, shop: str = "") -> None:
        """A setting of one shop, or of all; None leaves it to the tills again."""
        row = None if value is None else as_text(SettingRow(name=name, value=value, shop=shop).model_dump())

        def work(connection: Connection) -> None:
            put_rows(connection, STREAM, {f"{shop}/{name}": row}, self.world.clock.now_ms())

        self.world.database.write(work)

    def all(self) -> list[SettingRow]:
        """Everything that is set."""
        rows = self.world.database.read(lambda connection: rows_there(connection, STREAM))
        return [SettingRow.model_validate(json.loads(rows[row_id])) for row_id in sorted(rows)]

    def put_into_region(self, shop: str, region: str) -> None:
        """The shop lies there from now on; every member is told anew, for each may belong to another stream now."""

        def work(connection: Connection) -> None:
            keep_region(connection, shop, region)
            stream, cursor = member_stream(""), 0
            while cursor < head_of_rows(connection, stream).n:
                rows = rows_after(connection, stream, cursor, _AT_ONCE)
                announce(connection, (WalletId(row.id) for row in rows))
                cursor = rows[-1].n

        self.world.database.write_upload(work)
