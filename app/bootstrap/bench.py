"""The bench: the till's devices taken up, let go, tried and described. Fits `app.ports.device_bench.DeviceBench`."""

import logging
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app import __version__
from app.bootstrap.last_heard import POLE, LastHeard
from app.bootstrap.logo import set_logo
from app.bootstrap.payments import gateway, gateways, trial_request
from app.bootstrap.pictures import FOLDER, shop_pictures
from app.bootstrap.printing import ConnectedPrinter, connect_printer, profiles
from app.bootstrap.spool import WorkerSpool
from app.bootstrap.till import OpenTill
from app.devices.discovery import printer_places, serial_ports
from app.devices.payment.desk import ProviderDesk
from app.devices.printer.worker import PrinterWorker
from app.devices.scanner.burst import BurstRules
from app.devices.scanner.frames import Frame
from app.devices.scanner.framing import Terminator
from app.devices.scanner.key_text import KeyLayout
from app.devices.scanner.reading import Sends
from app.devices.scanner.serial_line import SerialLine, SerialScanner
from app.devices.scanner.wedge import WedgeScanner
from app.domain.receipt.page import Page
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
from app.ports.pole import Pole
from app.ports.printer import PrinterCondition
from app.ports.scanner import ScanEvent, ScanSource, SourceState
from app.ports.worker import Worker
from app.settings import PaymentSettings, PrinterSettings, ShopSettings, WedgeSettings
from app.storage.templates import SHOP_FOLDER
from app.ui.bridge import Bridge

_log = logging.getLogger(__name__)


