"""The settings screen: subjects on the left, their page on the right, Save for all of them."""

import time
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.domain.errors import Refused
from app.domain.programme.model import TenderType
from app.domain.receipt.forms import Form
from app.domain.staff import Permission
from app.ports.device_bench import DeviceBench, PrinterModel, PrinterPlace, PrinterTrial, SerialPort, StoreFacts
from app.ports.payment import Answer
from app.ports.scanner import ScanEvent
from app.services.use_cases import UseCases
from app.settings import ShopSettings
from app.ui.approval import Approver
from app.ui.refusals import refusal_words
from app.ui.relay import Relay
from app.ui.running import Runs
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.settings.codes_page import CodesPage
from app.ui.settings.device_facts import DeviceFacts, Setting, Trial
from app.ui.settings.devices_page import DevicesPage
from app.ui.settings.devices_presenter import DevicesDesk
from app.ui.settings.look_page import LookPage
from app.ui.settings.no_bench import NoBench
from app.ui.settings.page import SettingsPage
from app.ui.settings.payments_page import PaymentsPage
from app.ui.settings.people_page import PeoplePage
from app.ui.settings.presenter import Heard, SettingsDesk
from app.ui.settings.printer_page import PrinterPage
from app.ui.settings.receipts_page import ReceiptsPage
from app.ui.settings.receipts_presenter import ReceiptsDesk
from app.ui.settings.scanner_page import ScannerPage
from app.ui.settings.shop_page import ShopPage
from app.ui.settings.store_page import StorePage
from app.ui.settings.subject_button import SubjectButton
from app.ui.sign_on.pin_dialog import PinDialog
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.header import ScreenHeader
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.panel import Card, column, row


