"""From printer settings to a printer: transport, encoder, and the simulated one of a demo shop."""

import sys
from dataclasses import dataclass
from pathlib import Path

from app.devices.printer.escpos_slip import EscposSlip
from app.devices.printer.profiles import load_profiles
from app.paths import resources_dir
from app.ports.printer import PrinterCondition, PrinterProfile, PrinterTransport, SlipEncoder
from app.settings import PrinterSettings

_FALLBACK = "generic-80"


@dataclass(frozen=True, slots=True)
class ConnectedPrinter:
    """A printer to use: how bytes get there, and how slips become bytes."""

    transport: PrinterTransport
    encoder: SlipEncoder


def profiles() -> dict[str, PrinterProfile]:
    """All printer models we know, by id."""
    return load_profiles(resources_dir() / "printers")


def connect_printer(settings: PrinterSettings, data_dir: Path) -> ConnectedPrinter | None:
    """The printer that the settings name; None where there is none.

    Its line is imported here, on the bench's thread: the simulated one brings Pillow, which a start can do without.
    """
    models = profiles()
    profile = models.get(settings.profile, models[_FALLBACK])
    encoder = EscposSlip(profile, data_dir / "cache")
    asks = settings.asks_status
    match settings.connection:
        case "none":
            return None
        case "tcp":
            from app.devices.printer.tcp import tcp_printer

            return ConnectedPrinter(tcp_printer(settings.address, settings.port, has_status=asks), encoder)
        case "serial":
            from app.devices.printer.serial_port import serial_printer

            return ConnectedPrinter(serial_printer(settings.address, settings.baud, has_status=asks), encoder)
        case "file":
            from app.devices.printer.file_port import file_printer

            return ConnectedPrinter(file_printer(Path(settings.address), has_status=asks), encoder)
        case "usb":
            from app.devices.printer.usb_port import usb_printer

            return ConnectedPrinter(usb_printer(settings.address, has_status=asks), encoder)
        case "system":
            return ConnectedPrinter(_system_printer(settings.address), encoder)
        case "virtual":
            from app.devices.printer.simulator.direct import direct_printer
            from app.devices.printer.simulator.virtual_printer import VirtualPrinter

            printer = VirtualPrinter(profile.columns, out_dir=data_dir / "slips")
            return ConnectedPrinter(direct_printer(printer), encoder)


def ask_printer(settings: PrinterSettings, data_dir: Path) -> PrinterCondition | None:
    """How this printer is now; None where there is none. It may take seconds."""
    printer = connect_printer(settings, data_dir)
    if printer is None:
        return None
    try:
        return printer.transport.status()
    finally:
        printer.transport.close()


def _system_printer(name: str) -> PrinterTransport:
    """A printer that this computer's own spooler serves: Windows' or CUPS."""
    if sys.platform == "win32":
        from app.devices.printer.windows_spooler import windows_printer

        return windows_printer(name)
    from app.devices.printer.cups import cups_printer

    return cups_printer(name)
