"""USB printers without a device file, before a bus in memory that answers as pyusb does."""

import errno
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import pytest

from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.devices.printer.transport import Timeouts
from app.devices.printer.usb_port import UsbLine, UsbPrinter, usb_printer, usb_printers
from app.ports.printer import PrinterCondition, PrinterFault

SOON = Timeouts(answer_s=0.05, settle_s=0.05, write_s=0.05)
PAGE = b"\x1b@one slip\n\x1dV\x00"


class NoBackend(ValueError):
    """As `usb.core.NoBackendError`."""


@dataclass
class Endpoint:
    """One direction of the printer's interface."""

    device: "Device"
    bEndpointAddress: int  # noqa: N815  (USB's own name)
    bmAttributes: int = 2  # noqa: N815

    def write(self, data: bytes, timeout_ms: int) -> int:
        if self.device.is_stuck:
            raise OSError(errno.ETIMEDOUT, "Operation timed out")
        if self.device.is_pulled:
            raise OSError(errno.ENODEV, "No such device (it may have been disconnected)")
        self.device.answers += self.device.printer.receive(bytes(data[:64]))
        return len(data[:64])

    def read(self, size: int, timeout_ms: int) -> bytes:
        if not self.device.answers:
            raise OSError(errno.ETIMEDOUT, "Operation timed out")
        taken, self.device.answers[:size] = bytes(self.device.answers[:size]), b""
        return taken


@dataclass
class Interface:
    """A printer's interface, or another."""

    bInterfaceClass: int  # noqa: N815
    points: list[Endpoint]
    bInterfaceNumber: int = 0  # noqa: N815

    def __iter__(self) -> Iterator[Endpoint]:
        return iter(self.points)


@dataclass
class Device:
    """A device on the bus."""

    idVendor: int = 0x0416  # noqa: N815
    idProduct: int = 0x5011  # noqa: N815
    interface_class: int = 7
    has_input: bool = True
    manufacturer: str = "XPrinter"
    product: str = "XP-58"
    printer: VirtualPrinter = field(default_factory=lambda: VirtualPrinter(32))
    answers: bytearray = field(default_factory=bytearray)
    is_stuck: bool = False
    is_pulled: bool = False
    has_kernel_driver: bool = True

    def __iter__(self) -> Iterator[list[Interface]]:
        points = [Endpoint(self, 0x01), *([Endpoint(self, 0x82)] if self.has_input else [])]
        return iter([[Interface(self.interface_class, points)]])

    def is_kernel_driver_active(self, number: int) -> bool:
        return self.has_kernel_driver

    def detach_kernel_driver(self, number: int) -> None:
        self.has_kernel_driver = False


@dataclass
class Bus:
    """What is plugged in, and whether libusb is there."""

    devices: list[Device] = field(default_factory=list)
    has_libusb: bool = True
    claimed: int = 0

    def find(self, *, find_all: bool, custom_match: Callable[[Any], bool]) -> Iterator[Device]:
        if not self.has_libusb:
            raise NoBackend("No backend available")
        return (device for device in self.devices if custom_match(device))

    def claim_interface(self, device: Device, number: int) -> None:
        assert not device.has_kernel_driver
        self.claimed += 1

    def release_interface(self, device: Device, number: int) -> None:
        self.claimed -= 1

    def dispose_resources(self, device: Device) -> None:
        pass


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Bus:
    made = Bus()
    core, util = ModuleType("usb.core"), ModuleType("usb.util")
    for module, names in ((core, ("find",)), (util, ("claim_interface", "release_interface", "dispose_resources"))):
        for name in names:
            setattr(module, name, getattr(made, name))
        monkeypatch.setitem(sys.modules, module.__name__, module)
    core.NoBackendError = NoBackend  # type: ignore[attr-defined]  # a module made on the spot
    return made


def test_printers_on_the_bus_are_found_and_other_devices_are_not(bus: Bus) -> None:
    bus.devices = [Device(), Device(0x04B8, 0x0E15, product="TM-T20"), Device(0x046D, 1, interface_class=3)]
    assert usb_printers() == [UsbPrinter("0416:5011", "XPrinter XP-58"), UsbPrinter("04b8:0e15", "XPrinter TM-T20")]


@pytest.mark.parametrize("address", ["", "0416:5011"])
def test_a_slip_is_printed_and_the_printer_let_go(address: str, bus: Bus) -> None:
    device = Device()
    bus.devices = [device]
    printer = usb_printer(address, timeouts=SOON)
    assert printer.status() is PrinterCondition.READY
    printer.send(PAGE * 20)
    assert [slip.lines for slip in device.printer.slips] == [["one slip"]] * 20
    assert bus.claimed == 0


def test_a_printer_that_only_takes_bytes_is_trusted(bus: Bus) -> None:
    device = Device(has_input=False)
    bus.devices = [device]
    usb_printer("", has_status=False, timeouts=SOON).send(PAGE)
    assert len(device.printer.slips) == 1


def test_a_printer_that_is_stuck_times_out(bus: Bus) -> None:
    bus.devices = [Device(is_stuck=True)]
    with pytest.raises(PrinterFault) as caught:
        usb_printer("", has_status=False, timeouts=SOON).send(PAGE)
    assert (caught.value.condition, caught.value.sent) == (PrinterCondition.TIMEOUT, 1)


def test_a_printer_that_was_pulled_out_is_offline(bus: Bus) -> None:
    bus.devices = [Device(is_pulled=True)]
    assert usb_printer("", timeouts=SOON).status() is PrinterCondition.OFFLINE
    bus.devices = []
    assert usb_printer("", timeouts=SOON).status() is PrinterCondition.OFFLINE


def test_without_libusb_there_is_a_clear_word(bus: Bus) -> None:
    bus.has_libusb = False
    assert usb_printers() == []
    with pytest.raises(OSError, match="libusb is not installed"):
        UsbLine("")


def test_without_pyusb_there_is_a_clear_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usb.util", None)
    with pytest.raises(OSError, match="pyusb is not installed"):
        UsbLine("")
