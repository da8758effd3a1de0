"""Every device that is set up and how it is, with the remedy; what the screen and `membertill doctor` say."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.ports.device_bench import DeviceStates
from app.ports.printer import PrinterCondition
from app.ports.scanner import ScanEvent, SourceState
from app.settings import (
    PaymentSettings,
    PoleSettings,
    PrinterSettings,
    SerialScannerSettings,
    ShopSettings,
    WedgeFrameSettings,
)
from app.ui.settings.conditions import condition_words
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Tone
from app.ui.translation import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
KEYBOARD = "wedge"
PRINTER = "printer"
POLE = "pole"
_CONNECTIONS = {
    "virtual": QT_TRANSLATE_NOOP("Devices", "on screen"),
    "tcp": QT_TRANSLATE_NOOP("Devices", "network"),
    "serial": QT_TRANSLATE_NOOP("Devices", "serial"),
    "usb": QT_TRANSLATE_NOOP("Devices", "USB"),
    "system": QT_TRANSLATE_NOOP("Devices", "installed"),
    "file": QT_TRANSLATE_NOOP("Devices", "device file"),
}


class Trial(Enum):
    """What a person can do to see whether it works."""

    SCAN = "scan"
    PRINT = "print"
    DRAWER = "drawer"
    POLE = "pole"
    CUSTOMER = "customer"
    PAYMENT = "payment"


class Setting(Enum):
    """On which page it is set up."""

    PRINTER = "printer"
    SCANNERS = "scanners"
    LOOK = "look"
    PAYMENTS = "payments"


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """One device: what it is, where it is attached, how it is and what to do.

    `source` and `prefix` tell its scans from those of others; of a payment, `source` is its tender kind.
    """

    icon: Icon
    name: str
    place: str
    state: str
    tone: Tone
    remedy: str = ""
    trial: Trial | None = None
    source: str = ""
    prefix: str = ""
    setting: Setting = Setting.PRINTER

    def sent(self, event: ScanEvent) -> bool:
        """Whether this scan came from it."""
        return event.source == self.source and event.sent.startswith(self.prefix.encode())


def device_facts(
    settings: ShopSettings, states: DeviceStates, tenders: Mapping[str, str] | None = None
) -> tuple[DeviceFacts, ...]:
    """All of them, the printer first; `tenders` are the names of tender kinds by their id, where they are known."""
    printers = _printer(settings.printer, states)
    keyboard = (_keyboard(states), *(_framed(frame, states) for frame in settings.wedge.others))
    serial = (_serial(scanner, states) for scanner in settings.serial_scanners)
    payments = (_payment(payment, (tenders or {}).get(payment.tender, payment.tender)) for payment in settings.payments)
    return (*printers, *keyboard, *serial, *_pole(settings.pole, states), _customer_window(settings), *payments)


def _printer(printer: PrinterSettings, states: DeviceStates) -> tuple[DeviceFacts, ...]:
    name, drawer = translate("Devices", "Receipt printer"), translate("Devices", "Cash drawer")
    if printer.connection == "none":
        remedy = translate(
            "Devices", "Look for printers below, or choose one under Printer. Receipts are kept until then."
        )
        return (
            DeviceFacts(Icon.PRINTER, name, "", translate("Devices", "not set up"), Tone.PLAIN, remedy),
            DeviceFacts(
                Icon.INBOX,
                drawer,
                "",
                translate("Devices", "opened by hand"),
                Tone.PLAIN,
                translate("Devices", "It hangs on the printer."),
            ),
        )
    state, remedy, tone = _printer_words(states)
    place = f"{translate('Devices', _CONNECTIONS[printer.connection])} {printer.address}".strip()
    return DeviceFacts(Icon.PRINTER, name, place, state, tone, remedy, Trial.PRINT), _drawer(drawer, states, tone)


def _drawer(name: str, states: DeviceStates, tone: Tone) -> DeviceFacts:
    place, state = translate("Devices", "at the printer"), translate("Devices", "opens with the printer")
    if states.printer is None or states.printer.can_print:
        return DeviceFacts(Icon.INBOX, name, place, state, Tone.PLAIN, trial=Trial.DRAWER)
    state = translate("Devices", "opens when the printer is well")
    return DeviceFacts(Icon.INBOX, name, place, state, tone, trial=Trial.DRAWER)


def _printer_words(states: DeviceStates) -> tuple[str, str, Tone]:
    condition = states.printer
    if condition is None:
        return translate("Devices", "not heard of yet"), "", Tone.PLAIN
    if condition is PrinterCondition.READY:
        return translate("Devices", "ready"), "", Tone.ACCENT
    if condition is PrinterCondition.UNKNOWN:
        return (
            translate("Devices", "in use; it cannot say how it is"),
            translate("Devices", "Look at the paper now and then."),
            Tone.ACCENT,
        )
    what, remedy, tone = condition_words(condition)
    return what, f"{remedy} {states.details.get(PRINTER, '')}".strip(), tone


def _keyboard(states: DeviceStates) -> DeviceFacts:
    state, remedy, tone = _heard_words(states, KEYBOARD)
    name, place = (
        translate("Devices", "Scanners and card readers that type"),
        translate("Devices", "keyboard, USB or Bluetooth"),
    )
    return DeviceFacts(Icon.SCAN, name, place, state, tone, remedy, Trial.SCAN, KEYBOARD, "", Setting.SCANNERS)


def _framed(frame: WedgeFrameSettings, states: DeviceStates) -> DeviceFacts:
    state, remedy, tone = _heard_words(states, KEYBOARD)
    place = translate("Devices", "keyboard, begins with {prefix}").format(prefix=frame.prefix)
    icon, name = _kind(frame.sends)
    return DeviceFacts(icon, name, place, state, tone, remedy, Trial.SCAN, KEYBOARD, frame.prefix, Setting.SCANNERS)


def _serial(scanner: SerialScannerSettings, states: DeviceStates) -> DeviceFacts:
    source = f"serial:{scanner.port}"
    state, remedy, tone = _heard_words(states, source)
    place = f"{translate('Devices', _CONNECTIONS['serial'])} {scanner.port}, {scanner.baud}"
    icon, name = _kind(scanner.sends)
    return DeviceFacts(icon, name, place, state, tone, remedy, Trial.SCAN, source, "", Setting.SCANNERS)


def _pole(pole: PoleSettings, states: DeviceStates) -> tuple[DeviceFacts, ...]:
    if not pole.port:
        return ()
    state, remedy, tone = _heard_words(states, POLE)
    if states.sources.get(POLE) is SourceState.READY:
        state = translate("Devices", "ready")
    name, place = translate("Devices", "Pole display"), f"{translate('Devices', _CONNECTIONS['serial'])} {pole.port}"
    return (DeviceFacts(Icon.PRICE, name, place, state, tone, remedy, Trial.POLE, setting=Setting.LOOK),)


def _customer_window(settings: ShopSettings) -> DeviceFacts:
    state = {
        "off": translate("Devices", "off"),
        "second": translate("Devices", "on a second screen"),
        "window": translate("Devices", "shown in a window"),
    }[settings.customer_window]
    name = translate("Devices", "Customer's screen")
    trial = None if settings.customer_window == "off" else Trial.CUSTOMER
    return DeviceFacts(Icon.MEMBER, name, "", state, Tone.PLAIN, trial=trial, setting=Setting.LOOK)


def _payment(payment: PaymentSettings, tender: str) -> DeviceFacts:
    name = translate("Devices", "Payment: {tender}").format(tender=tender)
    state = translate("Devices", "set up")
    remedy = translate("Devices", "A cent is paid and given back to try it.")
    place = f"{payment.host}:{payment.port}"
    return DeviceFacts(
        Icon.QR, name, place, state, Tone.PLAIN, remedy, Trial.PAYMENT, payment.tender, setting=Setting.PAYMENTS
    )


def _kind(sends: str) -> tuple[Icon, str]:
    if sends == "codes":
        return Icon.SCAN, translate("Devices", "Scanner")
    if sends == "tracks_lrc":
        return Icon.CARD, translate("Devices", "Card reader (magnetic)")
    return Icon.CARD, translate("Devices", "Card reader (chip)")


def _heard_words(states: DeviceStates, source: str) -> tuple[str, str, Tone]:
    match states.sources.get(source):
        case SourceState.READY:
            return translate("Devices", "listening"), "", Tone.ACCENT
        case SourceState.UNPLUGGED:
            return translate("Devices", "not there"), _lost_words(states.details.get(source, "")), Tone.BAD
    return translate("Devices", "not heard of yet"), "", Tone.PLAIN


def _lost_words(detail: str) -> str:
    """What to do, by what the system says of the port."""
    said = detail.lower()
    if "permission" in said or "access is denied" in said:
        return translate("Devices", "This user may not use the port: add them to its group (Linux: dialout).")
    if "lock" in said or "busy" in said:
        return translate("Devices", "Another program has the port open: close it.")
    return translate("Devices", "Is the cable in? It is found again by itself; another port is chosen under Set up.")
