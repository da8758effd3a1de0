"""A till of the simulation: the shipped store, services and client on a memory-backed folder."""

import functools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeVar

from app.domain.basket import Basket
from app.domain.errors import Refused
from app.domain.ids import CardNumber, MemberId, MerchantId, OperatorId, TierId, TillId, WalletId
from app.domain.journal import Event
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Unit
from app.domain.member import Card, Holding, Member, MemberView
from app.domain.pricing import price
from app.domain.programme.scene import Moment
from app.domain.sale.facts import Sale
from app.domain.staff import Approval, Operator, Permission, PinRecord, Role
from app.domain.stored_value import spendable
from app.ports.directory import DirectoryMark
from app.services.open_shift import OpenShift
from app.services.post_sale import PostSale, SaleRequest
from app.services.refund_sale import RefundSale
from app.services.stamp import Recorder
from app.storage.keys import StoreKey
from app.storage.places import TILL_DB
from app.storage.till.store import TillStore
from app.storage.till.work import Known
from sync.client.office import NotEnrolledError, OfficeError
from sync.client.session import Session
from tests.app.domain.builders import DEMO_PROGRAMME, cash, product, stored_value
from tests.simulation.crash import CrashError, Fuse
from tests.simulation.desk import Desk
from tests.simulation.headoffice import MEMORY
from tests.simulation.watch import TillWatch
from tests.simulation.wire import GoneError, Line

T = TypeVar("T")
KEY = StoreKey(bytes(range(32)))
MERCHANT = MerchantId("shop")
CASHIER = Operator(OperatorId("chen"), "陈", Role.SUPERVISOR)
DAY = "2026-11-22"


class Clock:
    """The wall clock of one machine; it can jump."""

    def __init__(self) -> None:
        self.wall = 1_764_000_000_000
        self.mono = 0

    def now_ms(self) -> int:
        self.wall += 1_000
        self.mono += 1_000
        return self.wall

    def monotonic_ms(self) -> int:
        return self.mono

    def local_date(self, at_ms: int) -> str:
        return DAY

    def local_time(self, at_ms: int) -> str:
        return f"{DAY} 10:00:00"


class Dice:
    """Bytes from a seed."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def bytes(self, count: int) -> bytes:
        return self._chance.randbytes(count)


class NoDirectory:
    """Nobody is in it; every card is as good as the till's leases."""

    def mark(self) -> DirectoryMark:
        return DirectoryMark(1, 0)

    def member(self, member_id: MemberId) -> Member | None:
        return None

    def heard(self, wallet: WalletId) -> int:
        return self.mark().applied_seq

    def followed(self, wallet: WalletId) -> int:
        return self.mark().applied_seq

    def cards_of(self, wallet: WalletId) -> tuple[Card, ...]:
        return (Card(CardNumber("1"), wallet, None),)

    def balances(self, wallet: WalletId) -> dict[Unit, int]:
        return {}


