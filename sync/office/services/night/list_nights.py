"""What the nights have found, till by till, and which till has had none."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.lease.office import Standing
from app.domain.night.verdict import Verdict, verdict_in
from sync.office.services.world import World
from sync.office.storage.chains import Chain, all_chains, all_tills
from sync.office.storage.nights import Night, nights_of

_DAY_MS = 24 * 60 * 60 * 1000
# A slot may lie two hours later than that of the night before, and a line may be slow.
SILENT_MS = _DAY_MS + 3 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class NightReport:
    """A till's latest chain and its nights, newest first. `is_silent`: no night is known of the last day."""

    till: str
    epoch: int
    shop: str
    seen_at: int
    nights: tuple[tuple[Night, Verdict], ...]
    is_silent: bool


@dataclass(frozen=True, slots=True)
class ListNights:
    """Read, nothing changed."""

    world: World

    def __call__(self, limit: int = 1) -> Sequence[NightReport]:
        """Every till that is not written off, with its last nights."""
        return self.world.database.read(lambda connection: self._reports(connection, limit))

    def _reports(self, connection: Connection, limit: int) -> Sequence[NightReport]:
        tills = {till.till: till for till in all_tills(connection)}
        chains = (chain for chain in all_chains(connection) if tills[chain.till].epoch == chain.epoch)
        return [
            self._report(connection, chain, tills[chain.till].shop, limit)
            for chain in chains
            if chain.status is not Standing.WRITTEN_OFF
        ]

    def _report(self, connection: Connection, chain: Chain, shop: str, limit: int) -> NightReport:
        nights = tuple((night, verdict_in(night.verdict)) for night in nights_of(connection, chain, limit))
        last = nights[0][0].heard_at if nights else chain.enrolled_at
        is_silent = self.world.clock.now_ms() - last > SILENT_MS
        return NightReport(chain.till, chain.epoch, shop, chain.seen_at, nights, is_silent)
