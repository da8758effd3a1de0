"""A till's real spool, its printer's thread and a simulated printer on a real line, for tests that break the line."""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from app.bootstrap.spool import WorkerSpool
from app.devices.printer.escpos_slip import EscposSlip
from app.devices.printer.profiles import load_profiles
from app.devices.printer.transport import Timeouts
from app.devices.printer.worker import Patience, PrinterWorker
from app.paths import resources_dir
from app.ports.printer import PrinterCondition, PrinterTransport
from app.ports.store import Slip, SlipKind
from app.storage.worker import DatabaseWorker
from tests.app.services.shop import Shop

# A false time-out on a busy machine only makes one more reprint, which says so: no figure here decides a test.
QUICK = Timeouts(connect_s=2.0, write_s=2.0, answer_s=0.5, settle_s=0.5)
AT_ONCE = Patience(idle_s=60, not_ready_s=(0.001,), broken_off_s=(0.001,))
MARK = "补打"
_WAIT_S = 20.0


class SpoolRig:
    """One till. `transport` is its line to the printer."""

    def __init__(self, shop: Shop, transport: PrinterTransport, cache: Path, patience: Patience = AT_ONCE) -> None:
        self.shop = shop
        self.worker = DatabaseWorker(shop.store)
        self._changed = threading.Condition()
        profile = load_profiles(resources_dir() / "printers")["generic-80"]
        self.encoder = EscposSlip(profile, cache)
        self.conditions: list[PrinterCondition] = []
        self._spool = WorkerSpool(self.worker, shop.use.print_slips, self._tell)
        self.printer = PrinterWorker(transport, self.encoder, self._spool, self._condition, patience)

    def start(self) -> None:
        """Print what waits."""
        self.printer.start()

    def stop(self) -> None:
        """The till is switched off."""
        self.printer.stop()
        self.worker.close()

    def queue(self, count: int = 1) -> None:
        """Test pages for the printer."""
        self.worker.submit(lambda: self._queue(count)).result()
        self.printer.notify()

    def waiting(self) -> list[Slip]:
        """What is not printed."""
        return list(self.worker.submit(self.shop.use.print_slips.waiting).result())

    def wait_until_printed(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Until nothing waits, as long as it gets less.

        `meanwhile` is done over and over, as by somebody who looks after the printer.
        """
        least, deadline = sys.maxsize, 0.0
        while waiting := len(self.waiting()):
            if waiting < least:
                least, deadline = waiting, time.monotonic() + _WAIT_S
            assert time.monotonic() < deadline, self.waiting()
            meanwhile()
            with self._changed:
                self._changed.wait(0.02)

    def bytes_of_a_slip(self) -> int:
        """How many bytes a test page has."""
        page = self.worker.submit(self.shop.use.print_slips.test_preview).result()
        return len(self.encoder.encode(page))

    def _queue(self, count: int) -> None:
        with self.shop.store.unit_of_work() as uow:
            for _ in range(count):
                uow.spool.add(SlipKind.TEST, "")
            uow.commit()

    def _tell(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _condition(self, condition: PrinterCondition, detail: str) -> None:
        self.conditions.append(condition)
