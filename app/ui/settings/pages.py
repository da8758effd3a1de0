"""The pages of the settings on a stack; what devices say goes to each page that shows it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget

from app.domain.programme.model import Names
from app.ports.device_bench import PrinterModel, PrinterPlace, PrinterTrial, SerialPort, StoreFacts
from app.ports.payment import Answer
from app.ui.settings.codes_page import CodesPage
from app.ui.settings.devices_page import DevicesPage
from app.ui.settings.draft_page import DraftPage
from app.ui.settings.look_page import LookPage
from app.ui.settings.page import SettingsPage
from app.ui.settings.payments_page import PaymentsPage
from app.ui.settings.people_page import PeoplePage
from app.ui.settings.presenter import Heard
from app.ui.settings.printer_page import PrinterPage
from app.ui.settings.receipts_page import ReceiptsPage
from app.ui.settings.scanner_page import ScannerPage
from app.ui.settings.shop_page import ShopPage
from app.ui.settings.store_page import StorePage


class SettingsPages(QStackedWidget):
    """Fits `DeviceNews`. `tenders` are those outside the till: (id, name); `name` speaks a name of the programme."""

    def __init__(self, tenders: Sequence[tuple[str, str]], name: Callable[[Names], str]) -> None:
        super().__init__()
        self.shop, self.look, self.printer = ShopPage(), LookPage(), PrinterPage()
        self.scanners, self.codes, self.store = ScannerPage(), CodesPage(), StorePage()
        self.people, self.receipts, self.devices = PeoplePage(), ReceiptsPage(), DevicesPage()
        self.payments, self.drafts = PaymentsPage(tenders), DraftPage(name)
        for page in self.all:
            self.addWidget(page)

    @property
    def all(self) -> Sequence[SettingsPage]:
        """In the order of their subjects."""
        return (
            self.devices,
            self.shop,
            self.look,
            self.printer,
            self.scanners,
            self.codes,
            self.store,
            self.people,
            self.receipts,
            self.payments,
            self.drafts,
        )

    def show_models(self, models: Sequence[PrinterModel]) -> None:
        """The printers to choose from."""
        self.printer.show_models(models)

    def show_ports(self, ports: Sequence[SerialPort]) -> None:
        """The serial ports there are now."""
        self.printer.show_ports(ports)
        self.scanners.show_ports(ports)
        self.devices.found.show_ports(ports)
        self.look.show_ports(ports)

    def show_places(self, places: Sequence[PrinterPlace]) -> None:
        """The printers there are now."""
        self.printer.show_places(places)
        self.devices.found.show_places(places)

    def show_store(self, facts: StoreFacts) -> None:
        """Where the data lies."""
        self.store.show_store(facts)

    def show_trying(self) -> None:
        """The printer is being tried."""
        self.printer.show_trying()
        self.devices.show_trying()

    def show_trial(self, trial: PrinterTrial) -> None:
        """How it went."""
        self.printer.show_trial(trial)
        self.devices.show_trial(trial)

    def show_payment_trying(self) -> None:
        """A cent is on its way."""
        self.payments.show_trying()
        self.devices.show_payment_trying()

    def show_payment_trial(self, answer: Answer) -> None:
        """How it went."""
        self.payments.show_trial(answer)
        self.devices.show_payment_trial(answer)

    def show_heard(self, heard: Heard) -> None:
        """A scanner was heard."""
        self.devices.show_heard(heard)
        self.scanners.show_heard(heard)
        self.codes.show_heard(heard)

    def show_device_trouble(self, detail: str) -> None:
        """A device could not be asked."""
        self.printer.show_trouble(detail)
        self.devices.show_trouble(detail)
