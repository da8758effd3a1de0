"""A scanner or card reader on a serial port, read on a thread of its own; unplugging it is nothing special."""

import logging
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import serial

from app.devices.own_thread import OwnThread
from app.devices.scanner.framing import Framer, Terminator, decode
from app.devices.scanner.reading import Sends, read
from app.ports.scanner import OnScan, OnState, ScanEvent, SourceState

_log = logging.getLogger(__name__)

# How long one read waits: short enough to notice a silence and to stop at once.
_READ_TIMEOUT_S = 0.05
_STOP_TIMEOUT_S = 1.0
# Pauses between attempts to open the port again; the last one repeats.
_BACKOFF_S = (0.25, 0.5, 1.0, 2.0)


@dataclass(frozen=True, slots=True)
class SerialLine:
    """How a scanner's port is set; `gap_ms` ends a code when the scanner sends no terminator."""

    port: str
    baud: int = 9_600
    terminator: Terminator = Terminator.CR
    gap_ms: int = 60
    sends: Sends = Sends.CODES


class SerialScanner:
    """Listens to one port; `backoff_s` are the pauses before each attempt to open it again."""

    def __init__(self, line: SerialLine, backoff_s: Sequence[float] = _BACKOFF_S) -> None:
        self.name = f"serial:{line.port}"
        self._line = line
        self._backoff_s = backoff_s
        self._thread = OwnThread(self.name)
        self._framer = Framer(line.terminator, line.gap_ms)
        self._told: SourceState | None = None

    def start(self, on_scan: OnScan, on_state: OnState) -> None:
        """Open the port on the scanner's thread and listen; both callbacks are called on that thread."""
        self._on_scan = on_scan
        self._on_state = on_state
        self._told = None
        self._thread.start(self._run)

    def stop(self) -> None:
        """Close the port and end the thread, within a second."""
        self._thread.ask_to_stop()
        if not self._thread.join(_STOP_TIMEOUT_S):
            _log.warning("the thread of %s did not end in time", self.name)

    def _run(self) -> None:
        pauses = self._pauses()
        while not self._thread.stopping:
            try:
                with closing(self._open()) as port:
                    self._tell(SourceState.READY)
                    pauses = self._pauses()
                    self._listen(port)
            except (OSError, ValueError) as lost:  # SerialException is an OSError; ValueError is a baud it cannot do
                self._framer.forget()
                self._tell(SourceState.UNPLUGGED, str(lost))
                self._thread.pause(next(pauses))
        self._tell(SourceState.OFF)

    def _open(self) -> serial.Serial:
        self._thread.check()
        return serial.Serial(self._line.port, self._line.baud, timeout=_READ_TIMEOUT_S, exclusive=True)

    def _listen(self, port: serial.Serial) -> None:
        while not self._thread.stopping:
            for code in self._read(port):
                self._report(ScanEvent(read(decode(code), self._line.sends), self.name, int(_now_ms()), code))

    def _read(self, port: serial.Serial) -> list[bytes]:
        self._thread.check()
        data = port.read(max(1, port.in_waiting))
        return self._framer.feed(data, _now_ms()) if data else self._framer.silence(_now_ms())

    def _report(self, event: ScanEvent) -> None:
        try:
            self._on_scan(event)
        except Exception as fault:  # a fault in what one scan sets off must not end the scanner's thread
            where = "".join(traceback.format_tb(fault.__traceback__))  # without the message: it may quote the scan
            _log.error("a scan of %s was not taken: %s\n%s", self.name, type(fault).__name__, where)

    def _pauses(self) -> Iterator[float]:
        yield from self._backoff_s
        while True:
            yield self._backoff_s[-1]

    def _tell(self, state: SourceState, detail: str = "") -> None:
        if self._told is not state:
            self._told = state
            self._on_state(self.name, state, detail)


def _now_ms() -> float:
    return time.monotonic() * 1000