class Bench:
    """Owns the devices. What may take long is done on a thread of its own, so no caller ever waits."""

    def __init__(
        self, app: QApplication, till: OpenTill, worker: Worker, bridge: Bridge, payments: ProviderDesk, pole: Pole
    ) -> None:
        self._app = app
        self._till = till
        self._worker = worker
        self._bridge = bridge
        self._payments, self._pole = payments, pole
        self._spool = WorkerSpool(worker, till.use_cases.print_slips, self._tell_waiting)
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bench")
        self._wedge: ScanSource | None = None
        self._scanners: list[ScanSource] = []
        self._printer: ConnectedPrinter | None = None
        self._printing: PrinterWorker | None = None
        self._search: PrinterSearch | None = None
        self._heard = LastHeard()
        bridge.pole_state.connect(lambda state: self._heard.scanner(POLE, state, ""))
        till.store.when_slips_are_queued(self._slips_queued)

    def serial_ports(self) -> "Future[Sequence[SerialPort]]":
        """The serial ports there are now."""
        return self._hands.submit(serial_ports)

    def printer_places(self) -> "Future[Sequence[PrinterPlace]]":
        """The printers there are now."""
        return self._hands.submit(printer_places)

    def search_network(self) -> PrinterSearch:
        """Ask around; a search under way makes way for this one."""
        from app.devices.printer.network_search import NetworkSearch, hosts_around  # late: only a set-up asks

        self._stop_search()
        search = NetworkSearch(hosts_around())
        self._search = search
        self._hands.submit(search.run)
        return search

    def device_states(self) -> DeviceStates:
        """How the devices in use were last heard of."""
        return self._heard.states()

    def printer_models(self) -> Sequence[PrinterModel]:
        """The printer profiles to choose from."""
        found = profiles()
        # The generic ones first: they fit most printers.
        ids = sorted(found, key=lambda model: (not model.startswith(("generic", "raster")), model))
        return [PrinterModel(id_, found[id_].name, found[id_].columns, found[id_].raster_text) for id_ in ids]

    def try_printer(self, printer: PrinterSettings) -> "Future[PrinterTrial]":
        """Print the test page over these settings."""
        return self._hands.submit(self._try, printer)

    def shop_pictures(self) -> "Future[tuple[bytes, ...]]":
        """The pictures for the customer's screen."""
        return self._hands.submit(shop_pictures, self._till.data_dir / FOLDER)

    def set_logo(self, picture: Path | None) -> "Future[LogoTrouble | None]":
        """Make it the logo, for every width of paper."""
        columns = {profile.columns for profile in profiles().values()}
        return self._hands.submit(set_logo, picture, self._till.data_dir / SHOP_FOLDER, columns)

    def try_payment(self, payment: PaymentSettings) -> "Future[Answer]":
        """Take a cent over these settings and pay it back."""
        return self._payments.try_out(gateway(payment), trial_request(self._till.clock))

    def try_pole(self) -> None:
        """Everything lit for some seconds."""
        self._pole.try_out()

    def apply(self, settings: ShopSettings) -> None:
        """Take up the devices anew. Call on the GUI thread: key strokes are its own."""
        self._stop_search()
        self._heard.forget()
        self._watch_keys(settings.wedge)
        self._payments.use(gateways(settings.payments))
        self._hands.submit(self._take_up, settings)

    def retry_printing(self) -> None:
        """Do not wait any longer for the printer."""
        if self._printing:
            self._printing.retry_now()
        self._tell_waiting()

    def store_facts(self) -> "Future[StoreFacts]":
        """Where the data lies and how its key is kept."""
        return self._worker.submit(self._facts)

    def close(self) -> None:
        """Let go of everything."""
        self._stop_search()
        if self._wedge:
            self._wedge.stop()
        self._hands.submit(self._let_go)
        self._hands.shutdown(wait=True)

    def _stop_search(self) -> None:
        if self._search:
            self._search.stop()

    def _watch_keys(self, wedge: WedgeSettings) -> None:
        if self._wedge:
            self._wedge.stop()
        first = Frame(wedge.prefix, wedge.suffix, Sends(wedge.sends))
        others = (Frame(frame.prefix, frame.suffix, Sends(frame.sends)) for frame in wedge.others)
        rules = BurstRules(wedge.gap_ms, wedge.min_length, (first, *others))
        self._wedge = WedgeScanner(self._app, rules, KeyLayout(wedge.layout))
        self._wedge.start(self._scanned, self._scanner_state)

    def _take_up(self, settings: ShopSettings) -> None:
        self._let_go()
        for scanner in settings.serial_scanners:
            line = SerialLine(
                scanner.port,
                scanner.baud,
                Terminator[scanner.terminator.upper()],
                scanner.gap_ms,
                Sends(scanner.sends),
            )
            self._scanners.append(SerialScanner(line))
            self._scanners[-1].start(self._scanned, self._scanner_state)
        self._printer = connect_printer(settings.printer, self._till.data_dir)
        if self._printer:
            self._printing = PrinterWorker(
                self._printer.transport, self._printer.encoder, self._spool, self._printer_state
            )
            self._printing.start()
        self._tell_waiting()
        kind = settings.printer.connection
        _log.info("devices taken up: %d serial scanner(s), printer %s", len(self._scanners), kind)

    def _let_go(self) -> None:
        for scanner in self._scanners:
            scanner.stop()
        self._scanners = []
        if self._printing:
            self._printing.stop()
        self._printing = self._printer = None

    def _try(self, settings: PrinterSettings) -> PrinterTrial:
        page = self._worker.submit(self._test_page).result()
        if self._printing and self._worker.submit(self._settings_in_force).result().printer == settings:
            return self._printing.try_page(page).result()
        printer = connect_printer(settings, self._till.data_dir)
        if printer is None:
            return PrinterTrial(PrinterCondition.OFFLINE)
        return try_on(printer, page)

    def _test_page(self) -> Page:
        return self._till.use_cases.print_slips.test_preview()

    def _settings_in_force(self) -> ShopSettings:
        return self._till.use_cases.change_settings.read()

    def _facts(self) -> StoreFacts:
        till = self._till
        state, store = till.store.state, till.store
        return StoreFacts(
            till=state.till,
            epoch=state.epoch,
            data_dir=str(till.data_dir),
            store_bytes=store.path.stat().st_size,
            second_journal=str(store.second_path),
            key_provider=till.key.place.value,
            is_encrypted=True,
            version=__version__,
        )

    def _slips_queued(self) -> None:
        if self._printing:
            self._printing.notify()
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        self._worker.submit(self._news).add_done_callback(self._tell)

    def _news(self) -> tuple[int, str]:
        fault = self._till.store.second_journal_fault
        return len(self._till.use_cases.print_slips.waiting()), fault.detail if fault else ""

    def _tell(self, news: "Future[tuple[int, str]]") -> None:
        waiting, fault = news.result()
        self._bridge.slips_waiting.emit(waiting)
        self._bridge.second_copy.emit(fault)

    def _scanned(self, event: ScanEvent) -> None:
        self._bridge.scanned.emit(event)

    def _scanner_state(self, name: str, state: SourceState, detail: str) -> None:
        self._heard.scanner(name, state, detail)
        self._bridge.scanner_state.emit(name, state, detail)

    def _printer_state(self, condition: PrinterCondition, detail: str) -> None:
        self._heard.printer(condition, detail)
        self._bridge.printer_state.emit(condition, detail)
        self._tell_waiting()


def try_on(printer: ConnectedPrinter, page: Page) -> PrinterTrial:
    """Print this one page, and let go of the printer again; it may take long."""
    trial = PrinterWorker(printer.transport, printer.encoder, _NothingWaits(), lambda *_: None)
    trial.start()
    try:
        return trial.try_page(page).result()
    finally:
        trial.stop()


class _NothingWaits:
    """An empty spool, for a printer that is only tried."""

    def next_job(self) -> None:
        """Nothing."""

    def mark(self, job_id: int, outcome: object) -> None:
        """There is nothing to mark."""
