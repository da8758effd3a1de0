"""What a printer's answers mean."""

from collections import deque

import pytest

from app.devices.printer.status import ask_condition
from app.ports.printer import PrinterCondition


class ScriptedLine:
    """A line whose printer gives the answers in `answers` to `DLE EOT` n."""

    def __init__(self, answers: dict[int, bytes], noise: bytes = b"") -> None:
        self.answers = answers
        self.noise = noise
        self.incoming: deque[int] = deque(b"\x16" * 3)  # late answers of an earlier conversation

    def write(self, data: bytes, timeout_s: float) -> int:
        assert data[:2] == b"\x10\x04"
        self.incoming.extend(self.noise + self.answers.get(data[2], b""))
        return len(data)

    def read_byte(self, timeout_s: float) -> int | None:
        return self.incoming.popleft() if self.incoming else None

    def drain(self) -> None:
        self.incoming.clear()

    def close(self) -> None:
        self.incoming.clear()


@pytest.mark.parametrize(
    ("answers", "condition"),
    [
        ((0x12, 0x12, 0x12), PrinterCondition.READY),
        ((0x1A, 0x12, 0x12), PrinterCondition.OFFLINE),
        ((0x1A, 0x16, 0x12), PrinterCondition.COVER_OPEN),
        ((0x1A, 0x36, 0x7E), PrinterCondition.COVER_OPEN),
        ((0x1A, 0x32, 0x12), PrinterCondition.PAPER_OUT),
        ((0x12, 0x12, 0x7E), PrinterCondition.PAPER_OUT),
        ((0x12, 0x12, 0x1E), PrinterCondition.PAPER_NEAR_END),
    ],
)
def test_conditions(answers: tuple[int, int, int], condition: PrinterCondition) -> None:
    one, two, four = (bytes([answer]) for answer in answers)
    assert ask_condition(ScriptedLine({1: one, 2: two, 4: four}), 0.2) is condition


def test_automatic_status_bytes_in_between_are_passed_over() -> None:
    line = ScriptedLine({1: b"\x12", 2: b"\x12", 4: b"\x12"}, noise=b"\x10\x00\x00\x0f")
    assert ask_condition(line, 0.2) is PrinterCondition.READY


def test_silence_is_a_time_out() -> None:
    assert ask_condition(ScriptedLine({}), 0.05) is PrinterCondition.TIMEOUT


def test_a_printer_that_knows_the_first_question_only_is_taken_at_its_word() -> None:
    assert ask_condition(ScriptedLine({1: b"\x12"}), 0.05) is PrinterCondition.READY
    assert ask_condition(ScriptedLine({1: b"\x1a"}), 0.05) is PrinterCondition.OFFLINE
