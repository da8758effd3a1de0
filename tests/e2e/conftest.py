"""A screen, a demo shop to copy and a network printer for each test of the whole program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap.demo import DAY_MS
from app.cli.demo.clock import midnight_ms
from app.cli.demo.shop import build_demo_shop
from app.devices.clock import SystemClock
from app.devices.printer.simulator.tcp_port import TcpPort
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from tests.e2e.running_till import copy_of, set_up
from tests.xkeys import missing_libraries
from tests.xserver import XServer, missing_tools, x_server

MEMBERS = 300


@pytest.fixture(scope="session")
def display() -> Iterator[XServer]:
    """A screen of 1366 x 768 with a window manager."""
    missing = [*missing_tools(), *missing_libraries()]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with x_server() as server:
        yield server


@pytest.fixture(scope="session")
def built_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demo shop, built once."""
    place = tmp_path_factory.mktemp("shop") / "demo"
    clock = SystemClock()
    now = clock.now_ms()
    eve = clock.local_date(now - DAY_MS)
    build_demo_shop(place, members=MEMBERS, today=clock.local_date(now), now_ms=midnight_ms(eve))
    return place


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[VirtualPrinter]:
    """A network printer; its slips are pictures in the test's folder."""
    printer = VirtualPrinter(48, out_dir=tmp_path / "slips")
    with TcpPort(printer) as port:
        printer.port = port.port  # type: ignore[attr-defined]
        yield printer


@pytest.fixture
def shop(built_shop: Path, tmp_path: Path, printer: VirtualPrinter) -> Path:
    """A shop of this test's own, with that printer."""
    place = copy_of(built_shop, tmp_path / "shop")
    set_up(place, printer_port=printer.port)  # type: ignore[attr-defined]
    return place
