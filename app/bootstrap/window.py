"""The till on the screen: application, window, database worker and devices, from start to end."""

import logging
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from shiboken6 import delete

from app.bootstrap.bench import Bench
from app.bootstrap.till import OpenTill, has_shop, open_till
from app.devices.payment.desk import ProviderDesk
from app.devices.pole.display import PoleDisplay
from app.devices.pole.profiles import load_poles
from app.devices.sounds import SystemSounds
from app.logs import start_logging
from app.paths import resources_dir
from app.ports.store import StoreUnavailableError
from app.ports.worker import Worker
from app.settings import ShopSettings
from app.ui.bridge import Bridge
from app.ui.garbage import GarbageCollector
from app.ui.session import Session
from app.ui.start import build_window, prepare_application
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.bootstrap.shop_office.line import ShopLine
    from app.bootstrap.sync import SyncThread

# Measured: with Python's 5 ms a busy thread delays the screen by a frame; see docs/architecture.md, "Threads".
SWITCH_INTERVAL_S = 0.000_2

_log = logging.getLogger(__name__)


def run_till(data_dir: Path) -> int:
    """Open the till in `data_dir`, or set one up there first, and run it until its window is closed.

    A shop that joins a chain has its till closed for that, and opened again afterwards, whatever came of it.
    """
    if not has_shop(data_dir) and not _set_up(data_dir):
        return 0
    start_logging(data_dir)
    while True:
        try:
            till = open_till(data_dir)
        except StoreUnavailableError as error:
            print(f"membertill: the till cannot be opened: {error}", file=sys.stderr)
            return 2
        status, joining = _run(till)
        if joining is None:
            return status
        _join(data_dir, joining)


def _set_up(data_dir: Path) -> bool:
    from app.bootstrap.first_run import set_up_first  # late: a till that is set up never needs it

    return set_up_first(data_dir)


def _join(data_dir: Path, settings: ShopSettings) -> None:
    from app.bootstrap.joining_shop import join_from_screen  # late: few tills ever need it

    join_from_screen(data_dir, settings)


def _run(till: OpenTill) -> tuple[int, ShopSettings | None]:
    """The exit status, and the settings of a shop that is to join a chain now."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    app = prepare_application(sys.argv, till.settings)
    GarbageCollector(app)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    bridge = Bridge()
    worker = till.start_worker()
    payments = ProviderDesk()
    sounds = SystemSounds(resources_dir() / "sounds")
    pole = PoleDisplay(load_poles(resources_dir() / "displays"), lambda state, _: bridge.pole_state.emit(state))
    bench = Bench(app, till, worker, bridge, payments, pole)
    session = Session(
        till=till.store.state.till,
        clock=till.clock,
        programme=till.programme,
        settings=till.settings,
        words_by_language=till.words,
    )
    line = _line(till, worker, bridge)
    pricer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pricing")
    window = build_window(till.use_cases, worker, bridge, session, bench, line, payments, pole, sounds, pricer)
    session.watch(lambda: pole.use(session.settings.pole))
    pole.use(till.settings.pole)
    window.show_filled()
    bench.apply(till.settings)
    # Behind what the window has asked for: whoever waits for the till finds this line in the log.
    ready = Tasks(worker, window)
    ready.run(lambda: None, lambda _: _ready(line))
    try:
        status = app.exec()
        return status, session.settings if window.joins else None
    finally:
        pricer.shutdown(cancel_futures=True)
        bench.close()
        payments.close()
        pole.close()
        sounds.close()
        line.close()
        worker.close()
        till.directory.close()
        if window.joins:
            # This process goes on: nothing in the window may call what is closed by now.
            delete(window)
        _log.info("closed")


def _ready(line: "SyncThread | ShopLine") -> None:
    _log.info("ready")
    line.start()


def _line(till: OpenTill, worker: Worker, bridge: Bridge) -> "SyncThread | ShopLine":
    tell, lease_came, fed = bridge.office_status.emit, bridge.lease_came.emit, bridge.fed.emit
    if till.placement:
        from app.bootstrap.sync import SyncThread, chain_line  # late: a single shop loads nothing of sync here

        return SyncThread(till, chain_line(till, till.placement), worker, tell, lease_came, fed)
    from app.bootstrap.shop_office.line import ShopLine

    return ShopLine(till, till.shop_office, worker, tell, lease_came)
