"""A till of a chain without its window: enrolled by the command; the shipped store, worker, services and thread."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from app.bootstrap.start import start
from app.bootstrap.sync import SyncThread, chain_line
from app.bootstrap.till import OpenTill, open_till
from app.domain.basket import Basket
from app.domain.errors import Refused
from app.domain.ids import CardNumber, MemberId, OperatorId, WalletId
from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.member import Card, Member, MemberView
from app.domain.pricing import price
from app.domain.programme.scene import Moment
from app.domain.sale.facts import Sale
from app.domain.staff import Operator, Role
from app.ports.clock import Clock
from app.ports.directory import DirectoryMark
from app.ports.head_office import Lent, OfficeStatus
from app.services.post_sale import SaleRequest
from app.storage.directory.build import build_directory
from app.storage.directory.place import DirectoryPlace, use_directory
from app.storage.keys import open_key
from app.storage.till.store import TillStore
from sync.client.state import read_sync_state
from tests.app.domain.builders import cash, product, stored_value
from tests.chain.processes import OfficeProcess

Result = TypeVar("Result")

MANAGER = Operator(OperatorId("manager"), "店长", Role.MANAGER)
WALLET = WalletId("w-zhang")
CARD = CardNumber("880000000013")
ZHANG = Member(MemberId("m-zhang"), WALLET, "张三", "13800001111", joined_on="2024-06-01", last_visit_on="2026-11-01")
PATIENCE_S = 60.0  # more than the longest rest between two tries


def enrol(folder: Path, office: OfficeProcess, *more: str) -> int:
    """`membertill enrol` with a fresh code; its exit status."""
    invitation = office.invitation()
    code = f"{invitation.address}#{invitation.code}#{invitation.fingerprint}"
    return start(["enrol", "--code", code, "--data-dir", str(folder), *more])


def furnish(folder: Path, total_minor: int = 50_000) -> None:
    """What the chain's feeds will bring one day: a member with a card, and what the directory believes they have."""
    key = open_key(folder)
    place = DirectoryPlace("directory-1.db", key.for_directory("directory-1.db"))
    build_directory(
        folder / place.file,
        place.key,
        DirectoryMark(1, 0),
        [ZHANG],
        [Card(CARD, WALLET, ZHANG.id)],
        [(WALLET, PRINCIPAL, total_minor)],
    )
    with closing(TillStore.open(folder, key)) as store, store.unit_of_work() as uow:
        use_directory(uow.config, place)
        uow.commit()


class ChainTill:
    """One till, running."""

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        self.folder, self._clock = folder, clock
        self.told: list[OfficeStatus] = []
        self.came: list[WalletId] = []
        self._open()

    @property
    def till(self) -> OpenTill:
        return self._till

    @property
    def status(self) -> OfficeStatus:
        return self._sync.status

    @property
    def sync(self) -> SyncThread:
        return self._sync

    def do(self, work: Callable[[], Result]) -> Result:
        """On the database worker, as the screens do it."""
        return self._worker.submit(work).result(PATIENCE_S)

    def view(self) -> MemberView:
        """The card is read."""
        found = self.do(lambda: self._till.use_cases.look_up(CARD))
        assert isinstance(found, MemberView)
        return found

    def ask(self, missing_minor: int) -> Lent:
        """The stored-value key."""
        return self._sync.ask(WALLET, missing_minor).result(PATIENCE_S)

    def sell(self, from_card_minor: int) -> Sale | Refused:
        """Something dear enough whatever the programme takes off; what the card does not pay is paid in cash."""
        basket = Basket().with_member(self.view()).add(product(1, 2 * from_card_minor + 1_000))
        total = price(basket, self._till.programme, Moment(self.do(self._day))).total_minor
        tendered = [stored_value(from_card_minor)] if from_card_minor else []
        tendered.append(cash(total - from_card_minor))
        request = SaleRequest(MANAGER, basket, self._till.programme, tendered, total)
        return self.do(lambda: self._till.use_cases.post_sale(request))

    def until(self, is_so: Callable[[OfficeStatus], bool], *, hurry: bool = True) -> None:
        """Wait for the line to be so; `hurry` presses the button."""
        deadline = time.monotonic() + PATIENCE_S
        if hurry:
            self._sync.try_now()
        while not is_so(self.status):
            assert time.monotonic() < deadline, self.status
            time.sleep(0.02)

    def until_all_is_sent(self) -> None:
        """Until head office has the whole journal: the status may not count yet what was written a moment ago."""
        self.until(lambda _: self.do(self._is_all_sent))

    def held(self) -> int:
        """What this till may spend of the card."""
        view = self.view()
        return view.usable(PRINCIPAL) + view.usable(BONUS)

    def close(self) -> None:
        """As the window does at its end."""
        self._sync.close()
        self._worker.close()
        self._till.directory.close()

    def _is_all_sent(self) -> bool:
        with self._till.store.unit_of_work() as uow:
            return read_sync_state(uow.config).acked == uow.journal.head().seq

    def _day(self) -> str:
        return self._till.clock.local_date(self._till.clock.now_ms())

    def _open(self) -> None:
        self._till = open_till(self.folder, self._clock)
        assert self._till.placement is not None
        self._worker = self._till.start_worker()
        line = chain_line(self._till, self._till.placement)
        self._sync = SyncThread(self._till, line, self._worker, self.told.append, self.came.append)
        self.do(lambda: self._till.use_cases.open_shift(MANAGER, 30_000))
        self._sync.start()
