"""Turn what was announced of members into changes of the streams of members: all of them, and those of each region."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import WalletId
from sync.office.services.world import World
from sync.office.storage.announced import has_announced, take_announced
from sync.office.storage.member_feed import member_rows
from sync.office.storage.people import registered
from sync.office.storage.regions import member_stream, regions_of_shops, shops_of_tills
from sync.office.storage.streams import touch_rows

# One transaction holds the heads of the streams so long; whoever pulls meanwhile reads on.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class TellMembers:
    """Safe to run from several places at once: whoever comes second finds what is left."""

    world: World

    def __call__(self, at_most: int = 1_000_000) -> int:
        """How many members were told of."""
        told = 0
        while told < at_most and self.world.database.read(has_announced):
            told += self.world.database.write(self._some)
        return told

    def _some(self, connection: Connection) -> int:
        wallets = take_announced(connection, _AT_ONCE)
        there = member_rows(connection, wallets)
        now, homes = self.world.clock.now_ms(), _homes(connection, wallets)
        ended = [wallet for wallet in wallets if wallet not in there]
        # In the order of their names, as everybody takes the heads of streams.
        for region in sorted({"", *regions_of_shops(connection).values()}):
            belongs: dict[str, bool] = {wallet: wallet in there and region in homes[wallet] for wallet in wallets}
            touch_rows(connection, member_stream(region), belongs, now, ended)
        return len(wallets)


def _homes(connection: Connection, wallets: Sequence[WalletId]) -> Mapping[str, Set[str]]:
    """The regions that carry each of these wallets; "" is the stream of all. Where no shop is known, every region."""
    regions, shops = regions_of_shops(connection), shops_of_tills(connection)
    known, everywhere = registered(connection, wallets), {"", *regions.values()}
    homes: dict[str, Set[str]] = {}
    for wallet in wallets:
        one = known.get(wallet)
        region = regions.get(shops.get(one.till, ""), "") if one else ""
        homes[wallet] = {"", region} if region else everywhere
    return homes
