"""The settings screen: subjects on the left, their page on the right, Save for all of them."""

import time
from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.domain.errors import Refused
from app.domain.programme.model import TenderType
from app.domain.receipt.forms import Form
from app.domain.staff import Permission
from app.ports.device_bench import DeviceBench, PrinterPlace
from app.ports.scanner import ScanEvent
from app.services.use_cases import UseCases
from app.settings import ShopSettings
from app.ui.approval import Approver
from app.ui.refusals import refusal_words
from app.ui.relay import Relay
from app.ui.running import Runs
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.settings.device_facts import Setting
from app.ui.settings.devices_presenter import DevicesDesk
from app.ui.settings.draft_presenter import DraftDesk
from app.ui.settings.no_bench import NoBench
from app.ui.settings.page import SettingsPage
from app.ui.settings.pages import SettingsPages
from app.ui.settings.presenter import SettingsDesk
from app.ui.settings.receipts_presenter import ReceiptsDesk
from app.ui.settings.subjects import Subjects
from app.ui.settings.trials import Trials
from app.ui.sign_on.pin_dialog import PinDialog
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.header import ScreenHeader
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.panel import column, row


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
        self._pages = SettingsPages(self._outside_tenders(), session.name)
        self._build_layout()
        self._connect_pages()
        self._connect_devices()
        self._retranslate()

    def enter(self) -> None:
        """Show the settings in force."""
        self._desk = SettingsDesk(
            self,
            self._pages,
            self._tasks,
            self._relay,
            self._use_cases,
            self._bench,
            self._session.signed_on(),
            self._keep,
        )
        self._desk.load()
        self._pages.people.show_operator(self._session.signed_on())
        self._turn_to(self._pages.currentIndex())

    def take_scan(self, event: ScanEvent) -> bool:
        """Where scanners or codes are set up everything is shown and nothing is sold."""
        if self._desk is None or self._pages.currentWidget() not in (
            self._pages.devices,
            self._pages.scanners,
            self._pages.codes,
        ):
            return False
        self._desk.hear(event)
        self._device_desk.hear(event)
        return True

    def leave(self) -> None:
        """Nobody waits for the search or the trial any longer."""
        self._device_desk.stop()
        self._drafts.stop()

    def show_settings(self, settings: ShopSettings, *, may_change: bool) -> None:
        """Put these into all pages."""
        self._settings = settings
        for page in self._pages.all:
            page.show_settings(settings)
        if may_change:
            self._notice.dismiss()
        else:
            self._notice.tell(
                self.tr("You may look at everything here"),
                self.tr("When you save, a manager has to allow it."),
                stays=True,
            )

    def show_customer_trial(self, *, is_there: bool) -> None:
        """Whether the customer's screen shows a test."""
        self._pages.devices.show_customer_trial(is_there=is_there)

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

    def _build_layout(self) -> None:
        self._header = ScreenHeader()
        self._header.back.connect(self.left)
        self._save = Button("", Kind.PRIMARY, icon=Icon.CHECK, key="F12", size=Size.LARGE)
        self._save.bind_key(self)
        self._save.clicked.connect(self._save_all)
        self._header.right.addWidget(self._save)
        self._notice = NoticeBar()
        self._subjects = Subjects()
        self._subjects.chosen.connect(self._turn_to)
        for button in self._subjects.buttons:
            button.bind_key(self)
        page = column(self, margin=Space.L, spacing=Space.M)
        page.addWidget(self._header)
        page.addWidget(self._notice)
        sides = row(spacing=Space.L)
        sides.addWidget(self._subjects)
        sides.addWidget(self._pages, 1)
        page.addLayout(sides, 1)

    def _connect_pages(self) -> None:
        self._pages.printer.trial_wanted.connect(lambda printer: self._at_desk().try_printer(printer))
        self._pages.printer.ports_wanted.connect(lambda: self._at_desk().find_ports())
        self._pages.payments.trial_wanted.connect(lambda payment: self._at_desk().try_payment(payment))
        self._pages.people.pin_wanted.connect(self._change_pin)
        receipts = ReceiptsDesk(self._pages.receipts, self._tasks, self._relay, self._use_cases, self._bench)
        self._pages.receipts.look_wanted.connect(lambda form, columns: receipts.look(Form(form), columns))
        self._pages.receipts.edit_wanted.connect(lambda form: receipts.edit(Form(form)))
        self._pages.receipts.logo_wanted.connect(lambda picture: receipts.set_logo(picture))
        drafts = self._pages.drafts
        self._drafts = DraftDesk(drafts, self._tasks, self._use_cases, lambda: self._session.words)
        drafts.look_wanted.connect(self._drafts.look)
        drafts.start_wanted.connect(self._drafts.start)
        drafts.stop_wanted.connect(self._drafts.stop)
        self._pages.scanners.ports_wanted.connect(lambda: self._at_desk().find_ports())

    def _connect_devices(self) -> None:
        page, found = self._pages.devices, self._pages.devices.found
        self._device_desk = DevicesDesk(page, found, self._relay, self._bench, time.monotonic)
        page.looked.connect(lambda: self._device_desk.look(self._settings, dict(self._outside_tenders())))
        approver = Approver(self, self._use_cases, self._tasks, self._session)
        self.trials = Trials(self, self._at_desk, self._device_desk, approver, lambda: self._settings)
        page.tried.connect(self.trials.try_out)
        page.opened.connect(lambda device: self._turn_to_page(self._page_of(device.setting)))
        found.look_wanted.connect(lambda: self._at_desk().find_ports())
        found.search_wanted.connect(self._device_desk.search)
        found.stop_wanted.connect(self._device_desk.stop)
        found.printer_wanted.connect(self._use_printer)
        found.port_wanted.connect(self._use_port)

    def _page_of(self, setting: Setting) -> SettingsPage:
        pages = {
            Setting.PRINTER: self._pages.printer,
            Setting.SCANNERS: self._pages.scanners,
            Setting.PAYMENTS: self._pages.payments,
        }
        return pages.get(setting, self._pages.look)

    def _use_printer(self, place: PrinterPlace) -> None:
        self._pages.printer.choose_place(place)
        self._turn_to_page(self._pages.printer)

    def _use_port(self, device: str) -> None:
        self._pages.scanners.add_port(device)
        self._turn_to_page(self._pages.scanners)

    def _turn_to_page(self, page: SettingsPage) -> None:
        self._turn_to(self._pages.all.index(page))

    def _outside_tenders(self) -> Sequence[tuple[str, str]]:
        kinds = self._session.programme.tender_kinds
        return [(kind.id, self._session.name(kind.names)) for kind in kinds if kind.type is TenderType.EXTERNAL]

    def _at_desk(self) -> SettingsDesk:
        if self._desk is None:
            raise RuntimeError("the screen was not entered")
        return self._desk

    def _turn_to(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        self._pages.all[index].setFocus()
        self._subjects.mark(index)

    def _save_all(self) -> None:
        settings = self._settings
        for page in self._pages.all:
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
        self._subjects.retranslate()
        self._pages.payments.show_tenders(self._outside_tenders())
        for page in self._pages.all:
            page.retranslate()
