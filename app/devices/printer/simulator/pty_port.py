"""The virtual printer's serial port: a pseudo-terminal, so on Linux and macOS only."""

import os
import select
import sys
import time

from app.devices.own_thread import OwnThread
from app.devices.printer.simulator.faults import LineFaults
from app.devices.printer.simulator.virtual_printer import VirtualPrinter

_POLL_S = 0.05
_CHUNK = 4096
_STOP_TIMEOUT_S = 2.0
# A serial line has no end of its own: a job is over when nothing came for this long.
_QUIET_S = 0.5
_RUBBISH = b"\xff\x00\xe6"


class PtyPort:
    """Serves `printer` on the pseudo-terminal `path` from a thread of its own."""

    def __init__(self, printer: VirtualPrinter) -> None:
        if sys.platform == "win32":
            raise OSError("there are no pseudo-terminals on Windows")
        import tty

        self.printer = printer
        self.faults = LineFaults()
        self._thread = OwnThread("virtual-printer-pty")
        self._device_end, self._port_end = os.openpty()
        tty.setraw(self._device_end)
        tty.setraw(self._port_end)
        self.path = os.ttyname(self._port_end)

    def __enter__(self) -> "PtyPort":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Listen from now on."""
        self._thread.start(self._run)

    def stop(self) -> None:
        """Unplug the printer."""
        self._thread.ask_to_stop()
        self._thread.join(_STOP_TIMEOUT_S)
        os.close(self._port_end)
        os.close(self._device_end)

    def _run(self) -> None:
        quiet_since: float | None = None
        while not self._thread.stopping:
            has_come = bool(select.select([self._device_end], [], [], _POLL_S)[0])
            if self.faults.hang:
                self._thread.pause(_POLL_S)
            elif has_come:
                self._take(os.read(self._device_end, _CHUNK))
                quiet_since = time.monotonic()
            elif quiet_since is not None and time.monotonic() - quiet_since > _QUIET_S:
                self.printer.end_job()
                quiet_since = None

    def _take(self, data: bytes) -> None:
        if self.faults.is_pulled:
            return
        if self.faults.is_garbled:
            os.write(self._device_end, _RUBBISH)
            return
        through, is_broken = self.faults.take(data)
        self._thread.pause(self.faults.seconds_for(through))
        answer = self.printer.receive(through)
        if is_broken:
            self.faults.is_pulled = True
            self.printer.lose_line()
        elif answer and not self.faults.is_mute:
            os.write(self._device_end, answer)
