"""USB printers without a driver of the system, by libusb (pyusb): for those that get no device file."""

import errno
import importlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from app.devices.printer.transport import LineTransport, Timeouts

_PRINTER_CLASS = 7
_DIRECTION_IN = 0x80
_BULK = 2
_PACKET = 64
_DRAIN_MS = 5
_MOST_PACKETS = 64


@dataclass(frozen=True, slots=True)
class UsbPrinter:
    """A printer on the bus: its address in the settings (`04b8:0e15`), and what it calls itself."""

    address: str
    description: str = ""


def usb_printer(address: str, *, has_status: bool = True, timeouts: Timeouts | None = None) -> LineTransport:
    """The printer with these ids (`vendor:product`, hexadecimal), or the only one there is where `address` is empty."""
    return LineTransport(f"usb:{address}", lambda: UsbLine(address), has_status=has_status, timeouts=timeouts)


def usb_printers() -> Sequence[UsbPrinter]:
    """The printers on the bus; none where libusb or pyusb is missing."""
    try:
        return [UsbPrinter(_address(device), _said(device)) for device in _devices()]
    except OSError:
        return []


class UsbLine:
    """A claimed printer interface. What pyusb raises is an OSError by itself."""

    def __init__(self, address: str) -> None:
        self._usb = _library("usb.util")
        self._device = next((device for device in _devices() if address in {"", _address(device)}), None)
        if self._device is None:
            raise OSError(errno.ENODEV, "no such printer on the USB bus")
        self._interface = _printer_interface(self._device)
        number = self._interface.bInterfaceNumber
        with suppress(NotImplementedError, OSError):  # Windows and macOS have no kernel driver to take away
            if self._device.is_kernel_driver_active(number):
                self._device.detach_kernel_driver(number)
        self._usb.claim_interface(self._device, number)
        points = [point for point in self._interface if point.bmAttributes & 3 == _BULK]
        self._out: Any = next((point for point in points if not point.bEndpointAddress & _DIRECTION_IN), None)
        self._in: Any = next((point for point in points if point.bEndpointAddress & _DIRECTION_IN), None)
        if self._out is None:
            raise OSError(errno.ENODEV, "the USB device takes no print data")
        self._come = bytearray()

    def write(self, data: bytes, timeout_s: float) -> int:
        """Hand over as much of `data` as goes."""
        try:
            return int(self._out.write(data, int(timeout_s * 1000)))
        except OSError as fault:
            raise _as_timeout(fault) from fault

    def read_byte(self, timeout_s: float) -> int | None:
        """One byte, or None if none comes in time."""
        if not self._come:
            self._come += self._packet(int(timeout_s * 1000))
        return self._come.pop(0) if self._come else None

    def drain(self) -> None:
        """Throw away what has come so far."""
        self._come.clear()
        for _ in range(_MOST_PACKETS):
            if not self._packet(_DRAIN_MS):
                return

    def close(self) -> None:
        """Let go, so that another program may print."""
        self._usb.release_interface(self._device, self._interface.bInterfaceNumber)
        self._usb.dispose_resources(self._device)

    def _packet(self, timeout_ms: int) -> bytes:
        if self._in is None:
            return b""
        try:
            return bytes(self._in.read(_PACKET, max(timeout_ms, 1)))
        except OSError as fault:
            if isinstance(_as_timeout(fault), TimeoutError):
                return b""
            raise


def _devices() -> Iterator[Any]:
    core = _library("usb.core")
    try:
        found = core.find(find_all=True, custom_match=lambda device: _printer_interface(device) is not None)
        yield from sorted(found, key=_address)
    except core.NoBackendError as missing:
        raise OSError("libusb is not installed on this computer") from missing


def _printer_interface(device: Any) -> Any:
    """The interface of the printer class, or None; a device that may not be asked is none of ours."""
    with suppress(OSError):
        for configuration in device:
            for interface in configuration:
                if interface.bInterfaceClass == _PRINTER_CLASS:
                    return interface
    return None


def _address(device: Any) -> str:
    return f"{device.idVendor:04x}:{device.idProduct:04x}"


def _said(device: Any) -> str:
    """Maker and model, where this user may ask."""
    with suppress(OSError, ValueError):  # pyusb raises ValueError where it is not allowed to read the words
        return f"{device.manufacturer or ''} {device.product or ''}".strip()
    return ""


def _as_timeout(fault: OSError) -> OSError:
    return TimeoutError(str(fault)) if fault.errno in {errno.ETIMEDOUT, 10060} else fault


def _library(module: str) -> Any:
    """pyusb, imported late and only where a shop uses it."""
    try:
        return importlib.import_module(module)
    except ImportError as missing:
        raise OSError("pyusb is not installed: pip install membertill[usb]") from missing
