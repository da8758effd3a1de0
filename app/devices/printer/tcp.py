"""Network printers: raw bytes to port 9100."""

import socket
from contextlib import suppress

from app.devices.printer.transport import LineTransport, Timeouts


def tcp_printer(
    host: str, port: int = 9100, *, has_status: bool = True, timeouts: Timeouts | None = None
) -> LineTransport:
    """The printer at `host`:`port`; each job has a connection of its own."""
    waits = timeouts or Timeouts()
    name = f"tcp:{host}:{port}"
    return LineTransport(name, lambda: TcpLine(host, port, waits.connect_s), has_status=has_status, timeouts=waits)


# What waits unread is a few status bytes; a printer that never stops talking must not keep us reading for ever.
_MOST_READS = 64


class TcpLine:
    """A connection."""

    def __init__(self, host: str, port: int, timeout_s: float) -> None:
        self._socket = socket.create_connection((host, port), timeout_s)

    def write(self, data: bytes, timeout_s: float) -> int:
        """Hand over as much of `data` as goes."""
        self._socket.settimeout(timeout_s)
        return self._socket.send(data)

    def read_byte(self, timeout_s: float) -> int | None:
        """One byte, or None if none comes in time."""
        self._socket.settimeout(timeout_s)
        try:
            data = self._socket.recv(1)
        except TimeoutError:
            return None
        if not data:
            raise ConnectionAbortedError("the printer hung up")
        return data[0]

    def drain(self) -> None:
        """Throw away what has come so far."""
        self._socket.setblocking(False)
        with suppress(BlockingIOError):
            for _ in range(_MOST_READS):
                if not self._socket.recv(1024):
                    break

    def close(self) -> None:
        """Hang up; with unread bytes the system would reset the connection and the printer lose its last lines."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
            self.drain()
        self._socket.close()
