"""The line of a single shop: nothing of it is loaded, and no process started, before the till is on the screen."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from app.bootstrap.membership import ShopOfficeKeys
from app.bootstrap.till import OpenTill
from app.domain.ids import WalletId
from app.domain.lease.share import MONEY
from app.domain.ledger import Unit
from app.ports.head_office import Fetching, Joined, Joining, Lending, Lent, Line, OfficeStatus, Seeking
from app.ports.worker import Worker
from app.storage.places import OFFICE_FOLDER
from app.storage.till.config import PROGRAMME

if TYPE_CHECKING:
    from app.bootstrap.sync import SyncThread

_log = logging.getLogger(__name__)

# Whoever has just opened the till signs on first; nothing at head office is in a hurry.
SETTLE_SECONDS = 2.0
# A HELLO tells every total that was granted, in one message of at most 16 MiB. Only a demo shop of a million members
# has so many: a single shop's own credits are no grants.
MOST_GRANTED = 100_000
_STOP_SECONDS = 3.0


class ShopLine:
    """Fits `app.ports.head_office.HeadOffice`; `start` begins the sync thread."""

    def __init__(
        self,
        till: OpenTill,
        keys: ShopOfficeKeys,
        worker: Worker,
        tell: Callable[[OfficeStatus], None],
        lease_came: Callable[[WalletId], None],
        settle_seconds: float = SETTLE_SECONDS,
    ) -> None:
        self._till, self._keys, self._worker = till, keys, worker
        self._tell, self._lease_came, self._settle_seconds = tell, lease_came, settle_seconds
        self._folder = till.data_dir / OFFICE_FOLDER
        self._first = OfficeStatus(
            line=Line.TRYING,
            is_inside=True,
            line_since=till.clock.now_ms(),
            till=till.store.state.till,
            address=str(self._folder),
            shop=till.settings.shop_name,
        )
        self._sync: SyncThread | None = None
        self._is_closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    @property
    def status(self) -> OfficeStatus:
        """How the line is now."""
        return self._sync.status if self._sync else self._first

    def start(self) -> None:
        """Begin, in a moment."""
        self._thread.start()

    def close(self) -> None:
        """End the process with the till."""
        self._is_closed.set()
        if self._sync:
            self._sync.close()
        if self._thread.ident:
            self._thread.join(_STOP_SECONDS)

    def try_now(self) -> None:
        """Do not wait any longer."""
        if self._sync:
            self._sync.try_now()

    def cancel_copy(self) -> None:
        """The members of this shop lie here already."""

    def look_elsewhere(self, *, card: str = "", phone: str = "") -> "Future[Seeking]":
        """There is no other till that could know them."""
        future: Future[Seeking] = Future()
        future.set_result(Seeking.NOBODY)
        return future

    def ask(self, wallet: WalletId, missing: int, units: Sequence[Unit] = MONEY) -> "Future[Lent]":
        """Ask for so much of these units."""
        if self._sync:
            return self._sync.ask(wallet, missing, units)
        future: Future[Lent] = Future()
        future.set_result(Lent(Lending.OFFLINE))
        return future

    def fetch_sale(self, receipt_number: str, *, at_risk: bool = False) -> "Future[Fetching]":
        """There is no other till."""
        future: Future[Fetching] = Future()
        future.set_result(Fetching.UNKNOWN)
        return future

    def enrol_again(self, code: str) -> "Future[Joined]":
        """The head office in this shop knows its till."""
        future: Future[Joined] = Future()
        future.set_result(Joined(Joining.ALONE))
        return future

    def welcome(self, wallet: WalletId, elsewhere: Mapping[Unit, int]) -> None:
        """All they have comes by itself; their counted rights are made when they are asked for."""
        if self._sync:
            self._sync.welcome(wallet, elsewhere)

    def _run(self) -> None:
        if self._is_closed.wait(self._settle_seconds):
            return
        if self._worker.submit(self._count_granted).result() > MOST_GRANTED:
            _log.warning("more was granted here without a head office than one could be told: none is started")
            self._first = OfficeStatus(till=self._first.till)
            self._tell(self._first)
            return
        self._lay_the_programme_down()
        sync = self._made()
        self._sync = sync
        if self._is_closed.is_set():
            sync.close()
            return
        sync.run()

    def _count_granted(self) -> int:
        from sync.client.state import read_sync_state

        with self._till.store.unit_of_work() as uow:
            # Once it has been told the totals, only what is new is said.
            if read_sync_state(uow.config).has_told_totals:
                return 0
            return uow.outbox.count_granted(MOST_GRANTED + 1)

    def _lay_the_programme_down(self) -> None:
        """The office reads the shop's programme when it starts: every time, for the till may have another by now."""
        from app.bootstrap.shop_office.child import PROGRAMME_FILE

        text = self._worker.submit(self._programme_text).result()
        if text is not None:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            (self._folder / PROGRAMME_FILE).write_text(text, encoding="utf-8")

    def _programme_text(self) -> str | None:
        with self._till.store.unit_of_work() as uow:
            return uow.config.get(PROGRAMME)

    def _made(self) -> "SyncThread":
        from app.bootstrap.office_line import OfficeLine
        from app.bootstrap.shop_office.child import ForWhom, OfficeChild
        from app.bootstrap.shop_office.ear import ShopEar
        from app.bootstrap.shop_office.office import ShopOffice
        from app.bootstrap.sync import SyncThread

        state, first = self._till.store.state, self._first
        whom = ForWhom(state.till, state.epoch, state.merchant, first.shop)
        office = ShopOffice(OfficeChild(self._folder, self._keys, whom), self._keys, whom)
        line = OfficeLine(
            office,
            first.address,
            first.shop,
            office.sign,
            is_inside=True,
            listener=ShopEar(office.second_wire),
            standings=office,
        )
        return SyncThread(self._till, line, self._worker, self._tell, self._lease_came)