class SettingsScreen(Screen):
    """Home and the F keys turn the pages, F12 saves."""

    told = Signal(str, str, object)

    def __init__(self, use_cases: UseCases, tasks: Runs, session: Session, bench: DeviceBench | None) -> None:
        super().__init__()
        self._use_cases = use_cases
        self._tasks = tasks
        self._session = session
        self._bench: DeviceBench = bench or NoBench()
        self._relay = Relay(self)
        self._settings = session.settings
        self._desk: SettingsDesk | None = None
        self._build_pages()
        self._build_subjects()
        self._build_layout()
        self._connect_pages()
        self._retranslate()

    def enter(self) -> None:
        """Show the settings in force."""
        self._desk = SettingsDesk(
            self, self._tasks, self._relay, self._use_cases, self._bench, self._session.signed_on(), self._keep
        )
        self._desk.load()
        self._people.show_operator(self._session.signed_on())
        self._turn_to(self._pages.currentIndex())

    def take_scan(self, event: ScanEvent) -> bool:
        """Where scanners or codes are set up everything is shown and nothing is sold."""
        if self._desk is None or self._pages.currentWidget() not in (self._devices, self._scanners, self._codes):
            return False
        self._desk.hear(event)
        self._device_desk.hear(event)
        return True

    def leave(self) -> None:
        """Nobody waits for the search any longer."""
        self._device_desk.stop()

    def show_settings(self, settings: ShopSettings, *, may_change: bool) -> None:
        """Put these into all pages."""
        self._settings = settings
        for page in self._all():
            page.show_settings(settings)
        if may_change:
            self._notice.dismiss()
        else:
            self._notice.tell(
                self.tr("You may look at everything here"),
                self.tr("When you save, a manager has to allow it."),
                stays=True,
            )

    def show_models(self, models: Sequence[PrinterModel]) -> None:
        """The printers to choose from."""
        self._printer.show_models(models)

    def show_ports(self, ports: Sequence[SerialPort]) -> None:
        """The serial ports there are now."""
        self._printer.show_ports(ports)
        self._scanners.show_ports(ports)
        self._devices.found.show_ports(ports)
        self._look.show_ports(ports)

    def show_places(self, places: Sequence[PrinterPlace]) -> None:
        """The printers there are now."""
        self._printer.show_places(places)
        self._devices.found.show_places(places)

    def show_store(self, facts: StoreFacts) -> None:
        """Where the data lies."""
        self._store.show_store(facts)

    def show_trying(self) -> None:
        """The printer is being tried."""
        self._printer.show_trying()
        self._devices.show_trying()

    def show_trial(self, trial: PrinterTrial) -> None:
        """How it went."""
        self._printer.show_trial(trial)
        self._devices.show_trial(trial)

    def show_payment_trying(self) -> None:
        """A cent is on its way."""
        self._payments.show_trying()

    def show_payment_trial(self, answer: Answer) -> None:
        """How it went."""
        self._payments.show_trial(answer)

    def show_heard(self, heard: Heard) -> None:
        """A scanner was heard."""
        self._devices.show_heard(heard)
        self._scanners.show_heard(heard)
        self._codes.show_heard(heard)

    def show_device_trouble(self, detail: str) -> None:
        """A device could not be asked."""
        self._printer.show_trouble(detail)
        self._devices.show_trouble(detail)

    def show_drawer_opened(self) -> None:
        """The pulse is on its way."""
        self.told.emit(
            self.tr("The drawer opens"), self.tr("If not: is its cable in the printer, is it locked?"), Tone.ACCENT
        )

    def show_saved(self) -> None:
        """Kept and in force."""
        self.told.emit(self.tr("Settings saved"), self.tr("They are in force now."), Tone.ACCENT)

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""
        words = refusal_words(refused)
        self.told.emit(words.what, words.remedy, Tone.BAD)

    def _build_pages(self) -> None:
        self._shop, self._look, self._printer = ShopPage(), LookPage(), PrinterPage()
        self._scanners, self._codes, self._store = ScannerPage(), CodesPage(), StorePage()
        self._people, self._receipts, self._devices = PeoplePage(), ReceiptsPage(), DevicesPage()
        self._payments = PaymentsPage(self._outside_tenders())
        self._pages = QStackedWidget()
        for page in self._all():
            self._pages.addWidget(page)

    def _build_subjects(self) -> None:
        icons = (
            Icon.GAUGE,
            Icon.INFO,
            Icon.SPARK,
            Icon.PRINTER,
            Icon.SCAN,
            Icon.CARD,
            Icon.KEY,
            Icon.MEMBER,
            Icon.NOTE,
            Icon.QR,
        )
        # F8 is the printer page's own; a field keeps Home for itself.
        keys = ("Home", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F9", "F10")
        self._subjects = [self._subject(index, *found) for index, found in enumerate(zip(icons, keys, strict=True))]
        self._turn_to(0)

    def _subject(self, index: int, icon: Icon, key: str) -> SubjectButton:
        button = SubjectButton(icon, key)
        button.bind_key(self)
        button.clicked.connect(lambda: self._turn_to(index))
        return button

    def _build_layout(self) -> None:
        self._header = ScreenHeader()
        self._header.back.connect(self.left)
        self._save = Button("", Kind.PRIMARY, icon=Icon.CHECK, key="F12", size=Size.LARGE)
        self._save.bind_key(self)
        self._save.clicked.connect(self._save_all)
        self._header.right.addWidget(self._save)
        self._notice = NoticeBar()
        subjects = Card(margin=Space.S, spacing=Space.XS)
        subjects.setFixedWidth(236)
        for button in self._subjects:
            subjects.inside.addWidget(button)
        subjects.inside.addStretch(1)
        page = column(self, margin=Space.L, spacing=Space.M)
        page.addWidget(self._header)
        page.addWidget(self._notice)
        sides = row(spacing=Space.L)
        sides.addWidget(subjects)
        sides.addWidget(self._pages, 1)
        page.addLayout(sides, 1)

    def _connect_pages(self) -> None:
        self._printer.trial_wanted.connect(lambda printer: self._at_desk().try_printer(printer))
        self._printer.ports_wanted.connect(lambda: self._at_desk().find_ports())
        self._payments.trial_wanted.connect(lambda payment: self._at_desk().try_payment(payment))
        self._connect_devices()
        self._people.pin_wanted.connect(self._change_pin)
        receipts = ReceiptsDesk(self._receipts, self._tasks, self._relay, self._use_cases, self._bench)
        self._receipts.look_wanted.connect(lambda form, columns: receipts.look(Form(form), columns))
        self._receipts.edit_wanted.connect(lambda form: receipts.edit(Form(form)))
        self._receipts.logo_wanted.connect(lambda picture: receipts.set_logo(picture))
        self._scanners.ports_wanted.connect(lambda: self._at_desk().find_ports())

    def _connect_devices(self) -> None:
        page, found = self._devices, self._devices.found
        self._device_desk = DevicesDesk(page, found, self._relay, self._bench, time.monotonic)
        page.looked.connect(lambda: self._device_desk.look(self._settings))
        page.tried.connect(self._try_device)
        page.opened.connect(lambda device: self._turn_to_page(self._page_of(device.setting)))
        found.look_wanted.connect(lambda: self._at_desk().find_ports())
        found.search_wanted.connect(self._device_desk.search)
        found.stop_wanted.connect(self._device_desk.stop)
        found.printer_wanted.connect(self._use_printer)
        found.port_wanted.connect(self._use_port)

    def _try_device(self, device: DeviceFacts) -> None:
        if device.trial is Trial.PRINT:
            self._at_desk().try_printer(self._settings.printer)
        elif device.trial is Trial.DRAWER:
            self._ask_drawer()
        else:
            self._device_desk.try_scan(device)

    def _ask_drawer(self) -> None:
        """It is opened as from the shift screen: allowed by somebody, on record."""
        desk = self._at_desk()
        Approver(self, self._use_cases, self._tasks, self._session).ask(
            Permission.OPEN_DRAWER, self.tr("Open the drawer without a sale"), desk.open_drawer
        )

    def _page_of(self, setting: Setting) -> SettingsPage:
        pages = {Setting.PRINTER: self._printer, Setting.SCANNERS: self._scanners, Setting.PAYMENTS: self._payments}
        return pages.get(setting, self._look)

    def _use_printer(self, place: PrinterPlace) -> None:
        self._printer.choose_place(place)
        self._turn_to_page(self._printer)

    def _use_port(self, device: str) -> None:
        self._scanners.add_port(device)
        self._turn_to_page(self._scanners)

    def _turn_to_page(self, page: SettingsPage) -> None:
        self._turn_to(self._all().index(page))

    def _outside_tenders(self) -> Sequence[tuple[str, str]]:
        kinds = self._session.programme.tender_kinds
        return [(kind.id, self._session.name(kind.names)) for kind in kinds if kind.type is TenderType.EXTERNAL]

    def _at_desk(self) -> SettingsDesk:
        if self._desk is None:
            raise RuntimeError("the screen was not entered")
        return self._desk

    def _all(self) -> Sequence[SettingsPage]:
        return (
            self._devices,
            self._shop,
            self._look,
            self._printer,
            self._scanners,
            self._codes,
            self._store,
            self._people,
            self._receipts,
            self._payments,
        )

    def _turn_to(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        self._all()[index].setFocus()
        for number, button in enumerate(self._subjects):
            button.setChecked(number == index)

    def _save_all(self) -> None:
        settings = self._settings
        for page in self._all():
            settings = page.changed(settings)
        desk = self._at_desk()
        Approver(self, self._use_cases, self._tasks, self._session).ask(
            Permission.CHANGE_SETTINGS,
            self.tr("Change the settings of this till"),
            lambda approval: desk.save(settings, approval),
            needs_reason=False,
        )

    def _change_pin(self) -> None:
        dialog = PinDialog(self, self._tasks, self._use_cases, self._session.signed_on())
        dialog.finished.connect(self._pin_changed)
        dialog.open()

    def _pin_changed(self, done: bool) -> None:
        if done:
            self.told.emit(self.tr("Your PIN is changed"), self.tr("It counts from the next sign-on."), Tone.ACCENT)

    def _keep(self, settings: ShopSettings) -> None:
        self._settings = settings
        self._session.set_settings(settings)

    def _retranslate(self) -> None:
        self._header.set_title(self.tr("Settings"))
        self._header.set_back(self.tr("Back to the sale"))
        self._save.setText(self.tr("Save"))
        words = (
            self.tr("Devices"),
            self.tr("Shop"),
            self.tr("Look"),
            self.tr("Printer"),
            self.tr("Scanners"),
            self.tr("Codes"),
            self.tr("Data"),
            self.tr("People"),
            self.tr("Slips"),
            self.tr("Payments"),
        )
        for button, word in zip(self._subjects, words, strict=True):
            button.setText(word)
        self._payments.show_tenders(self._outside_tenders())
        for page in self._all():
            page.retranslate()
