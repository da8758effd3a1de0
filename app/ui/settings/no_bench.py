"""A bench with nothing on it, where the till runs without devices."""

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

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
from app.ports.payment import Answer, Trouble
from app.ports.printer import PrinterCondition
from app.settings import PaymentSettings, PrinterSettings, ShopSettings


class NoSearch:
    """Over before it began."""

    def __init__(self, found: Sequence[PrinterPlace] = ()) -> None:
        self.found: Future[Sequence[PrinterPlace]] = Future()
        self.found.set_result(found)
        self.asked = self.total = 0

    def stop(self) -> None:
        """Nothing to stop."""


class NoBench:
    """Has no ports and reaches no printer."""

    def serial_ports(self) -> "Future[Sequence[SerialPort]]":
        """None."""
        future: Future[Sequence[SerialPort]] = Future()
        future.set_result(())
        return future

    def printer_places(self) -> "Future[Sequence[PrinterPlace]]":
        """None."""
        future: Future[Sequence[PrinterPlace]] = Future()
        future.set_result(())
        return future

    def search_network(self) -> PrinterSearch:
        """In no network."""
        return NoSearch()

    def device_states(self) -> DeviceStates:
        """Nothing was heard."""
        return DeviceStates()

    def printer_models(self) -> Sequence[PrinterModel]:
        """None."""
        return ()

    def try_printer(self, printer: PrinterSettings) -> "Future[PrinterTrial]":
        """Nothing there."""
        future: Future[PrinterTrial] = Future()
        future.set_result(PrinterTrial(PrinterCondition.OFFLINE))
        return future

    def try_payment(self, payment: PaymentSettings) -> "Future[Answer]":
        """Nobody is asked."""
        future: Future[Answer] = Future()
        future.set_result(Answer(Outcome.REFUSED, trouble=Trouble.NO_LINE))
        return future

    def try_pole(self) -> None:
        """None to light up."""

    def shop_pictures(self) -> "Future[tuple[bytes, ...]]":
        """None."""
        future: Future[tuple[bytes, ...]] = Future()
        future.set_result(())
        return future

    def set_logo(self, picture: Path | None) -> "Future[LogoTrouble | None]":
        """Nothing is printed here."""
        future: Future[LogoTrouble | None] = Future()
        future.set_result(None)
        return future

    def apply(self, settings: ShopSettings) -> None:
        """Nothing to apply to."""

    def retry_printing(self) -> None:
        """Nothing to print on."""

    def store_facts(self) -> "Future[StoreFacts]":
        """Never known."""
        return Future()
