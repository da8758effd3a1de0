"""Encoders for the tests; python-escpos caches into the tests' own folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.devices.printer.escpos_slip import EscposSlip
from app.devices.printer.profiles import load_profiles
from app.paths import resources_dir
from app.ports.printer import PrinterProfile


@pytest.fixture(scope="session")
def profiles() -> dict[str, PrinterProfile]:
    return load_profiles(resources_dir() / "printers")


@pytest.fixture(scope="session")
def encoder(
    profiles: dict[str, PrinterProfile], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], EscposSlip]:
    cache_dir: Path = tmp_path_factory.mktemp("escpos")
    return lambda profile: EscposSlip(profiles[profile], cache_dir)
