"""How bootstrap gets the screens: the application first, then the window."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from app.paths import APP_NAME
from app.ports.device_bench import DeviceBench
from app.ports.head_office import HeadOffice
from app.ports.payment import PaymentDesk
from app.ports.pole import Pole
from app.ports.sounds import Sounds
from app.ports.worker import Worker
from app.services.use_cases import UseCases
from app.settings import ShopSettings
from app.ui.bridge import Bridge
from app.ui.session import Session
from app.ui.speech import speak
from app.ui.sync.no_office import NoOffice
from app.ui.tasks import Tasks
from app.ui.tender.no_providers import NoProviders
from app.ui.theme.wear import wear
from app.ui.window import MainWindow


def prepare_application(argv: Sequence[str], settings: ShopSettings) -> QApplication:
    """The application in the shop's language and theme. There is one a process, the wizard's goes on as the till's."""
    _mend_input_method()
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(list(argv))
    app.setApplicationName(APP_NAME)
    app.setStyle("Fusion")
    speak(app, settings.language)
    wear(app, settings.theme, settings.language)
    return app


def build_window(
    use_cases: UseCases,
    worker: Worker,
    bridge: Bridge,
    session: Session,
    bench: DeviceBench | None = None,
    office: HeadOffice | None = None,
    payments: PaymentDesk | None = None,
    pole: Pole | None = None,
    sounds: Sounds | None = None,
    pricer: Worker | None = None,
) -> MainWindow:
    """The window with all its screens, waiting for somebody to sign on. `pricer` prices large baskets."""
    tasks, pricing = Tasks(worker), Tasks(pricer or worker)
    money = (payments or NoProviders(), pricing)
    with _undressed():
        window = MainWindow(use_cases, tasks, bridge, session, bench, office or NoOffice(), *money, pole, sounds)
    for each in (tasks, pricing):
        each.setParent(window)
    return window


@contextmanager
def _undressed() -> Iterator[None]:
    """Each part is dressed anew whenever it is put into another, all the way out: the window is dressed once, whole."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def _mend_input_method() -> None:
    """Qt's wheel has no fcitx plugin; fcitx5 speaks ibus."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"
