"""Asking an ESC/POS printer how it is: `DLE EOT` 1, 2 and 4, which it answers even while it prints."""

import time
from typing import Protocol

from app.ports.printer import PrinterCondition

_PRINTER, _OFFLINE_CAUSE, _PAPER = 1, 2, 4

# Bits that are the same in every answer; other bytes on the line are automatic status or noise.
_FIXED_MASK, _FIXED_BITS = 0x93, 0x12
_IS_OFFLINE = 0x08
_COVER_OPEN, _PAPER_STOP = 0x04, 0x20
_NEAR_END, _PAPER_OUT = 0x0C, 0x60


class Line(Protocol):
    """An open line to a printer. All methods raise OSError when the line is gone."""

    def write(self, data: bytes, timeout_s: float) -> int:
        """Hand over as much of `data` as goes; TimeoutError if none of it does in time."""

    def read_byte(self, timeout_s: float) -> int | None:
        """One byte, or None if none comes in time."""

    def drain(self) -> None:
        """Throw away what has come so far."""

    def close(self) -> None:
        """Let go."""


def ask_condition(line: Line, timeout_s: float) -> PrinterCondition:
    """The printer's own word; `TIMEOUT` if it says nothing."""
    printer = _ask(line, _PRINTER, timeout_s)
    if printer is None:
        return PrinterCondition.TIMEOUT
    cause = _ask(line, _OFFLINE_CAUSE, timeout_s) or 0
    paper = _ask(line, _PAPER, timeout_s) or 0
    if cause & _COVER_OPEN:
        return PrinterCondition.COVER_OPEN
    if cause & _PAPER_STOP or paper & _PAPER_OUT:
        return PrinterCondition.PAPER_OUT
    if printer & _IS_OFFLINE:
        return PrinterCondition.OFFLINE
    return PrinterCondition.PAPER_NEAR_END if paper & _NEAR_END else PrinterCondition.READY


def _ask(line: Line, number: int, timeout_s: float) -> int | None:
    line.drain()  # a late answer to an earlier question must not pass for this one's
    line.write(bytes([0x10, 0x04, number]), timeout_s)
    deadline = time.monotonic() + timeout_s
    while (left := deadline - time.monotonic()) > 0:
        byte = line.read_byte(left)
        if byte is None or byte & _FIXED_MASK == _FIXED_BITS:
            return byte
    return None
