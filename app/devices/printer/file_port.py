"""Printers that the system shows as a file: `/dev/usb/lp0` and its like."""

import os
import select
from pathlib import Path

from app.devices.printer.transport import LineTransport, Timeouts


def file_printer(path: Path, *, has_status: bool = False, timeouts: Timeouts | None = None) -> LineTransport:
    """The printer behind `path`; many USB ones answer questions (`has_status`), a plain file never does."""
    return LineTransport(f"file:{path}", lambda: FileLine(path), has_status=has_status, timeouts=timeouts)


class FileLine:
    """An open device file."""

    def __init__(self, path: Path) -> None:
        # Without O_CREAT: a printer that is unplugged must not become a file on the disk.
        self._file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_NONBLOCK | os.O_NOCTTY)

    def write(self, data: bytes, timeout_s: float) -> int:
        """Hand over as much of `data` as goes."""
        if not select.select([], [self._file], [], timeout_s)[1]:
            raise TimeoutError("the printer takes no bytes")
        return os.write(self._file, data)

    def read_byte(self, timeout_s: float) -> int | None:
        """One byte, or None if none comes in time."""
        if not select.select([self._file], [], [], timeout_s)[0]:
            return None
        data = os.read(self._file, 1)
        if not data:
            raise ConnectionAbortedError("the printer is gone")
        return data[0]

    def drain(self) -> None:
        """Throw away what has come so far."""
        while select.select([self._file], [], [], 0)[0] and os.read(self._file, 256):
            pass

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)
