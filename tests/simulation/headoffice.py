"""Head office of the simulation: the shipped services on a file that is backed up and restored."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.ledger import BONUS, PRINCIPAL, Lot, Unit
from sync.office.services.begin import begin_office
from sync.office.services.enrol import EnrolTill, MakeCode
from sync.office.services.errors import EnrolmentRefusedError
from sync.office.services.report import Report
from sync.office.services.restore import enter_recovery
from sync.office.services.say_hello import SayHello
from sync.office.services.take_push import TakePush
from sync.office.services.world import World
from sync.office.services.write_off import WriteOffTill
from sync.office.storage.chains import find_chain
from sync.office.storage.engines import connect_sqlite, open_sqlite
from sync.protocol.messages import Enrol, Hello
from sync.protocol.wire import Frame, links_of
from tests.simulation.crash import Fuse
from tests.sync.protocol.chains import Chain

KEY = bytes(range(32))
PUBLIC_KEY = "00" * 32
WALLETS = tuple(WalletId(f"w{number}") for number in range(3))
EARLY, LATE, BONUS_LOT = Lot("top_up", "", "2026-12-31"), Lot("top_up", "", ""), Lot("gift", "", "2027-12-31")
# What every wallet begins with, by lot (minor units): the most that all tills together may ever take, plus credits.
FORTUNE: tuple[tuple[Unit, Lot, int], ...] = (
    (PRINCIPAL, EARLY, 3_000),
    (PRINCIPAL, LATE, 6_000),
    (BONUS, BONUS_LOT, 1_500),
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
        self._open()
        self._found()

    def _open(self) -> None:
        database = open_sqlite(self._path, KEY)
        self.world = World(database, self._clock, self._dice)
        begin_office(self.world, MerchantId("shop"))
        self.fuse = Fuse()
        self.fuse.watch_engine(database.writer)

    def close(self) -> None:
        self.world.database.close()

    def enrol(self, name: str) -> bool:
        """Take a till in; False where a person has to write off its namesake first."""
        code = MakeCode(self.world)("shop")
        try:
            EnrolTill(self.world)(Enrol(code=code, till=name, epoch=1, public_key=PUBLIC_KEY))
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
        connection = connect_sqlite(self._path, KEY)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.close()
        shutil.copy(self._path, target)
        return target

    def restore(self, backup: Path) -> None:
        """The copy takes the file's place, and head office enters RECOVERY."""
        self.close()
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        shutil.copy(backup, self._path)
        self._open()
        enter_recovery(self.world)

    def is_normal(self) -> bool:
        return Report(self.world).state().mode.value == "normal"

    def _found(self) -> None:
        """Every wallet has its fortune: topped up and returned by a till that is closed since."""
        chain = Chain(TillId("T-old"))
        for wallet in WALLETS:
            for unit, lot, amount in FORTUNE:
                chain.top_up(amount, wallet=wallet, unit=unit, lot=lot)
                chain.give_back(amount, wallet=wallet, unit=unit, lot=lot)
        self.enrol("T-old")
        head = chain.head
        epoch = Report(self.world).state().server_epoch
        SayHello(self.world)(
            Hello(
                till="T-old",
                epoch=1,
                server_epoch=epoch,
                last_seq=head.seq,
                last_hash=head.hash.hex(),
                acked=0,
                granted=(),
            )
        )
        TakePush(self.world)(Frame(head.till, 1, links_of(chain.events)))
        self.write_off("T-old")
        self.founding = frozenset(event.hash for event in chain.events)
