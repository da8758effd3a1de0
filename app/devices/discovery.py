"""What is plugged in: serial ports, and printers that the system shows as files."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from serial import Serial
from serial.tools.list_ports import comports
from serial.tools.list_ports_common import ListPortInfo

from app.ports.device_bench import PrinterPlace, SerialPort

_USB_PRINTERS = Path("/dev/usb")
_SYSFS_PRINTERS = Path("/sys/class/usbmisc")


@dataclass(frozen=True, slots=True)
class PrinterFile:
    """A printer behind a device file, and what it calls itself."""

    path: Path
    description: str = ""


def serial_ports(found: Iterable[ListPortInfo] | None = None) -> Sequence[SerialPort]:
    """The serial ports there are now, those with something plugged in by USB first."""
    ports = sorted(comports() if found is None else found, key=lambda port: (port.vid is None, port.device))
    return [SerialPort(port.device, "" if port.description == "n/a" else port.description) for port in ports]


def why_not_open(port: str, baud: int) -> str:
    """Why this port cannot be opened now, in the system's own words; empty where it can."""
    try:
        Serial(port, baud, exclusive=True).close()
    except (OSError, ValueError) as error:
        return str(error) or type(error).__name__
    return ""


def printer_files(devices: Path = _USB_PRINTERS, sysfs: Path = _SYSFS_PRINTERS) -> Sequence[PrinterFile]:
    """The USB printers with a device file (Linux)."""
    if not devices.is_dir():
        return []
    return [PrinterFile(path, _printer_name(sysfs / path.name)) for path in sorted(devices.glob("lp*"))]


def _printer_name(entry: Path) -> str:
    """Maker and model from the IEEE 1284 id, e.g. `MFG:XPrinter;MDL:XP-58;CMD:ESC/POS;`."""
    try:
        parts = (entry / "device" / "ieee1284_id").read_text("utf-8", errors="replace").strip().split(";")
    except OSError:
        return ""
    said = dict(part.split(":", 1) for part in parts if ":" in part)
    maker = said.get("MFG") or said.get("MANUFACTURER") or ""
    model = said.get("MDL") or said.get("MODEL") or ""
    return f"{maker} {model}".strip()


def printer_places() -> Sequence[PrinterPlace]:
    """Every printer that can be found without asking it: device files, the USB bus, this computer's own spooler.

    May take a second: CUPS and libusb are asked.
    """
    from app.devices.printer.usb_port import usb_printers  # late, like the programs of CUPS: only a set-up asks

    found = [PrinterPlace("file", str(file.path), file.description) for file in printer_files()]
    found += [PrinterPlace("usb", printer.address, printer.description) for printer in usb_printers()]
    return [*found, *(PrinterPlace("system", name) for name in _system_printers())]


def _system_printers() -> Sequence[str]:
    if sys.platform == "win32":
        from app.devices.printer.windows_spooler import windows_printers

        return windows_printers()
    from app.devices.printer.cups import cups_queues

    return cups_queues()
