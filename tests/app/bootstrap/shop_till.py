"""A single shop without its window: the shipped store, worker, services, thread and child process."""

import os
import shutil
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from app.bootstrap.shop_office.line import ShopLine
from app.bootstrap.till import open_till
from app.cli.demo.clock import midnight_ms
from app.cli.demo.shop import build_demo_shop
from app.devices.clock import SystemClock
from app.domain.ids import TillId, WalletId
from app.domain.ledger import lease_at
from app.ports.head_office import OfficeStatus
from app.storage.keys import open_key
from app.storage.places import OFFICE_FOLDER
from sync.office.storage.engines import connect_sqlite

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 60.0
# Head office looks twice a second whether something happened.
_CALM_S = 2.5
DAY_MS = 24 * 60 * 60 * 1000
Balances = dict[tuple[str, str, str], int]


def demo_shop(place: Path, members: int = 60) -> Path:
    """A small demo shop, as `membertill demo` builds it."""
    clock = SystemClock()
    now = clock.now_ms()
    eve = clock.local_date(now - DAY_MS)
    build_demo_shop(place, members=members, today=clock.local_date(now), now_ms=midnight_ms(eve))
    return place


class ShopTill:
    """The till of a single shop, running; head office inside begins at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = folder / OFFICE_FOLDER
        self.till = open_till(folder)
        self.worker = self.till.start_worker()
        self.told: list[OfficeStatus] = []
        self.came: list[WalletId] = []
        self.line = ShopLine(
            self.till, self.till.shop_office, self.worker, self.told.append, self.came.append, settle_seconds=0
        )
        self.line.start()

    def until(self, is_so: Callable[[OfficeStatus], bool]) -> None:
        """Wait for the line to be so."""
        deadline = time.monotonic() + PATIENCE_S
        while not is_so(self.line.status):
            assert time.monotonic() < deadline, (self.line.status, self.log())
            time.sleep(0.02)

    def leases(self) -> Balances:
        """What this till holds, lot by lot."""

        def read() -> Balances:
            with self.till.store.unit_of_work() as uow:
                return {(at.wallet, at.unit, at.lot.key): at.held for at in uow.outbox.leases() if at.held}

        return self.worker.submit(read).result()

    def settled(self) -> Balances:
        """What this till holds once its office has nothing more to give."""
        before, now = None, self.leases()
        while before != now:
            time.sleep(_CALM_S)
            before, now = now, self.leases()
        return now

    def log(self) -> str:
        """What the child has said."""
        parts = [self.office / "office.log", self.office / "last-words.txt"]
        return "\n".join(part.read_text(encoding="utf-8")[-2_000:] for part in parts if part.exists())

    def close(self) -> None:
        """As the window does at its end."""
        self.line.close()
        self.worker.close()
        self.till.directory.close()


def at_office(folder: Path, till: TillId) -> Balances:
    """What the office in this shop believes that the till holds; read while nobody serves."""
    key = open_key(folder).for_office_db()
    with closing(connect_sqlite(folder / OFFICE_FOLDER / "office.db", key)) as connection:
        sql = "SELECT wallet, unit, lot, balance FROM accounts WHERE place = ? AND balance <> 0"
        rows = connection.execute(sql, (lease_at(till),)).fetchall()
    return {(wallet, unit, lot): balance for wallet, unit, lot, balance in rows}


def office_process_of(folder: Path) -> int:
    """The process id of whoever serves this folder (Linux)."""
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            with suppress(OSError):
                words = (process / "cmdline").read_bytes().split(b"\0")
                if b"inside" in words and os.fsencode(folder) in words:
                    return int(process.name)
    raise AssertionError(f"nobody serves {folder}")


def copied(shop: Path, place: Path) -> Path:
    """A copy to spoil."""
    return Path(shutil.copytree(shop, place))
