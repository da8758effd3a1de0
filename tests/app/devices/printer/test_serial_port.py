"""Serial printing over a real pseudo-terminal."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.devices.printer.serial_port import FlowControl, serial_printer
from app.devices.printer.simulator.pty_port import PtyPort
from app.devices.printer.simulator.state import Roll
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.devices.printer.transport import LineTransport, Timeouts
from app.ports.printer import PrinterCondition, PrinterFault

SLIP = b"\x1b@" + b"A tea\n" * 20 + b"\x1dV\x00"
LONG = b"\x1b@" + b"A tea\n" * 3000 + b"\x1dV\x00"
QUICK = Timeouts(connect_s=0.5, write_s=0.5, answer_s=0.3, settle_s=0.5)


@pytest.fixture
def port() -> Iterator[PtyPort]:
    with PtyPort(VirtualPrinter(32)) as running:
        yield running


@pytest.fixture
def transport(port: PtyPort) -> Iterator[LineTransport]:
    line = serial_printer(port.path, timeouts=QUICK)
    yield line
    line.close()


def fault_of(transport: LineTransport, data: bytes) -> PrinterFault:
    with pytest.raises(PrinterFault) as caught:
        transport.send(data)
    return caught.value


def test_slips_go_through_whole(port: PtyPort) -> None:
    # With a till's own patience: what is tested is the bytes, on a machine however busy.
    transport = serial_printer(port.path)
    assert transport.status() is PrinterCondition.READY
    transport.send(SLIP)
    transport.send(LONG)
    transport.close()
    slips = port.printer.wait_for_slips(2)
    assert [len(slip.lines) for slip in slips] == [20, 3000]
    assert port.printer.complaints == []


def test_the_port_stays_open_and_ours(port: PtyPort, transport: LineTransport) -> None:
    transport.status()
    assert serial_printer(port.path, timeouts=QUICK).status() is PrinterCondition.OFFLINE
    transport.close()
    other = serial_printer(port.path, timeouts=QUICK)
    assert other.status() is PrinterCondition.READY
    other.close()


@pytest.mark.parametrize(
    ("sensors", "condition"),
    [({"cover_open": True}, PrinterCondition.COVER_OPEN), ({"roll": Roll.OUT}, PrinterCondition.PAPER_OUT)],
)
def test_a_printer_that_is_not_ready_gets_nothing(
    port: PtyPort, transport: LineTransport, sensors: dict[str, bool], condition: PrinterCondition
) -> None:
    port.printer.set_sensors(**sensors)  # type: ignore[arg-type]
    fault = fault_of(transport, SLIP)
    assert (fault.condition, fault.sent) == (condition, 0)


def test_a_printer_switched_off_is_a_time_out_and_not_a_wait_for_ever(port: PtyPort, transport: LineTransport) -> None:
    port.faults.hang = True
    began = time.monotonic()
    assert transport.status() is PrinterCondition.TIMEOUT
    assert fault_of(transport, SLIP).sent == 0
    assert time.monotonic() - began < 3


def test_a_printer_that_stops_taking_bytes_times_out_with_what_had_left(port: PtyPort) -> None:
    port.faults.hang = True
    blind = serial_printer(port.path, has_status=False, timeouts=QUICK)
    fault = fault_of(blind, LONG * 4)
    assert fault.condition is PrinterCondition.TIMEOUT
    assert 0 < fault.sent < len(LONG * 4)


def test_a_cable_pulled_out_is_offline_and_comes_back(tmp_path: Path) -> None:
    link = tmp_path / "ttyPRINTER"
    first = PtyPort(VirtualPrinter(32))
    first.start()
    link.symlink_to(first.path)
    transport = serial_printer(str(link), timeouts=QUICK)
    assert transport.status() is PrinterCondition.READY
    first.stop()
    link.unlink()
    assert transport.status() is PrinterCondition.OFFLINE
    assert transport.status() is PrinterCondition.OFFLINE
    with PtyPort(VirtualPrinter(32)) as second:
        link.symlink_to(second.path)
        transport.send(SLIP)
        assert second.printer.wait_for_slips(1)
        transport.close()


def test_a_baud_rate_the_port_cannot_do_is_offline_with_a_reason(port: PtyPort) -> None:
    fault = fault_of(serial_printer(port.path, baud=-5), SLIP)
    assert fault.condition is PrinterCondition.OFFLINE
    assert "baud" in fault.detail.lower()


def test_software_flow_control_can_be_chosen(port: PtyPort) -> None:
    transport = serial_printer(port.path, flow=FlowControl.XON_XOFF, timeouts=QUICK)
    transport.send(SLIP)
    assert port.printer.wait_for_slips(1)
    transport.close()
