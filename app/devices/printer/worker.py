"""The printer's one I/O thread: takes slips from the spool, prints them one by one, and watches the printer.

A job is marked BEGUN before its first byte leaves, so that no crash between two steps can turn a slip that may lie
on the counter into one that looks fresh.
"""

import logging
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from app.devices.own_thread import OwnThread
from app.domain.receipt.page import Page
from app.ports.device_bench import PrinterTrial
from app.ports.printer import PrinterCondition, PrinterFault, PrinterTransport, SlipEncoder
from app.ports.spool import PrintOutcome, SpoolJob, SpoolSource

_log = logging.getLogger(__name__)

_STOP_TIMEOUT_S = 2.0

OnCondition = Callable[[PrinterCondition, str], None]


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds between looks at an idle printer, between attempts while it is not ready, and after a slip broke off.

    The last of each series repeats. A slip that broke off waits longer, lest a printer that fails halfway each time
    eats a whole roll; `PrinterWorker.retry_now` cuts the wait short.
    """

    idle_s: float = 3.0
    not_ready_s: Sequence[float] = (0.5, 1.0, 2.0, 5.0)
    broken_off_s: Sequence[float] = (2.0, 10.0, 60.0)


class PrinterWorker:
    """Prints what `source` has; `on_condition` is called on the printer's thread whenever the condition changes."""

    def __init__(
        self,
        transport: PrinterTransport,
        encoder: SlipEncoder,
        source: SpoolSource,
        on_condition: OnCondition,
        patience: Patience | None = None,
    ) -> None:
        self._transport = transport
        self._encoder = encoder
        self._source = source
        self._on_condition = on_condition
        self._patience = patience or Patience()
        self._thread = OwnThread(f"printer:{transport.name}")
        self._wake = threading.Event()
        self._errands: deque[tuple[Callable[[], PrinterTrial], Future[PrinterTrial]]] = deque()
        self._told: PrinterCondition | None = None
        self._failures = 0
        self._broken_off = 0
        self._hold_until = 0.0

    def start(self) -> None:
        """Begin with what waits in the spool."""
        self._thread.start(self._run)

    def stop(self) -> None:
        """Finish the bytes on their way and end; what waits stays in the spool."""
        self._thread.ask_to_stop()
        self._wake.set()
        if not self._thread.join(_STOP_TIMEOUT_S):
            _log.warning("the printer %s did not let go in time", self._transport.name)

    def notify(self) -> None:
        """There is a new job."""
        self._wake.set()

    def retry_now(self) -> None:
        """A person has seen to the printer: do not wait any longer."""
        self._hold_until = 0.0
        self._wake.set()

    def kick_drawer(self) -> "Future[PrinterTrial]":
        """Open the drawer now or not at all: a drawer that springs open later is a danger."""
        return self._ask(lambda: self._try(self._encoder.drawer_kick()))

    def try_page(self, page: Page) -> "Future[PrinterTrial]":
        """Print `page` now, past the spool."""
        return self._ask(lambda: self._try(self._encoder.encode(page)))

    def _ask(self, errand: Callable[[], PrinterTrial]) -> "Future[PrinterTrial]":
        answer: Future[PrinterTrial] = Future()
        self._errands.append((errand, answer))
        if self._thread.stopping:
            answer.cancel()
        self._wake.set()
        return answer

    def _run(self) -> None:
        while not self._thread.stopping:
            self._wake.clear()
            self._run_errands()
            pause_s = self._turn()
            if pause_s > 0 and not self._thread.stopping:
                self._wake.wait(pause_s)
        self._transport.close()
        self._cancel_errands()

    def _turn(self) -> float:
        """Print a job if there is one and it can be; the seconds to wait before the next turn."""
        try:
            job = self._source.next_job()
            if job is None:
                self._check_condition()
                return self._patience.idle_s
            return self._attend_to(job)
        except Exception as fault:  # the spool's database is busy or gone: the slips are safe, and so is this thread
            _log.error("the spool could not be read or marked: %s", _described(fault))
            return self._next_pause(self._patience.not_ready_s)

    def _attend_to(self, job: SpoolJob) -> float:
        held_s = self._hold_until - time.monotonic()
        if held_s > 0:
            return held_s
        try:
            data = self._encoded(job)
        except Exception as fault:  # a page that no attempt will ever print must not block those behind it
            _log.error("slip %d cannot be encoded: %s", job.id, _described(fault))
            self._source.mark(job.id, PrintOutcome.UNPRINTABLE)
            return 0.0
        if not self._check_condition().can_print:
            return self._next_pause(self._patience.not_ready_s)
        return self._print(job, data)

    def _encoded(self, job: SpoolJob) -> bytes:
        kick = job.kick_drawer and not job.was_begun
        if job.page is None:
            return self._encoder.drawer_kick() if kick else b""
        return self._encoder.encode(job.page, kick_drawer=kick)

    def _print(self, job: SpoolJob, data: bytes) -> float:
        self._thread.check()
        self._source.mark(job.id, PrintOutcome.BEGUN)
        try:
            self._transport.send(data)
        except PrinterFault as fault:
            self._tell(fault.condition, fault.detail)
            return self._note_fault(job, fault)
        self._failures = self._broken_off = 0
        self._mark_surely(job.id, PrintOutcome.PRINTED)
        return 0.0

    def _note_fault(self, job: SpoolJob, fault: PrinterFault) -> float:
        if fault.sent == 0:
            # It had perhaps been begun earlier: only a fresh job becomes fresh again.
            self._mark_surely(job.id, PrintOutcome.BROKEN_OFF if job.was_begun else PrintOutcome.NOT_BEGUN)
            return self._next_pause(self._patience.not_ready_s)
        self._mark_surely(job.id, PrintOutcome.BROKEN_OFF)
        pauses = self._patience.broken_off_s
        pause_s = pauses[min(self._broken_off, len(pauses) - 1)]
        self._broken_off += 1
        self._hold_until = time.monotonic() + pause_s
        return pause_s

    def _mark_surely(self, job_id: int, outcome: PrintOutcome) -> None:
        """Tell the spool even if it takes a while: forgetting that a slip was printed would print it twice."""
        while True:
            try:
                self._source.mark(job_id, outcome)
                return
            except Exception as fault:
                _log.error("slip %d could not be marked: %s", job_id, _described(fault))
                if not self._thread.pause(self._next_pause(self._patience.not_ready_s)):
                    return

    def _check_condition(self) -> PrinterCondition:
        self._thread.check()
        condition = self._transport.status()
        self._tell(condition)
        if condition.can_print:
            self._failures = 0
        return condition

    def _tell(self, condition: PrinterCondition, detail: str = "") -> None:
        if condition is not self._told:
            self._told = condition
            self._on_condition(condition, detail)

    def _next_pause(self, pauses: Sequence[float]) -> float:
        pause_s = pauses[min(self._failures, len(pauses) - 1)]
        self._failures += 1
        return pause_s

    def _run_errands(self) -> None:
        while self._errands:
            errand, answer = self._errands.popleft()
            if answer.set_running_or_notify_cancel():
                try:
                    answer.set_result(errand())
                except Exception as fault:
                    answer.set_exception(fault)

    def _cancel_errands(self) -> None:
        while self._errands:
            self._errands.popleft()[1].cancel()

    def _try(self, data: bytes) -> PrinterTrial:
        self._thread.check()
        try:
            self._transport.send(data)
        except PrinterFault as fault:
            self._tell(fault.condition, fault.detail)
            return PrinterTrial(fault.condition, fault.detail)
        return PrinterTrial(self._check_condition())


def _described(fault: Exception) -> str:
    """Kind and place, without the message: it may quote a name or a card number."""
    return f"{type(fault).__name__}\n{''.join(traceback.format_tb(fault.__traceback__))}"
