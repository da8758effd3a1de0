"""Nightly work: what the calendar does to members. Only those to whom something happens are looked at."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import WalletId
from sync.office.services.errors import RecoveryError
from sync.office.services.life.lives import Lives
from sync.office.services.world import World
from sync.office.storage.engines import ContendedError
from sync.office.storage.life import awaiting_wallets, due_wallets
from sync.office.storage.parked import end_parked_nights, park_night, parked_nights
from sync.office.storage.state import Mode, read_state

_log = logging.getLogger(__name__)
_AT_ONCE = 200

Find = Callable[[Connection, str, int], Sequence[WalletId]]


@dataclass(frozen=True, slots=True)
class WorkNights:
    """Every night up to a day. It may be broken off after any piece; the next run goes on from there."""

    world: World

    def __call__(self, day: str, tell: Callable[[int], None] = lambda _count: None) -> int:
        """How many members were looked at; `tell` hears of it as it goes. Run twice it does nothing more.

        RecoveryError while head office waits for its tills.
        """
        if self.world.database.read(read_state).mode is not Mode.NORMAL:
            raise RecoveryError
        # What has come back since is taken first, so that nothing is waited for twice.
        self._each(lambda connection, after, limit: awaiting_wallets(connection, after, limit), "", lambda _count: None)
        return self._each(lambda connection, after, limit: due_wallets(connection, day, after, limit), day, tell)

    def _each(self, find: Find, day: str, tell: Callable[[int], None]) -> int:
        done, after = 0, ""
        while wallets := self._piece(find, day, after):
            done, after = done + len(wallets), wallets[-1]
            tell(done)
        return done

    def _piece(self, find: Find, day: str, after: str) -> Sequence[WalletId]:
        wallets = self.world.database.read(lambda connection: find(connection, after, _AT_ONCE))
        try:
            self._work(wallets, day)
        except ContendedError:
            raise
        except Exception:
            # One of them it is: one by one, the others go through.
            for wallet in wallets:
                self.work_one(wallet, day)
        return wallets

    def work_one(self, wallet: WalletId, day: str) -> bool:
        """One member's nights; whether they went through. What goes wrong is parked with its reason."""
        try:
            self._work([wallet], day)
        except ContendedError:
            raise
        except Exception as error:
            _log.exception("the nights of %s went wrong", wallet)
            now, why = self.world.clock.now_ms(), f"{type(error).__name__}: {error}"
            self.world.database.write_upload(lambda connection: park_night(connection, wallet, now, why))
            return False
        return True

    def _work(self, wallets: Sequence[WalletId], day: str) -> None:
        def work(connection: Connection) -> None:
            lives = Lives(connection, self.world, wallets)
            for wallet in wallets:
                lives.nights(lives.life(wallet), day)
            lives.keep()
            wrong = parked_nights(connection) & set(wallets)
            end_parked_nights(connection, wrong, self.world.clock.now_ms())

        if wallets:
            self.world.database.write_upload(work)
