"""From printer settings to a printer."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap.printing import connect_printer
from app.ports.printer import PrinterCondition
from app.settings import PrinterSettings


@pytest.fixture
def mute_port() -> Iterator[int]:
    """A network printer that takes bytes and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def condition(settings: PrinterSettings, data_dir: Path) -> PrinterCondition:
    printer = connect_printer(settings, data_dir)
    assert printer is not None
    return printer.transport.status()


def test_a_mute_printer_is_trusted_when_the_shop_says_so(mute_port: int, tmp_path: Path) -> None:
    asked = PrinterSettings(connection="tcp", address="127.0.0.1", port=mute_port)
    assert condition(asked, tmp_path) is PrinterCondition.TIMEOUT
    trusted = asked.model_copy(update={"has_status": False})
    assert condition(trusted, tmp_path) is PrinterCondition.UNKNOWN


def test_a_device_file_is_asked_only_when_the_shop_says_so(tmp_path: Path) -> None:
    assert not PrinterSettings(connection="file").asks_status
    assert PrinterSettings(connection="file", has_status=True).asks_status
    assert PrinterSettings(connection="serial").asks_status


@pytest.mark.parametrize("connection", ["usb", "system"])
def test_a_printer_that_is_not_there_is_offline(connection: str, tmp_path: Path) -> None:
    settings = PrinterSettings.model_validate({"connection": connection, "address": "0000:0000"})
    assert condition(settings, tmp_path) is PrinterCondition.OFFLINE


def test_without_a_printer_there_is_none(tmp_path: Path) -> None:
    assert connect_printer(PrinterSettings(), tmp_path) is None
