"""The virtual printer inside the till's own process, for a demo shop and for tests: no port, no thread."""

from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.devices.printer.transport import LineTransport


def direct_printer(printer: VirtualPrinter) -> LineTransport:
    """A transport straight into `printer`; each job ends with its line."""
    return LineTransport("virtual", lambda: DirectLine(printer))


class DirectLine:
    """A line that cannot break."""

    def __init__(self, printer: VirtualPrinter) -> None:
        self._printer = printer
        self._answers = bytearray()

    def write(self, data: bytes, timeout_s: float) -> int:
        """Let the printer have all of it."""
        self._answers += self._printer.receive(data)
        return len(data)

    def read_byte(self, timeout_s: float) -> int | None:
        """What it answered; it answers at once or not at all."""
        return self._answers.pop(0) if self._answers else None

    def drain(self) -> None:
        """Throw away its answers."""
        self._answers.clear()

    def close(self) -> None:
        """The job is over."""
        self._printer.end_job()
