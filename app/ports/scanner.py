"""Scanners and readers: whatever turns a code or a swipe into text."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol


class SourceState(Enum):
    """Whether a device can be heard just now."""

    READY = "ready"
    UNPLUGGED = "unplugged"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class ScanEvent:
    """One scan or swipe as the till reads it, without terminator, prefix and suffix.

    `source` names the device (`wedge`, `serial:/dev/ttyUSB0`), `at_ms` is monotonic milliseconds, `sent` the very bytes
    that came (a keyboard's characters in UTF-8); whoever sets up a device looks at them.
    """

    text: str
    source: str
    at_ms: int
    sent: bytes = field(default=b"", repr=False, compare=False)


OnScan = Callable[[ScanEvent], None]
OnState = Callable[[str, SourceState, str], None]


class ScanSource(Protocol):
    """A device that is listened to; the callbacks are called on its own thread, or the GUI's for key strokes."""

    name: str

    def start(self, on_scan: OnScan, on_state: OnState) -> None:
        """Start listening; `on_state(name, state, detail)` is called on each change."""

    def stop(self) -> None:
        """Stop listening and end the thread."""
