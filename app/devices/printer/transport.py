"""Sending a job over a line: state asked before and after, every fault typed, and how much had left before it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from app.devices.printer.status import Line, ask_condition
from app.ports.printer import PrinterCondition, PrinterFault

# Small enough for `PrinterFault.sent` to mean something, large enough not to slow a network printer.
_CHUNK = 1024


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds to wait: for the line, for any byte to be taken, for an answer, and for one after a job.

    After a job the question stands behind what is still to be printed, so it waits longer.
    """

    connect_s: float = 3.0
    write_s: float = 10.0
    answer_s: float = 1.0
    settle_s: float = 15.0


class LineTransport:
    """Any printer behind a line that `open_line` opens; without `has_status` it is trusted blindly."""

    def __init__(
        self,
        name: str,
        open_line: Callable[[], Line],
        *,
        has_status: bool = True,
        keeps_open: bool = False,
        timeouts: Timeouts | None = None,
    ) -> None:
        self.name = name
        self._open_line = open_line
        self._has_status = has_status
        self._keeps_open = keeps_open
        self._timeouts = timeouts or Timeouts()
        self._line: Line | None = None

    def status(self) -> PrinterCondition:
        """The printer's condition now; never raises."""
        try:
            return self._condition(self._opened(), self._timeouts.answer_s, sent=0)
        except PrinterFault as fault:
            self.close()
            return fault.condition
        finally:
            self._let_go()

    def send(self, data: bytes) -> None:
        """Hand over all of `data` and see that the printer is still well; raises PrinterFault."""
        try:
            line = self._opened()
            self._expect_ready(line, self._timeouts.answer_s, sent=0)
            self._write_all(line, data)
            self._expect_ready(line, self._timeouts.settle_s, sent=len(data))
        except PrinterFault:
            self.close()
            raise
        finally:
            self._let_go()

    def close(self) -> None:
        """Let go of the line."""
        line, self._line = self._line, None
        if line is not None:
            with suppress(OSError):
                line.close()

    def _opened(self) -> Line:
        if self._line is None:
            try:
                self._line = self._open_line()
            except OSError as missing:  # a time-out too: nobody is there
                raise PrinterFault(PrinterCondition.OFFLINE, str(missing)) from missing
        return self._line

    def _let_go(self) -> None:
        """Other tills may print here too, and most network printers talk to one at a time."""
        if not self._keeps_open:
            self.close()

    def _condition(self, line: Line, timeout_s: float, sent: int) -> PrinterCondition:
        if not self._has_status:
            return PrinterCondition.UNKNOWN
        try:
            return ask_condition(line, timeout_s)
        except OSError as lost:
            raise _fault(lost, sent) from lost

    def _expect_ready(self, line: Line, timeout_s: float, sent: int) -> None:
        condition = self._condition(line, timeout_s, sent)
        if not condition.can_print:
            raise PrinterFault(condition, sent=sent)

    def _write_all(self, line: Line, data: bytes) -> None:
        sent = 0
        try:
            while sent < len(data):
                sent += line.write(data[sent : sent + _CHUNK], self._timeouts.write_s)
        except OSError as lost:
            # Part of the chunk may have left, and a slip that was begun must not pass for a fresh one.
            raise _fault(lost, max(sent, 1)) from lost


def _fault(lost: OSError, sent: int) -> PrinterFault:
    condition = PrinterCondition.TIMEOUT if isinstance(lost, TimeoutError) else PrinterCondition.OFFLINE
    return PrinterFault(condition, str(lost), sent)
