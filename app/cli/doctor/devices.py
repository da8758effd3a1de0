"""The devices, in the same words as on the settings screen, and what is plugged in besides."""

from collections.abc import Callable, Iterator
from pathlib import Path

from app.cli.doctor.kept import kept_settings
from app.cli.doctor.remark import Remark
from app.ports.device_bench import DeviceStates
from app.ports.printer import PrinterCondition
from app.ports.scanner import SourceState
from app.settings import PrinterSettings, ShopSettings
from app.storage.lock import DirectoryLock, StoreInUseError

POLE = "pole"
_USUAL_BAUD = 9_600

AskPrinter = Callable[[PrinterSettings, Path], PrinterCondition | None]


def devices(data_dir: Path, ask_printer: AskPrinter) -> Iterator[Remark]:
    """A remark on each device that is set up, and one on what else is there."""
    settings = kept_settings(data_dir)
    if settings is None:
        yield Remark("devices", "unknown without a till's settings")
    elif _is_open(data_dir):
        yield Remark("devices", "in use by the till, which is open; it shows how they are (F10, Devices)")
    else:
        yield from _remarks(settings, _states(settings, data_dir, ask_printer))
    yield _plugged_in()


def _remarks(settings: ShopSettings, states: DeviceStates) -> Iterator[Remark]:
    from app.ui.settings.device_facts import device_facts  # late: Qt's libraries may be what is wrong here
    from app.ui.theme.tokens import Tone

    for device in device_facts(settings, states):
        subject = f"{device.name} ({device.place})" if device.place else device.name
        needs_help = device.tone in {Tone.BAD, Tone.WARN}
        yield Remark(subject, device.state, device.remedy if needs_help else "")


def _states(settings: ShopSettings, data_dir: Path, ask_printer: AskPrinter) -> DeviceStates:
    """How they are when they are asked now."""
    from app.devices.discovery import why_not_open

    sources, details = dict[str, SourceState](), dict[str, str]()
    for scanner in settings.serial_scanners:
        name = f"serial:{scanner.port}"
        details[name] = why_not_open(scanner.port, scanner.baud)
        sources[name] = SourceState.UNPLUGGED if details[name] else SourceState.READY
    if settings.pole.port:
        details[POLE] = why_not_open(settings.pole.port, settings.pole.baud or _USUAL_BAUD)
        sources[POLE] = SourceState.UNPLUGGED if details[POLE] else SourceState.READY
    return DeviceStates(ask_printer(settings.printer, data_dir), sources, details)


def _is_open(data_dir: Path) -> bool:
    """Whether a till is at work here; it has its devices for itself."""
    try:
        DirectoryLock(data_dir).release()
    except StoreInUseError:
        return True
    return False


def _plugged_in() -> Remark:
    from app.devices.discovery import printer_places, serial_ports

    found = [port.device for port in serial_ports()]
    found += [f"{place.address} {place.description}".strip() for place in printer_places()]
    return Remark("serial ports and printers found here", ", ".join(found) or "none")
