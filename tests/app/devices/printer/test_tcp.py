"""Network printing against the virtual printer's real socket."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from app.devices.printer.simulator.state import Roll
from app.devices.printer.simulator.tcp_port import TcpPort
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.devices.printer.tcp import TcpLine, tcp_printer
from app.devices.printer.transport import LineTransport, Timeouts
from app.ports.printer import PrinterCondition, PrinterFault

SLIP = b"\x1b@" + b"A tea\n" * 20 + b"\x1dV\x00"
LONG = b"\x1b@" + b"A tea\n" * 3000 + b"\x1dV\x00"
QUICK = Timeouts(connect_s=0.5, write_s=0.5, answer_s=0.3, settle_s=0.5)


@pytest.fixture
def port() -> Iterator[TcpPort]:
    with TcpPort(VirtualPrinter(32)) as running:
        yield running


@pytest.fixture
def transport(port: TcpPort) -> LineTransport:
    return tcp_printer(port.host, port.port, timeouts=QUICK)


def fault_of(transport: LineTransport, data: bytes) -> PrinterFault:
    with pytest.raises(PrinterFault) as caught:
        transport.send(data)
    return caught.value


def test_a_slip_goes_through_whole(port: TcpPort, transport: LineTransport) -> None:
    assert transport.status() is PrinterCondition.READY
    transport.send(SLIP)
    (slip,) = port.printer.wait_for_slips(1)
    assert (len(slip.lines), slip.is_cut, port.printer.complaints) == (20, True, [])


def test_its_name_says_where_it_is(port: TcpPort, transport: LineTransport) -> None:
    assert transport.name == f"tcp:127.0.0.1:{port.port}"


def test_two_tills_can_share_a_printer(port: TcpPort, transport: LineTransport) -> None:
    other = tcp_printer(port.host, port.port, timeouts=QUICK)
    for _ in range(3):
        transport.send(SLIP)
        other.send(SLIP)
    assert len(port.printer.wait_for_slips(6)) == 6


def test_the_last_bytes_are_not_lost_to_what_the_printer_said_unasked() -> None:
    # Closing with unread bytes resets the connection, and what the system has not sent yet is lost.
    got: list[bytes] = []
    job = SLIP * 500
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)

        def chatty_printer() -> None:
            client, _ = listener.accept()
            with client, suppress(ConnectionResetError):
                client.sendall(b"\x10\x00\x00\x0f")
                time.sleep(0.3)
                while data := client.recv(65_536):
                    got.append(data)

        printer = threading.Thread(target=chatty_printer)
        printer.start()
        port = listener.getsockname()[1]
        line = TcpLine("127.0.0.1", port, timeout_s=1)
        time.sleep(0.1)
        assert line.write(job, timeout_s=1) == len(job)
        line.close()
        printer.join()
    assert b"".join(got) == job


@pytest.mark.parametrize(
    ("sensors", "condition"),
    [
        ({"online": False}, PrinterCondition.OFFLINE),
        ({"cover_open": True}, PrinterCondition.COVER_OPEN),
        ({"roll": Roll.OUT}, PrinterCondition.PAPER_OUT),
    ],
)
def test_a_printer_that_is_not_ready_gets_nothing(
    port: TcpPort, transport: LineTransport, sensors: dict[str, bool], condition: PrinterCondition
) -> None:
    port.printer.set_sensors(**sensors)  # type: ignore[arg-type]
    assert transport.status() is condition
    fault = fault_of(transport, SLIP)
    assert (fault.condition, fault.sent) == (condition, 0)
    port.printer.set_sensors(online=True, cover_open=False, roll=Roll.FULL)
    time.sleep(0.2)
    assert port.printer.slips == []


def test_paper_near_its_end_still_prints(port: TcpPort, transport: LineTransport) -> None:
    port.printer.set_sensors(roll=Roll.NEAR_END)
    assert transport.status() is PrinterCondition.PAPER_NEAR_END
    transport.send(SLIP)
    assert port.printer.wait_for_slips(1)


def test_paper_that_ends_during_the_slip_is_noticed_after_it(port: TcpPort, transport: LineTransport) -> None:
    port.printer.let_paper_run_out_after(3)
    fault = fault_of(transport, SLIP)
    assert (fault.condition, fault.sent) == (PrinterCondition.PAPER_OUT, len(SLIP))


def test_nobody_there_is_offline_and_nothing_left(port: TcpPort, transport: LineTransport) -> None:
    port.faults.refuse = True
    wait_until_refused(port)
    assert transport.status() is PrinterCondition.OFFLINE
    fault = fault_of(transport, SLIP)
    assert (fault.condition, fault.sent) == (PrinterCondition.OFFLINE, 0)
    assert "refused" in fault.detail
    port.faults.refuse = False
    time.sleep(0.2)
    transport.send(SLIP)
    assert port.printer.wait_for_slips(1)


def wait_until_refused(port: TcpPort) -> None:
    for _ in range(100):
        try:
            socket.create_connection((port.host, port.port), 0.5).close()
        except ConnectionRefusedError:
            return
        time.sleep(0.02)
    raise AssertionError("the door stays open")


def test_a_line_that_breaks_in_the_middle_says_how_much_had_left(port: TcpPort, transport: LineTransport) -> None:
    port.faults.drop_after = 5000
    fault = fault_of(transport, LONG)
    assert fault.condition is PrinterCondition.OFFLINE
    assert 0 < fault.sent <= len(LONG)
    (slip,) = port.printer.wait_for_slips(1)
    assert not slip.is_cut


def test_a_printer_that_takes_no_bytes_times_out(port: TcpPort) -> None:
    port.faults.hang = True
    blind = tcp_printer(port.host, port.port, has_status=False, timeouts=QUICK)
    began = time.monotonic()
    fault = fault_of(blind, LONG * 400)  # more than the system's own buffers
    assert (fault.condition, fault.sent > 0) == (PrinterCondition.TIMEOUT, True)
    assert time.monotonic() - began < 5
    port.faults.hang = False


def test_a_printer_that_never_answers_is_not_trusted_with_a_slip(port: TcpPort, transport: LineTransport) -> None:
    port.faults.is_mute = True
    assert transport.status() is PrinterCondition.TIMEOUT
    fault = fault_of(transport, SLIP)
    assert (fault.condition, fault.sent) == (PrinterCondition.TIMEOUT, 0)


def test_a_printer_known_to_be_mute_is(port: TcpPort) -> None:
    port.faults.is_mute = True
    blind = tcp_printer(port.host, port.port, has_status=False, timeouts=QUICK)
    assert blind.status() is PrinterCondition.UNKNOWN
    blind.send(SLIP)
    assert port.printer.wait_for_slips(1)


def test_a_slow_printer_is_waited_for(port: TcpPort) -> None:
    port.faults.bytes_a_second = 100_000
    patient = tcp_printer(port.host, port.port, timeouts=Timeouts(settle_s=5))
    patient.send(LONG)
    assert port.printer.wait_for_slips(1)


@pytest.mark.timeout(20)
def test_a_printer_that_never_stops_talking_does_not_hold_its_thread() -> None:
    class EndlessTalker:
        """A socket on which there is always more to read."""

        def setblocking(self, _blocks: bool) -> None: ...

        def recv(self, size: int) -> bytes:
            return b"x" * size

    line = object.__new__(TcpLine)
    line._socket = EndlessTalker()  # type: ignore[assignment]
    line.drain()
