"""Printing to device files."""

from pathlib import Path

import pytest

from app.devices.printer.file_port import file_printer
from app.devices.printer.simulator.pty_port import PtyPort
from app.devices.printer.simulator.state import Roll
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.devices.printer.transport import Timeouts
from app.ports.printer import PrinterCondition, PrinterFault

SLIP = b"\x1b@" + b"A tea\n" * 20 + b"\x1dV\x00"
QUICK = Timeouts(write_s=0.3, answer_s=0.3, settle_s=0.3)


def test_a_device_that_answers_prints_and_tells(tmp_path: Path) -> None:
    with PtyPort(VirtualPrinter(32)) as port:
        transport = file_printer(Path(port.path), has_status=True, timeouts=QUICK)
        assert transport.status() is PrinterCondition.READY
        transport.send(SLIP)
        assert len(port.printer.wait_for_slips(1)[0].lines) == 20
        port.printer.set_sensors(roll=Roll.OUT)
        assert transport.status() is PrinterCondition.PAPER_OUT


def test_a_device_that_takes_no_more_bytes_times_out() -> None:
    with PtyPort(VirtualPrinter(32)) as port:
        port.faults.hang = True
        with pytest.raises(PrinterFault) as caught:
            file_printer(Path(port.path), timeouts=QUICK).send(SLIP * 1000)
        assert caught.value.condition is PrinterCondition.TIMEOUT
        assert 0 < caught.value.sent < len(SLIP * 1000)


def test_a_plain_file_collects_jobs(tmp_path: Path) -> None:
    file = tmp_path / "jobs"
    file.touch()
    transport = file_printer(file)
    assert transport.status() is PrinterCondition.UNKNOWN
    transport.send(b"one")
    transport.send(b"two")
    assert file.read_bytes() == b"onetwo"


def test_a_device_that_is_not_there_is_offline_and_is_not_made(tmp_path: Path) -> None:
    transport = file_printer(tmp_path / "lp0")
    assert transport.status() is PrinterCondition.OFFLINE
    with pytest.raises(PrinterFault, match="No such file") as caught:
        transport.send(b"one")
    assert caught.value.sent == 0
    assert not (tmp_path / "lp0").exists()
