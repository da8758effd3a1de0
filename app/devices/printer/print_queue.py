"""Printers behind the system's own queue: CUPS, or the Windows spooler. The slip is out when its job has left there."""

import time
from collections.abc import Callable
from enum import Enum
from typing import Protocol

from app.devices.printer.transport import Timeouts
from app.ports.printer import PrinterCondition, PrinterFault

_LOOK_AGAIN_S = 0.2


class JobState(Enum):
    """Where a job stands in the system's queue. LOST: somebody or something took it out before it was printed."""

    WAITING = "waiting"
    DONE = "done"
    LOST = "lost"


class PrintQueue(Protocol):
    """A queue of the system. All methods raise OSError when the system cannot be asked."""

    name: str

    def condition(self) -> tuple[PrinterCondition, str]:
        """What the system knows of the printer, and its own words for it."""

    def submit(self, data: bytes, timeout_s: float) -> str:
        """Put a job of raw bytes into the queue; its id. An OSError means that nothing was put there."""

    def state(self, job: str) -> JobState:
        """Where the job stands."""

    def withdraw(self, job: str) -> bool:
        """Take the job out again; False when it has been printed meanwhile."""


class QueueTransport:
    """A printer behind `queue`.

    A job that does not leave in time is taken out again, so that this till's own spool stays the only place where a
    slip waits: one that came out tomorrow, with the drawer's pulse, would be worse than none.
    """

    def __init__(
        self, queue: PrintQueue, timeouts: Timeouts | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.name = queue.name
        self._queue = queue
        self._timeouts = timeouts or Timeouts()
        self._sleep = sleep

    def status(self) -> PrinterCondition:
        """What the system knows; never raises."""
        return self._asked()[0]

    def send(self, data: bytes) -> None:
        """Hand over all of `data` and see it leave the queue; raises PrinterFault."""
        condition, detail = self._asked()
        if not condition.can_print:
            raise PrinterFault(condition, detail)
        try:
            job = self._queue.submit(data, self._timeouts.write_s)
        except TimeoutError as slow:  # it may be in the queue all the same
            raise PrinterFault(PrinterCondition.TIMEOUT, str(slow), sent=len(data)) from slow
        except OSError as refused:
            raise PrinterFault(PrinterCondition.OFFLINE, str(refused)) from refused
        self._see_it_out(job, len(data))

    def close(self) -> None:
        """Nothing is held."""

    def _see_it_out(self, job: str, size: int) -> None:
        try:
            state = self._wait_for(job)
            if state is JobState.WAITING and not self._queue.withdraw(job):
                state = JobState.DONE
        except OSError as lost:
            raise PrinterFault(PrinterCondition.TIMEOUT, str(lost), sent=size) from lost
        if state is not JobState.DONE:
            condition, detail = self._asked()
            # How much of it is on the paper nobody knows.
            raise PrinterFault(PrinterCondition.TIMEOUT if condition.can_print else condition, detail, sent=size)

    def _wait_for(self, job: str) -> JobState:
        deadline = time.monotonic() + self._timeouts.settle_s
        while (state := self._queue.state(job)) is JobState.WAITING and time.monotonic() < deadline:
            self._sleep(_LOOK_AGAIN_S)
        return state

    def _asked(self) -> tuple[PrinterCondition, str]:
        try:
            return self._queue.condition()
        except OSError as mute:
            return PrinterCondition.OFFLINE, str(mute)
