"""Head office of the simulation: the shipped services on a file that is backed up and restored."""

import functools
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot, Unit
from sync.office.services.errors import EnrolmentRefusedError
from sync.office.services.ledger.report import Report
from sync.office.services.tills.begin import begin_office
from sync.office.services.tills.enrol import EnrolTill, MakeCode
from sync.office.services.tills.restore import enter_recovery
from sync.office.services.tills.say_hello import SayHello
from sync.office.services.tills.take_push import TakePush
from sync.office.services.tills.write_off import WriteOffTill
from sync.office.services.world import World
from sync.office.storage.chains import find_chain
from sync.office.storage.engines import Database, open_sqlite
from sync.protocol.messages import Enrol, Hello
from sync.protocol.wire import Frame, links_of
from tests.simulation.crash import Fuse
from tests.simulation.watch import OfficeWatch
from tests.sync.protocol.chains import Chain

KEY = bytes(range(32))
# Every box speaks with this key.
TILL_KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
PUBLIC_KEY = TILL_KEY.public_key().public_bytes_raw().hex()
WALLETS = tuple(WalletId(f"w{number}") for number in range(3))
EARLY, LATE, BONUS_LOT = Lot("top_up", "", "2026-12-31"), Lot("top_up", "", ""), Lot("gift", "", "2027-12-31")
RIGHT = Unit("right:first_cake")
# Files that only memory holds: what a real disk does is tested with kill -9, not here.
MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
# What every wallet begins with, by lot (minor units): the most that all tills together may ever take, plus credits.
FORTUNE: tuple[tuple[Unit, Lot, int], ...] = (
    (PRINCIPAL, EARLY, 3_000),
    (PRINCIPAL, LATE, 6_000),
    (BONUS, BONUS_LOT, 1_500),
    (POINTS, BONUS_LOT, 300),
    (RIGHT, LATE, 2),
)


@dataclass
class Clock:
    """Head office's clock."""

    now: int = 1_764_000_000_000

    def now_ms(self) -> int:
        self.now += 1
        return self.now

    def day(self) -> str:
        return "2026-11-22"


class Dice:
    """Bytes from a seed."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def bytes(self, count: int) -> bytes:
        return self._chance.randbytes(count)


class HeadOffice:
    """One office.db and whoever answers for it."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self._path = folder / "office.db"
        self._folder = folder
        self._backups = 0
        self._clock, self._dice = Clock(), Dice(chance)
        office_db, self.founding = founded()
        self._path.write_bytes(office_db)
        database = open_sqlite(self._path, KEY)
        # So that a crash or another till comes between two parts of a frame.
        database.events_at_once, database.is_awaited = 3, lambda: True
        self.world = World(database, self._clock, self._dice)
        # Checks that read everything go through the connection that has it: another one decrypts each page anew.
        self.books = replace(self.world, database=Database(database.writer, database.writer, 1))
        self.watch = OfficeWatch(database.writer)
        self.fuse = Fuse()
        self.fuse.watch_engine(database.writer)

    def close(self) -> None:
        self.world.database.close()

    def enrol(self, name: str, shop: str = "shop") -> bool:
        """Take a till in; False where a person has to write off its namesake first."""
        try:
            _enrol(self.world, name, shop)
        except EnrolmentRefusedError:
            return False
        return True

    def knows(self, name: str) -> bool:
        """Whether a chain of this till was ever enrolled here."""
        return self.world.database.read(lambda connection: find_chain(connection, name, 1)) is not None

    def write_off(self, name: str) -> dict[Unit, int]:
        return WriteOffTill(self.world)(name, 1, ["wang", "li"], "lost")

    def back_up(self) -> Path:
        """A copy of the file as of now."""
        self._backups += 1
        target = self._folder / f"backup-{self._backups}.db"
        self.watch.checkpoint()
        shutil.copy(self._path, target)
        return target

    def restore(self, backup: Path) -> None:
        """The copy takes the file's place, and head office enters RECOVERY."""
        self.close()
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        shutil.copy(backup, self._path)
        self.fuse.disarm()
        self.watch.begin_again()
        enter_recovery(self.world)

    def is_normal(self) -> bool:
        return Report(self.world).state().mode.value == "normal"


@functools.cache
def founded() -> tuple[bytes, frozenset[bytes]]:
    """An office.db in which every wallet has its fortune, and the hashes of the events that say so; made once.

    The fortunes were topped up and returned by a till that is closed since.
    """
    chain = Chain(TillId("T-old"))
    for wallet in WALLETS:
        for unit, lot, amount in FORTUNE:
            chain.top_up(amount, wallet=wallet, unit=unit, lot=lot)
            chain.give_back(amount, wallet=wallet, unit=unit, lot=lot)
    with tempfile.TemporaryDirectory(prefix="mt-sim-", dir=MEMORY) as folder:
        path = Path(folder) / "office.db"
        database = open_sqlite(path, KEY)
        world = World(database, Clock(), Dice(Random(0)))
        epoch = begin_office(world, MerchantId("shop")).server_epoch
        _enrol(world, chain.head.till)
        last_seq, last_hash = chain.head.seq, chain.head.hash.hex()
        hello = Hello(
            till=chain.head.till,
            epoch=1,
            server_epoch=epoch,
            last_seq=last_seq,
            last_hash=last_hash,
            acked=0,
            granted=(),
        )
        SayHello(world)(hello)
        TakePush(world)(Frame(chain.head.till, 1, links_of(chain.events)))
        WriteOffTill(world)(chain.head.till, 1, ["wang", "li"], "closed")
        database.close()
        return path.read_bytes(), frozenset(event.hash for event in chain.events)


def _enrol(world: World, name: str, shop: str = "shop") -> None:
    EnrolTill(world)(Enrol(code=MakeCode(world)(shop), till=name, epoch=1, public_key=PUBLIC_KEY))
