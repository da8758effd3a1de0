"""What is plugged in: serial ports, and printers that the system shows as files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from serial.tools.list_ports import comports
from serial.tools.list_ports_common import ListPortInfo

from app.ports.device_bench import SerialPort

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