class Machine:
    """One box that says it is a till."""

    def __init__(self, folder: Path, name: str, line: Line, chance: Random) -> None:
        self.folder, self.name, self.line, self.chance = folder, name, line, chance
        self.clock = Clock()
        self.watch = TillWatch()
        self._looked_at: Known | None = None
        self.is_honest = True
        self.is_lost = False
        self.is_forgotten = False
        self._open()

    @property
    def label(self) -> str:
        return self.folder.name

    def _open(self) -> None:
        self.line.starts += 1
        if not self.folder.exists():
            self.folder.mkdir()
            (self.folder / TILL_DB).write_bytes(new_till_db())
        self.store = TillStore.open(self.folder, KEY)
        recorder = Recorder(self.clock, Dice(self.chance))
        if not self.store.is_enrolled:
            self.store.enrol(TillId(self.name), MERCHANT, 1, clock=self.clock, randomness=Dice(self.chance))
            with self.store.unit_of_work() as uow:
                uow.staff.put(PinRecord(CASHIER, ""))
                uow.commit()
        self.fuse = Fuse()
        self.fuse.watch_connection(self.store._connection)
        self.post_sale = PostSale(self.store, NoDirectory(), recorder)  # type: ignore[arg-type]
        self.refund_sale = RefundSale(self.store, NoDirectory(), recorder)  # type: ignore[arg-type]
        self.desk = Desk(self.store, NoDirectory(), recorder, CASHIER)  # type: ignore[arg-type]
        self.session = Session(self.store, recorder, self.line, lambda work: work())
        OpenShift(self.store, recorder)(CASHIER, 0)

    def reopen(self) -> None:
        """After a crash: the process is gone, the files are as they are."""
        self.store._opened.close()
        self._open()

    def close(self) -> None:
        self.store.close()

    @property
    def has_moved(self) -> bool:
        """Whether anything was committed since the last look."""
        return self.store._known is not self._looked_at

    def look(self) -> set[tuple[str, str]]:
        """Check what is new in the till's own books; the (wallet, unit) that were touched."""
        self._looked_at = known = self.store._known
        assert known is not None
        return self.watch.look(self.store._connection._raw, known)

    def copy_to(self, folder: Path) -> None:
        """An image of the disk."""
        self.store.checkpoint(truncate=True)
        shutil.copytree(self.folder, folder)

    def replace_by(self, image: Path) -> None:
        """The disk is put back from an image."""
        self.store._opened.close()
        shutil.rmtree(self.folder)
        shutil.copytree(image, self.folder)
        self.watch = TillWatch()
        self._open()

    def try_to(self, do: Callable[[], T]) -> T | None:
        """Do something that a crash or the network may stop; `is_forgotten` where head office knows no such till."""
        try:
            return do()
        except OfficeError as error:
            self.is_forgotten = isinstance(error, NotEnrolledError)
        except CrashError:
            self.reopen()
        except GoneError:
            pass
        return None

    # --- what a cashier does

    def sell(self, wallet: WalletId, amount: int, from_card: int) -> Sale | None:
        """Sell for `amount`, as much of it from the card as was said; None where it was refused."""
        basket, total = _basket(wallet, amount), _total(amount)
        paid = min(from_card, total)
        tendered = ([stored_value(paid)] if paid else []) + ([cash(total - paid)] if total > paid else [])
        outcome = self.post_sale(SaleRequest(CASHIER, basket, DEMO_PROGRAMME, tendered, total))
        return None if isinstance(outcome, Refused) else outcome

    def refund_last(self) -> bool:
        """Give back the last sale that can be."""
        approval = Approval(Permission.REFUND, CASHIER.id, CASHIER.id, "x")
        for recent in self.refund_sale.recent()[:5]:
            if not isinstance(self.refund_sale(recent.sale.id, {1: 1_000}, approval), Refused):
                return True
        return False

    # --- what the checks look at

    def leases(self, wallet: WalletId) -> int:
        """What the card can pay here."""
        with self.store.unit_of_work() as uow:
            return spendable(tuple(uow.ledger.leases(wallet)), DAY)

    def totals(self) -> dict[tuple[str, str, str], tuple[int, int]]:
        """(granted, held) by lot."""
        with self.store.unit_of_work() as uow:
            return {(at.wallet, at.unit, at.lot.key): (at.granted, at.held) for at in uow.outbox.leases()}

    def events(self) -> list[Event]:
        """Everything this box has committed."""
        with self.store.unit_of_work() as uow:
            return list(uow.outbox.after(0, 1_000_000))


@functools.cache
def new_till_db() -> bytes:
    """The file of a till that was never enrolled; made once."""
    with tempfile.TemporaryDirectory(prefix="mt-sim-", dir=MEMORY) as folder:
        TillStore.open(Path(folder), KEY).close()
        return (Path(folder) / TILL_DB).read_bytes()


@functools.cache
def _basket(wallet: WalletId, amount: int) -> Basket:
    return Basket().with_member(member_of(wallet)).add(product(1, amount))


@functools.cache
def _total(amount: int) -> int:
    """What the screen shows, whoever's basket it is; a till prices a basket again before it posts it."""
    return price(_basket(WalletId("anybody"), amount), DEMO_PROGRAMME, Moment(DAY)).total_minor


@functools.cache
def member_of(wallet: WalletId) -> MemberView:
    """Whoever swipes the wallet's card."""
    usable = {unit: Holding(unit, 0, 0) for unit in (PRINCIPAL, BONUS, POINTS)}
    who = Member(MemberId(f"m-{wallet}"), wallet, "张三", "13800001234", TierId("silver"))
    return MemberView(wallet, who, Card(CardNumber("1"), wallet, who.id), usable)
