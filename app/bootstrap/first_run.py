"""The first run: the wizard on the screen, and what it needs before there is a till."""

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QLocale

from app.bootstrap.bench import try_on
from app.bootstrap.first_shop import FirstShop
from app.bootstrap.new_till import DEFAULT_PRESET
from app.bootstrap.printing import connect_printer, profiles
from app.devices.clock import SystemClock
from app.devices.discovery import serial_ports
from app.domain.receipt.content import ShopHead, SlipFacts
from app.domain.receipt.forms import Form
from app.domain.receipt.layout import lay_out
from app.domain.receipt.page import Page
from app.domain.receipt.reports import trial_parts
from app.domain.receipt.template import compose
from app.paths import resources_dir
from app.ports.device_bench import PrinterModel, PrinterTrial, SerialPort
from app.ports.printer import PrinterCondition
from app.settings import PrinterSettings, ShopSettings
from app.storage.templates import SHOP_FOLDER, TemplateFolders
from app.ui.speech import language_of, speak
from app.ui.start import prepare_application
from app.ui.tasks import Tasks
from app.ui.theme.wear import wear
from app.ui.wizard.presenter import Answers
from app.ui.wizard.window import WizardWindow
from app.ui.words import read_all_words

Result = TypeVar("Result")


def set_up_first(data_dir: Path) -> bool:
    """Ask what a till needs and make it; False where the window was closed before."""
    language = language_of(QLocale.system().name())
    app = prepare_application(sys.argv, ShopSettings(language=language))
    hand = _Hand()
    shop = FirstShop(data_dir)

    def spoken(chosen: str) -> None:
        wear(app, "light", chosen)
        speak(app, chosen)

    answers = Answers(language=language, preset=DEFAULT_PRESET)
    window = WizardWindow(shop, _Bench(data_dir, hand), Tasks(hand), answers, spoken)
    window.showMaximized()
    try:
        app.exec()
    finally:
        shop.give_up()
        hand.close()
    return window.ready is not None


class _Hand:
    """The one thread of the first run: it makes the till, and tries the printer before."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="set-up")

    def submit(self, work: Callable[[], Result]) -> "Future[Result]":
        """Queue `work`."""
        return self._thread.submit(work)

    def close(self) -> None:
        """Finish what is under way."""
        self._thread.shutdown(wait=True, cancel_futures=True)


class _Bench:
    """Fits `PrinterBench`."""

    def __init__(self, data_dir: Path, hand: _Hand) -> None:
        self._data_dir, self._hand = data_dir, hand

    def serial_ports(self) -> "Future[Sequence[SerialPort]]":
        """The serial ports there are now."""
        return self._hand.submit(serial_ports)

    def printer_models(self) -> Sequence[PrinterModel]:
        """The printer profiles to choose from."""
        return [PrinterModel(model, profile.name, profile.columns) for model, profile in profiles().items()]

    def try_printer(self, printer: PrinterSettings) -> "Future[PrinterTrial]":
        """Print a test page over these settings."""
        return self._hand.submit(lambda: self._try(printer))

    def _try(self, settings: PrinterSettings) -> PrinterTrial:
        printer = connect_printer(settings, self._data_dir)
        if printer is None:
            return PrinterTrial(PrinterCondition.OFFLINE)
        profile = profiles().get(settings.profile)
        return try_on(printer, _test_page(self._data_dir, profile.columns if profile else 48))


def _test_page(data_dir: Path, columns: int) -> Page:
    words, clock = read_all_words(), SystemClock()
    template = TemplateFolders(resources_dir() / "receipts", data_dir / SHOP_FOLDER, words).template(Form.TEST)
    facts = SlipFacts(clock.local_time(clock.now_ms()), "", {})
    parts = trial_parts(ShopHead("membertill", "", "", ""), words["zh_CN"], facts)
    return lay_out(compose(template, parts, "zh_CN"), columns, None)
