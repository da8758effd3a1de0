"""The virtual printer's network socket; like many real ones it talks to one client at a time."""

import logging
import socket
import struct
from contextlib import suppress

from app.devices.own_thread import OwnThread
from app.devices.printer.simulator.faults import LineFaults
from app.devices.printer.simulator.virtual_printer import VirtualPrinter

_log = logging.getLogger(__name__)

_POLL_S = 0.05
_CHUNK = 4096
_STOP_TIMEOUT_S = 2.0
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class TcpPort:
    """Serves `printer` on `host`:`port` from a thread of its own; port 0 picks a free one."""

    def __init__(self, printer: VirtualPrinter, host: str = "127.0.0.1", port: int = 0) -> None:
        self.printer = printer
        self.faults = LineFaults()
        self.host = host
        self._thread = OwnThread("virtual-printer-tcp")
        self._listener: socket.socket | None = self._listen(port)
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> "TcpPort":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Answer calls from now on."""
        self._thread.start(self._run)

    def stop(self) -> None:
        """Hang up and free the port."""
        self._thread.ask_to_stop()
        self._thread.join(_STOP_TIMEOUT_S)

    def _listen(self, port: int) -> socket.socket:
        listener = socket.create_server((self.host, port))
        listener.settimeout(_POLL_S)
        return listener

    def _run(self) -> None:
        while not self._thread.stopping:
            try:
                self._follow_refusal()
                if self._listener is None:
                    self._thread.pause(_POLL_S)
                    continue
                client, _ = self._listener.accept()
            except TimeoutError:
                continue
            with client:
                self._serve(client)
        if self._listener is not None:
            self._listener.close()

    def _follow_refusal(self) -> None:
        """Close or open the door as `faults.refuse` says."""
        if self.faults.refuse and self._listener is not None:
            self._listener.close()
            self._listener = None
        elif not self.faults.refuse and self._listener is None:
            self._listener = self._listen(self.port)

    def _serve(self, client: socket.socket) -> None:
        client.settimeout(_POLL_S)
        while not self._thread.stopping:
            if self.faults.hang:
                self._thread.pause(_POLL_S)
                continue
            try:
                data = client.recv(_CHUNK)
                if not data:
                    self.printer.end_job()
                    return
                is_broken = self._take(client, data)
            except TimeoutError:
                continue
            except OSError as lost:
                _log.info("the virtual printer lost its line: %s", lost)
                is_broken = True
            if is_broken:
                self._break(client)
                return

    def _take(self, client: socket.socket, data: bytes) -> bool:
        """Print what gets through and answer; whether the line breaks now."""
        through, is_broken = self.faults.take(data)
        self._thread.pause(self.faults.seconds_for(through))
        answer = self.printer.receive(through)
        if answer and not self.faults.is_mute and not is_broken:
            client.sendall(answer)
        return is_broken

    def _break(self, client: socket.socket) -> None:
        with suppress(OSError):
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self.printer.lose_line()
