"""The printer's thread: order, marks, retries, and no slip twice by accident."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass, field, replace

import pytest

from app.devices.printer.simulator.direct import direct_printer
from app.devices.printer.simulator.state import Roll
from app.devices.printer.simulator.tcp_port import TcpPort
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.devices.printer.tcp import tcp_printer
from app.devices.printer.transport import Timeouts
from app.devices.printer.worker import Patience, PrinterWorker
from app.domain.receipt.page import Page, TextLine
from app.ports.printer import PrinterCondition, PrinterFault, PrinterTransport
from app.ports.spool import PrintOutcome, SpoolJob

BEGUN, NOT_BEGUN, PRINTED = PrintOutcome.BEGUN, PrintOutcome.NOT_BEGUN, PrintOutcome.PRINTED
BROKEN_OFF, UNPRINTABLE = PrintOutcome.BROKEN_OFF, PrintOutcome.UNPRINTABLE

SOON = Patience(idle_s=0.05, not_ready_s=(0.02,), broken_off_s=(0.02,))
WAIT_S = 5.0


def page(text: str) -> Page:
    return Page(32, (TextLine(text),))


class PlainEncoder:
    """Enough of ESC/POS for the virtual printer; refuses a page that says so."""

    def encode(self, page: Page, *, kick_drawer: bool = False) -> bytes:
        lines = [element.text for element in page.elements if isinstance(element, TextLine)]
        if "unprintable" in lines:
            raise ValueError(f"no printer could print {lines}")
        kick = self.drawer_kick() if kick_drawer else b""
        return b"\x1b@" + kick + "".join(f"{line}\n" for line in lines).encode("gb18030") + b"\x1dV\x00"

    def drawer_kick(self) -> bytes:
        return b"\x1bp\x00\x19\x19"


@dataclass
class Spool:
    """A spool in memory; marks a job that was begun as the services do."""

    jobs: list[SpoolJob] = field(default_factory=list)
    marks: list[tuple[int, PrintOutcome]] = field(default_factory=list)
    failures: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def next_job(self) -> SpoolJob | None:
        with self.changed:
            self._fail_perhaps()
            return self.jobs[0] if self.jobs else None

    def mark(self, job_id: int, outcome: PrintOutcome) -> None:
        with self.changed:
            self._fail_perhaps()
            self.marks.append((job_id, outcome))
            job = next(job for job in self.jobs if job.id == job_id)
            if outcome in (PRINTED, UNPRINTABLE):
                self.jobs.remove(job)
            elif outcome is BROKEN_OFF and job.page is not None:
                again = Page(32, (TextLine("补打"), *job.page.elements))
                self.jobs[self.jobs.index(job)] = replace(job, page=again, was_begun=True)
            self.changed.notify_all()

    def wait_for(self, job_id: int, outcome: PrintOutcome) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: (job_id, outcome) in self.marks, WAIT_S), self.marks

    def _fail_perhaps(self) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError("the database is busy")


class Conditions:
    """What the worker told of the printer, and on which threads."""

    def __init__(self) -> None:
        self.told: list[PrinterCondition] = []
        self.threads: set[str] = set()
        self._changed = threading.Condition()

    def __call__(self, condition: PrinterCondition, detail: str) -> None:
        with self._changed:
            self.told.append(condition)
            self.threads.add(threading.current_thread().name)
            self._changed.notify_all()

    def wait_for(self, *conditions: PrinterCondition) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: tuple(self.told) == conditions, WAIT_S), self.told


class ScriptedTransport:
    """A printer whose next sends go as the script says; notes what it was asked and on which thread."""

    name = "scripted"

    def __init__(self, *faults: PrinterFault | None, spool: Spool | None = None) -> None:
        self.faults = list(faults)
        self.sent: list[bytes] = []
        self.marks_at_send: list[list[tuple[int, PrintOutcome]]] = []
        self.threads: set[str] = set()
        self.is_closed = False
        self._spool = spool

    def status(self) -> PrinterCondition:
        self.threads.add(threading.current_thread().name)
        return PrinterCondition.READY

    def send(self, data: bytes) -> None:
        self.threads.add(threading.current_thread().name)
        if self._spool:
            self.marks_at_send.append(list(self._spool.marks))
        self.sent.append(data)
        fault = self.faults.pop(0) if self.faults else None
        if fault:
            raise fault

    def close(self) -> None:
        self.threads.add(threading.current_thread().name)
        self.is_closed = True


Start = Callable[..., PrinterWorker]


@pytest.fixture
def conditions() -> Conditions:
    return Conditions()


@pytest.fixture
def start(conditions: Conditions) -> Iterator[Start]:
    workers: list[PrinterWorker] = []

    def start_worker(transport: PrinterTransport, spool: Spool, patience: Patience = SOON) -> PrinterWorker:
        worker = PrinterWorker(transport, PlainEncoder(), spool, conditions, patience)
        worker.start()
        workers.append(worker)
        return worker

    yield start_worker
    for worker in workers:
        worker.stop()


def spool_of(*texts: str) -> Spool:
    return Spool([SpoolJob(number, page(text)) for number, text in enumerate(texts, start=1)])


def test_slips_are_printed_in_order_and_accounted_for(start: Start) -> None:
    printer, spool = VirtualPrinter(32), spool_of("one", "two")
    start(direct_printer(printer), spool)
    spool.wait_for(2, PRINTED)
    assert [slip.lines for slip in printer.slips] == [["one"], ["two"]]
    assert spool.marks == [(1, BEGUN), (1, PRINTED), (2, BEGUN), (2, PRINTED)]


def test_a_new_slip_is_printed_at_once(start: Start) -> None:
    printer, spool = VirtualPrinter(32), Spool()
    worker = start(direct_printer(printer), spool, Patience(idle_s=60))
    time.sleep(0.1)
    spool.jobs.append(SpoolJob(1, page("one")))
    began = time.monotonic()
    worker.notify()
    spool.wait_for(1, PRINTED)
    assert time.monotonic() - began < 1


def test_begun_is_noted_before_the_first_byte_leaves(start: Start) -> None:
    spool = spool_of("one")
    transport = ScriptedTransport(spool=spool)
    start(transport, spool)
    spool.wait_for(1, PRINTED)
    assert transport.marks_at_send == [[(1, BEGUN)]]


def test_a_printer_that_is_not_ready_is_waited_for(start: Start, conditions: Conditions) -> None:
    printer, spool = VirtualPrinter(32), spool_of("one")
    printer.set_sensors(roll=Roll.OUT)
    start(direct_printer(printer), spool)
    conditions.wait_for(PrinterCondition.PAPER_OUT)
    time.sleep(0.1)
    assert spool.marks == []
    printer.set_sensors(roll=Roll.NEAR_END)
    spool.wait_for(1, PRINTED)
    assert [slip.lines for slip in printer.slips] == [["one"]]
    conditions.wait_for(PrinterCondition.PAPER_OUT, PrinterCondition.PAPER_NEAR_END)


def test_an_idle_printer_is_watched(start: Start, conditions: Conditions) -> None:
    printer = VirtualPrinter(32)
    start(direct_printer(printer), Spool())
    conditions.wait_for(PrinterCondition.READY)
    printer.set_sensors(cover_open=True)
    conditions.wait_for(PrinterCondition.READY, PrinterCondition.COVER_OPEN)
    printer.set_sensors(cover_open=False)
    conditions.wait_for(PrinterCondition.READY, PrinterCondition.COVER_OPEN, PrinterCondition.READY)


def test_a_slip_that_broke_off_says_so_and_is_printed_again_as_a_reprint(start: Start) -> None:
    long = Page(32, tuple(TextLine(f"line {number}") for number in range(500)))
    spool = Spool([SpoolJob(1, long, kick_drawer=True)])
    quick = Timeouts(answer_s=0.5, settle_s=0.5)
    with TcpPort(VirtualPrinter(32)) as port:
        port.faults.drop_after = 2000
        start(tcp_printer(port.host, port.port, timeouts=quick), spool)
        spool.wait_for(1, PRINTED)
        first, second = port.printer.wait_for_slips(2)
        kicks = port.printer.drawer_kicks
    assert spool.marks == [(1, BEGUN), (1, BROKEN_OFF), (1, BEGUN), (1, PRINTED)]
    assert 0 < len(first.lines) < 500
    assert (second.lines[0], len(second.lines)) == ("补打", 501)
    assert kicks == 1


def test_a_slip_of_which_nothing_left_stays_fresh(start: Start, conditions: Conditions) -> None:
    spool = spool_of("one")
    fault = PrinterFault(PrinterCondition.OFFLINE, "gone in between", sent=0)
    transport = ScriptedTransport(fault)
    start(transport, spool)
    spool.wait_for(1, PRINTED)
    assert spool.marks == [(1, BEGUN), (1, NOT_BEGUN), (1, BEGUN), (1, PRINTED)]
    conditions.wait_for(PrinterCondition.READY, PrinterCondition.OFFLINE, PrinterCondition.READY)


def test_a_slip_once_begun_does_not_become_fresh_by_a_later_fault(start: Start) -> None:
    spool = Spool([SpoolJob(1, page("one"), was_begun=True)])
    start(ScriptedTransport(PrinterFault(PrinterCondition.OFFLINE, sent=0)), spool)
    spool.wait_for(1, PRINTED)
    assert spool.marks == [(1, BEGUN), (1, BROKEN_OFF), (1, BEGUN), (1, PRINTED)]


def test_a_slip_that_breaks_off_is_not_tried_again_in_a_hurry(start: Start) -> None:
    spool = spool_of("one")
    transport = ScriptedTransport(PrinterFault(PrinterCondition.OFFLINE, sent=10))
    worker = start(transport, spool, replace(SOON, broken_off_s=(60.0,)))
    spool.wait_for(1, BROKEN_OFF)
    for _ in range(5):
        worker.notify()
        time.sleep(0.03)
    assert len(transport.sent) == 1
    worker.retry_now()
    spool.wait_for(1, PRINTED)
    assert len(transport.sent) == 2


def test_a_page_nobody_can_print_does_not_block_the_next(start: Start, caplog: pytest.LogCaptureFixture) -> None:
    printer, spool = VirtualPrinter(32), spool_of("unprintable", "two")
    start(direct_printer(printer), spool)
    spool.wait_for(2, PRINTED)
    assert spool.marks == [(1, UNPRINTABLE), (2, BEGUN), (2, PRINTED)]
    assert "slip 1 cannot be encoded: ValueError" in caplog.text
    assert "['unprintable']" not in caplog.text


def test_a_busy_database_delays_but_neither_loses_nor_doubles(start: Start) -> None:
    printer, spool = VirtualPrinter(32), spool_of("one", "two")
    spool.failures = 4
    start(direct_printer(printer), spool)
    spool.wait_for(1, BEGUN)
    spool.wait_for(2, PRINTED)
    assert [slip.lines for slip in printer.slips] == [["one"], ["two"]]


def test_a_printed_slip_is_marked_even_if_the_database_balks(start: Start) -> None:
    spool = spool_of("one")

    class BalkingTransport(ScriptedTransport):
        def send(self, data: bytes) -> None:
            super().send(data)
            spool.failures = 3

    transport = BalkingTransport()
    start(transport, spool)
    spool.wait_for(1, PRINTED)
    time.sleep(0.1)
    assert len(transport.sent) == 1


def test_the_drawer_opens_with_its_slip_but_not_again_with_the_reprint(start: Start) -> None:
    printer = VirtualPrinter(32)
    spool = Spool(
        [SpoolJob(1, page("one"), kick_drawer=True), SpoolJob(2, page("two"), kick_drawer=True, was_begun=True)]
    )
    start(direct_printer(printer), spool)
    spool.wait_for(2, PRINTED)
    assert [slip.drawer_kicks for slip in printer.slips] == [1, 0]


def test_a_job_may_be_the_drawer_alone(start: Start) -> None:
    printer, spool = VirtualPrinter(32), Spool([SpoolJob(1, None, kick_drawer=True), SpoolJob(2, None)])
    start(direct_printer(printer), spool)
    spool.wait_for(2, PRINTED)
    assert (printer.drawer_kicks, printer.slips) == (1, [])


def test_the_drawer_can_be_opened_past_the_spool(start: Start) -> None:
    printer = VirtualPrinter(32)
    worker = start(direct_printer(printer), Spool(), Patience(idle_s=60))
    assert worker.kick_drawer().result(WAIT_S).condition is PrinterCondition.READY
    assert printer.drawer_kicks == 1


def test_a_drawer_that_cannot_open_now_does_not_open_later(start: Start) -> None:
    printer = VirtualPrinter(32)
    printer.set_sensors(online=False)
    worker = start(direct_printer(printer), Spool())
    assert worker.kick_drawer().result(WAIT_S).condition is PrinterCondition.OFFLINE
    printer.set_sensors(online=True)
    time.sleep(0.15)
    assert printer.drawer_kicks == 0


def test_a_trial_page_is_printed_past_a_spool_that_waits(start: Start) -> None:
    printer = VirtualPrinter(32)
    spool = spool_of("one")
    spool.failures = 10_000
    worker = start(direct_printer(printer), spool)
    assert worker.try_page(page("trial")).result(WAIT_S).condition is PrinterCondition.READY
    assert [slip.lines for slip in printer.slips] == [["trial"]]


def test_a_trial_that_cannot_be_encoded_tells_its_asker(start: Start) -> None:
    worker = start(direct_printer(VirtualPrinter(32)), Spool())
    with pytest.raises(ValueError, match="no printer could"):
        worker.try_page(page("unprintable")).result(WAIT_S)


def test_everything_happens_on_the_printers_own_thread(start: Start, conditions: Conditions) -> None:
    transport, spool = ScriptedTransport(), spool_of("one")
    worker = start(transport, spool)
    spool.wait_for(1, PRINTED)
    worker.kick_drawer().result(WAIT_S)
    worker.stop()
    assert transport.threads == conditions.threads == {"printer:scripted"}
    assert transport.is_closed


def test_stop_is_quick_even_while_waiting_and_cancels_what_was_asked(start: Start) -> None:
    worker = start(ScriptedTransport(), Spool(), Patience(idle_s=60))
    time.sleep(0.1)
    began = time.monotonic()
    worker.stop()
    assert time.monotonic() - began < 1
    assert not any(thread.name == "printer:scripted" for thread in threading.enumerate())


def test_asking_a_worker_that_has_stopped_is_cancelled(start: Start) -> None:
    worker = start(ScriptedTransport(), Spool())
    worker.stop()
    with pytest.raises(CancelledError):
        worker.kick_drawer().result(WAIT_S)
