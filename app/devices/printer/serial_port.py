"""Printers on a serial port, or on a USB port that looks like one."""

from enum import Enum

import serial

from app.devices.printer.transport import LineTransport, Timeouts


class FlowControl(Enum):
    """How the printer says that its memory is full. A wrong setting shows as a time-out."""

    NONE = "none"
    XON_XOFF = "xon_xoff"
    RTS_CTS = "rts_cts"


def serial_printer(
    port: str,
    baud: int = 19_200,
    *,
    flow: FlowControl = FlowControl.NONE,
    has_status: bool = True,
    timeouts: Timeouts | None = None,
) -> LineTransport:
    """The printer on `port`; the port stays open, for opening it resets some printers."""
    name = f"serial:{port}"
    return LineTransport(
        name, lambda: SerialPortLine(port, baud, flow), has_status=has_status, keeps_open=True, timeouts=timeouts
    )


class SerialPortLine:
    """An open port."""

    def __init__(self, port: str, baud: int, flow: FlowControl) -> None:
        try:
            self._port = serial.Serial(
                port, baud, xonxoff=flow is FlowControl.XON_XOFF, rtscts=flow is FlowControl.RTS_CTS, exclusive=True
            )
        except ValueError as impossible:  # a baud rate that this port cannot do
            raise OSError(str(impossible)) from impossible

    def write(self, data: bytes, timeout_s: float) -> int:
        """Hand over all of `data`; a chunk that got stuck may have left in part."""
        self._set_timeouts(write_s=timeout_s)
        try:
            return self._port.write(data) or 0
        except serial.SerialTimeoutException as slow:
            raise TimeoutError(str(slow)) from slow

    def read_byte(self, timeout_s: float) -> int | None:
        """One byte, or None if none comes in time."""
        self._set_timeouts(read_s=timeout_s)
        data = self._port.read(1)
        return data[0] if data else None

    def drain(self) -> None:
        """Throw away what has come so far."""
        self._port.read(self._port.in_waiting)

    def close(self) -> None:
        """Close the port."""
        self._port.close()

    def _set_timeouts(self, *, read_s: float | None = None, write_s: float | None = None) -> None:
        """Only on change: pyserial sets up the whole port again each time."""
        if read_s is not None and self._port.timeout != read_s:
            self._port.timeout = read_s
        if write_s is not None and self._port.write_timeout != write_s:
            self._port.write_timeout = write_s
