"""What is plugged in: serial ports, and printers that the system shows as files."""

from collections.abc import Sequence
from pathlib import Path

from app.ports.device_bench import SerialPort

_USB_PRINTERS = Path("/dev/usb")
_SYSFS_PRINTERS = Path("/sys/class/usbmisc")


def serial_ports() -> Sequence[SerialPort]:
    """The serial ports there are now, those with something plugged in first."""
    from serial.tools.list_ports import comports  # late: only the settings screen asks

    ports = [(port.vid is None, port.device, _description(port.description)) for port in comports()]
    return [SerialPort(device, description) for _, device, description in sorted(ports)]


def printer_files(devices: Path = _USB_PRINTERS, sysfs: Path = _SYSFS_PRINTERS) -> Sequence[SerialPort]:
    """The USB printers with a device file (Linux), described as they describe themselves."""
    if not devices.is_dir():
        return []
    return [SerialPort(str(path), _printer_name(sysfs / path.name)) for path in sorted(devices.glob("lp*"))]


def _description(text: str | None) -> str:
    return "" if text in (None, "n/a") else str(text)


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
