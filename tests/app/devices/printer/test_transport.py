"""What a fault on the line says: the condition, and whether a slip was begun."""

from collections import deque

import pytest

from app.devices.printer.transport import LineTransport, Timeouts
from app.ports.printer import PrinterCondition, PrinterFault

QUICK = Timeouts(answer_s=0.05, settle_s=0.05)
READY = b"\x12\x12\x12"


class ScriptedLine:
    """A line that answers with `answers`, takes a few bytes at a time, and fails where the test says."""

    def __init__(
        self, answers: bytes = READY * 2, fails_after: int | None = None, how: type[OSError] = OSError
    ) -> None:
        self.answers = deque(answers)
        self.fails_after = fails_after
        self.how = how
        self.job = b""
        self.times_closed = 0

    def write(self, data: bytes, timeout_s: float) -> int:
        if data.startswith(b"\x10\x04"):
            return len(data)
        if self.fails_after is not None and len(self.job) >= self.fails_after:
            raise self.how("as the test says")
        self.job += data[:100]
        return len(data[:100])

    def read_byte(self, timeout_s: float) -> int | None:
        return self.answers.popleft() if self.answers else None

    def drain(self) -> None:
        """Nothing is ever late here."""

    def close(self) -> None:
        self.times_closed += 1


def fault_of(line: ScriptedLine, data: bytes = b"x" * 1000) -> PrinterFault:
    with pytest.raises(PrinterFault) as caught:
        LineTransport("scripted", lambda: line, timeouts=QUICK).send(data)
    return caught.value


def test_a_line_that_takes_little_at_a_time_gets_all() -> None:
    line = ScriptedLine()
    LineTransport("scripted", lambda: line, timeouts=QUICK).send(b"x" * 1000)
    assert (line.job, line.times_closed) == (b"x" * 1000, 1)


def test_a_fault_in_the_middle_says_how_much_had_left() -> None:
    fault = fault_of(ScriptedLine(fails_after=300))
    assert (fault.condition, fault.sent, fault.detail) == (PrinterCondition.OFFLINE, 300, "as the test says")


def test_a_fault_at_the_first_write_counts_as_begun_for_part_of_it_may_have_left() -> None:
    assert fault_of(ScriptedLine(fails_after=0)).sent == 1


def test_a_stuck_line_is_a_time_out() -> None:
    assert fault_of(ScriptedLine(fails_after=300, how=TimeoutError)).condition is PrinterCondition.TIMEOUT


def test_a_printer_silent_after_the_job_is_a_fault_with_everything_sent() -> None:
    fault = fault_of(ScriptedLine(answers=READY))
    assert (fault.condition, fault.sent) == (PrinterCondition.TIMEOUT, 1000)


def test_a_printer_in_trouble_after_the_job_is_a_fault_with_everything_sent() -> None:
    fault = fault_of(ScriptedLine(answers=READY + b"\x1a\x32\x7e"))
    assert (fault.condition, fault.sent) == (PrinterCondition.PAPER_OUT, 1000)


def test_a_line_kept_open_is_opened_once_and_anew_after_a_fault() -> None:
    lines = [ScriptedLine(answers=READY * 2, fails_after=0), ScriptedLine(answers=READY * 9)]
    opened: list[ScriptedLine] = []

    def open_line() -> ScriptedLine:
        opened.append(lines[len(opened)])
        return opened[-1]

    transport = LineTransport("scripted", open_line, keeps_open=True, timeouts=QUICK)
    assert transport.status() is PrinterCondition.READY
    with pytest.raises(PrinterFault):
        transport.send(b"one")
    assert (len(opened), lines[0].times_closed) == (1, 1)
    transport.send(b"two")
    assert transport.status() is PrinterCondition.READY
    assert (len(opened), lines[1].job, lines[1].times_closed) == (2, b"two", 0)
    transport.close()
    transport.close()
    assert lines[1].times_closed == 1
