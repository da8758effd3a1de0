"""The line to the printer broken at every byte: no slip is lost, and none comes out twice without saying so."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.devices.printer.serial_port import serial_printer
from app.devices.printer.simulator.pty_port import PtyPort
from app.devices.printer.simulator.slip import Slip
from app.devices.printer.simulator.state import Roll
from app.devices.printer.simulator.tcp_port import TcpPort
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.devices.printer.tcp import tcp_printer
from app.devices.printer.transport import LineTransport, Timeouts
from app.devices.printer.worker import Patience
from app.domain.sale.facts import Sale
from app.ports.printer import PrinterCondition
from tests.app.bootstrap.spool_rig import AT_ONCE, MARK, QUICK, SpoolRig
from tests.app.services.shop import CASHIER, Shop

# The questions before and after a slip: three of three bytes, by the worker, before the slip and after it.
_QUESTIONS = 3 * 9
_STRIDE = 13


@pytest.fixture
def port() -> Iterator[TcpPort]:
    with TcpPort(VirtualPrinter(48)) as running:
        yield running


def network(port: TcpPort, timeouts: Timeouts = QUICK) -> LineTransport:
    return tcp_printer(port.host, port.port, timeouts=timeouts)


@pytest.fixture
def rigs(tmp_path: Path) -> Iterator[list[SpoolRig]]:
    """Whatever a test puts here is stopped after it."""
    made: list[SpoolRig] = []
    yield made
    for rig in made:
        rig.stop()


def rig_on(rigs: list[SpoolRig], folder: Path, line: LineTransport, patience: Patience = AT_ONCE) -> SpoolRig:
    rigs.append(SpoolRig(Shop(folder), line, folder / "cache", patience))
    return rigs[-1]


def is_marked(slip: Slip) -> bool:
    return any(MARK in line for line in slip.lines)


def check(slips: list[Slip], where: object) -> None:
    """What one slip may leave on the counter: at most one piece without a mark, and one whole one at the end."""
    assert slips, where
    assert slips[-1].is_cut, where
    assert all(is_marked(slip) for slip in slips[1:]), (where, [slip.lines[:5] for slip in slips])


def plug_in(rig: SpoolRig, port: TcpPort | PtyPort) -> None:
    """Once the till shows that the printer is gone.

    A cable that is out for less than a question takes loses bytes unseen: no ESC/POS printer says how many it got.
    """
    if rig.conditions and not rig.conditions[-1].can_print:
        port.faults.is_pulled = False


def break_everywhere(rig: SpoolRig, printer: VirtualPrinter, port: TcpPort | PtyPort, stride: int) -> set[int]:
    """Print a slip for each place where the line may break; how many pieces of paper each of them cost."""
    rig.start()
    rig.queue()
    rig.wait_until_printed()
    pieces: set[int] = set()
    for place in range(1, rig.bytes_of_a_slip() + _QUESTIONS, stride):
        before = len(printer.slips)
        rig.conditions.clear()
        port.faults.drop_after = place
        rig.queue()
        rig.wait_until_printed(lambda: plug_in(rig, port))
        port.faults.drop_after = None
        rig.wait_until_printed()
        new = printer.slips[before:]
        check(new, place)
        pieces.add(len(new))
    assert printer.complaints == []
    return pieces


@pytest.mark.slow
def test_a_network_that_breaks_anywhere_loses_and_doubles_nothing(
    port: TcpPort, rigs: list[SpoolRig], tmp_path: Path
) -> None:
    # On a busy machine a question may be answered too late: one more piece, and it is marked.
    assert break_everywhere(rig_on(rigs, tmp_path, network(port)), port.printer, port, _STRIDE) >= {1, 2}


@pytest.mark.long
def test_a_network_that_breaks_at_every_single_byte(port: TcpPort, rigs: list[SpoolRig], tmp_path: Path) -> None:
    assert break_everywhere(rig_on(rigs, tmp_path, network(port)), port.printer, port, 1) == {1, 2}


def serial_faults(rigs: list[SpoolRig], folder: Path, stride: int) -> set[int]:
    with PtyPort(VirtualPrinter(48)) as port:
        waits = Timeouts(write_s=1.0, answer_s=0.05, settle_s=0.05)
        rig = rig_on(rigs, folder, serial_printer(port.path, timeouts=waits))
        return break_everywhere(rig, port.printer, port, stride)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
def test_a_serial_cable_pulled_anywhere_loses_and_doubles_nothing(rigs: list[SpoolRig], tmp_path: Path) -> None:
    assert 2 in serial_faults(rigs, tmp_path, _STRIDE * 3)


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
def test_a_serial_cable_pulled_at_every_single_byte(rigs: list[SpoolRig], tmp_path: Path) -> None:
    assert 2 in serial_faults(rigs, tmp_path, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
def test_at_a_wrong_baud_rate_slips_wait_and_come_out_fresh_at_the_right_one(
    rigs: list[SpoolRig], tmp_path: Path
) -> None:
    with PtyPort(VirtualPrinter(48)) as port:
        port.faults.is_garbled = True
        waits = Timeouts(write_s=1.0, answer_s=0.05, settle_s=1.0)
        rig = rig_on(rigs, tmp_path, serial_printer(port.path, timeouts=waits))
        rig.queue(2)
        rig.start()
        while PrinterCondition.TIMEOUT not in rig.conditions:
            time.sleep(0.01)
        assert len(rig.waiting()) == 2
        port.faults.is_garbled = False
        rig.wait_until_printed()
        whole = port.printer.wait_for_slips(2)
    assert [is_marked(slip) for slip in whole] == [False, False]


def test_two_tills_on_one_printer_wait_for_each_other(port: TcpPort, rigs: list[SpoolRig], tmp_path: Path) -> None:
    impatient = Timeouts(connect_s=2.0, write_s=2.0, answer_s=0.03, settle_s=2.0)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        rig_on(rigs, tmp_path / name, network(port, impatient)).queue(8)
    for rig in rigs:
        rig.start()
    for rig in rigs:
        rig.wait_until_printed()
    whole = [slip for slip in port.printer.slips if slip.is_cut]
    fresh = [slip for slip in whole if not is_marked(slip)]
    assert len(whole) >= 16
    assert len(fresh) <= 16
    assert all(len(slip.qr_codes) == 1 for slip in whole), "the slips of two tills ran into each other"
    assert port.printer.complaints == []


@pytest.mark.parametrize("trouble", ["off", "hangs", "mute", "slow", "no paper", "cover open"])
def test_no_trouble_of_the_printer_holds_up_a_sale_or_costs_its_slip(
    trouble: str, port: TcpPort, rigs: list[SpoolRig], tmp_path: Path
) -> None:
    rig = rig_on(rigs, tmp_path, network(port))
    rig.worker.submit(lambda: rig.shop.use.open_shift(CASHIER, 20_000)).result()
    rig.start()
    _make(trouble, port)
    times = []
    for _ in range(5):
        began = time.monotonic()
        sale = rig.worker.submit(rig.shop.sell).result()
        times.append(time.monotonic() - began)
        assert isinstance(sale, Sale)
        rig.printer.notify()
    assert min(times) < 0.5
    _mend(port)
    rig.printer.retry_now()
    rig.wait_until_printed(rig.printer.retry_now)
    numbers = [code for slip in port.printer.slips if slip.is_cut and not is_marked(slip) for code in slip.qr_codes]
    assert len(numbers) == len(set(numbers))
    assert len({code for slip in port.printer.slips if slip.is_cut for code in slip.qr_codes}) == 5


def test_paper_that_runs_out_in_a_slip_is_waited_for(port: TcpPort, rigs: list[SpoolRig], tmp_path: Path) -> None:
    rig = rig_on(rigs, tmp_path, network(port))
    rig.start()
    port.printer.let_paper_run_out_after(6)
    rig.queue(2)
    while PrinterCondition.PAPER_OUT not in rig.conditions:
        time.sleep(0.01)
    assert len(rig.waiting()) == 2
    port.printer.set_sensors(roll=Roll.FULL)
    rig.wait_until_printed()
    check(port.printer.slips[:2], "the slip that was cut short")
    assert [is_marked(slip) for slip in port.printer.slips if slip.is_cut].count(False) == 2


def _make(trouble: str, port: TcpPort) -> None:
    match trouble:
        case "off":
            port.faults.refuse = True
        case "hangs":
            port.faults.hang = True
        case "mute":
            port.faults.is_mute = True
        case "slow":
            port.faults.bytes_a_second = 2_000
        case "no paper":
            port.printer.set_sensors(roll=Roll.OUT)
        case "cover open":
            port.printer.set_sensors(cover_open=True)


def _mend(port: TcpPort) -> None:
    port.faults.refuse = port.faults.hang = port.faults.is_mute = False
    port.faults.bytes_a_second = None
    port.printer.set_sensors(online=True, cover_open=False, roll=Roll.FULL)
