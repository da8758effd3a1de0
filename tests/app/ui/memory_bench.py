"""A bench without devices."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from app.domain.payment import Outcome
from app.ports.device_bench import (
    DeviceStates,
    LogoTrouble,
    PrinterModel,
    PrinterPlace,
    PrinterSearch,
    PrinterTrial,
    SerialPort,
    StoreFacts,
)
from app.ports.payment import Answer
from app.ports.printer import PrinterCondition
from app.settings import PaymentSettings, PrinterSettings, ShopSettings
from app.ui.settings.no_bench import NoSearch

Result = TypeVar("Result")


@dataclass
class MemoryBench:
    """Answers at once; `trial` may be an error instead."""

    trial: PrinterTrial | Exception = field(default_factory=lambda: PrinterTrial(PrinterCondition.READY))
    applied: list[ShopSettings] = field(default_factory=list)
    retries: int = 0
    poles_tried: int = 0
    paid: Answer = field(default_factory=lambda: Answer(Outcome.PAID, "4200001"))
    payments: list[PaymentSettings] = field(default_factory=list)
    pictures: tuple[bytes, ...] = ()
    states: DeviceStates = field(default_factory=DeviceStates)
    search: PrinterSearch = field(default_factory=lambda: NoSearch((PrinterPlace("tcp", "192.0.2.7"),)))
    logos: list[Path | None] = field(default_factory=list)

    def serial_ports(self) -> "Future[Sequence[SerialPort]]":
        """Two of them."""
        return _done((SerialPort("/dev/ttyUSB0", "CH340 Serial"), SerialPort("/dev/ttyACM0", "Barcode Scanner")))

    def printer_places(self) -> "Future[Sequence[PrinterPlace]]":
        """One of each kind."""
        return _done(
            (
                PrinterPlace("file", "/dev/usb/lp0", "XPrinter XP-58"),
                PrinterPlace("usb", "04b8:0e15", "EPSON TM-T20II"),
                PrinterPlace("system", "Receipts"),
            )
        )

    def search_network(self) -> PrinterSearch:
        """One of them, at once."""
        return self.search

    def device_states(self) -> DeviceStates:
        """As `states` says."""
        return self.states

    def printer_models(self) -> Sequence[PrinterModel]:
        """Wide and narrow."""
        return (PrinterModel("generic-58", "ESC/POS 58 mm", 32), PrinterModel("generic-80", "ESC/POS 80 mm", 48))

    def try_printer(self, printer: PrinterSettings) -> "Future[PrinterTrial]":
        """As `trial` says."""
        return _done(self.trial) if isinstance(self.trial, PrinterTrial) else _failed(self.trial)

    def try_payment(self, payment: PaymentSettings) -> "Future[Answer]":
        """As `paid` says."""
        self.payments.append(payment)
        return _done(self.paid)

    def try_pole(self) -> None:
        """Count it."""
        self.poles_tried += 1

    def shop_pictures(self) -> "Future[tuple[bytes, ...]]":
        """As `pictures` says."""
        return _done(self.pictures)

    def set_logo(self, picture: Path | None) -> "Future[LogoTrouble | None]":
        """Remember it; a text file is no picture."""
        self.logos.append(picture)
        return _done(LogoTrouble.NOT_A_PICTURE if picture and picture.suffix == ".txt" else None)

    def apply(self, settings: ShopSettings) -> None:
        """Remember it."""
        self.applied.append(settings)

    def retry_printing(self) -> None:
        """Count it."""
        self.retries += 1

    def store_facts(self) -> "Future[StoreFacts]":
        """A made-up place."""
        return _done(StoreFacts("T1", 1, "/home/shop/membertill", 48_300_000, "", "keyring", True, "0.1.0"))


def _done(result: Result) -> "Future[Result]":
    future: Future[Result] = Future()
    future.set_result(result)
    return future


def _failed(error: Exception) -> "Future[PrinterTrial]":
    future: Future[PrinterTrial] = Future()
    future.set_exception(error)
    return future
