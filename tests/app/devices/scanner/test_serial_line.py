"""The serial scanner on a real pseudo-terminal."""

import queue
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.devices.scanner.framing import Terminator
from app.devices.scanner.reading import Sends
from app.devices.scanner.serial_line import SerialLine, SerialScanner
from app.ports.scanner import ScanEvent, SourceState
from tests.app.devices.ptys import PtyDevice, pty_device
from tests.app.devices.scanner.twins import swipe, tap

EAN = "6901234567892"
WAIT_S = 5.0


class Listener:
    """Collects what the scanner's thread reports, and on which thread."""

    def __init__(self) -> None:
        self.scans: queue.Queue[ScanEvent] = queue.Queue()
        self.states: queue.Queue[tuple[str, SourceState, str]] = queue.Queue()
        self.threads: set[int] = set()
        self.fail_on = ""

    def on_scan(self, event: ScanEvent) -> None:
        self.threads.add(threading.get_ident())
        self.scans.put(event)
        if event.text == self.fail_on:
            raise ValueError(f"a bug in what {event.text} sets off")

    def on_state(self, name: str, state: SourceState, detail: str) -> None:
        self.threads.add(threading.get_ident())
        self.states.put((name, state, detail))

    def next_scan(self) -> str:
        return self.scans.get(timeout=WAIT_S).text

    def next_state(self) -> SourceState:
        return self.states.get(timeout=WAIT_S)[1]


@pytest.fixture
def device(tmp_path: Path) -> Iterator[PtyDevice]:
    with pty_device(tmp_path) as plugged_in:
        yield plugged_in


@pytest.fixture
def listener() -> Listener:
    return Listener()


def started(device: PtyDevice, listener: Listener, terminator: Terminator = Terminator.CR) -> SerialScanner:
    scanner = SerialScanner(SerialLine(str(device.path), terminator=terminator), backoff_s=(0.02,))
    scanner.start(listener.on_scan, listener.on_state)
    return scanner


def test_scans_arrive_whole_and_named(device: PtyDevice, listener: Listener) -> None:
    scanner = started(device, listener)
    assert listener.next_state() is SourceState.READY
    device.send(f"{EAN}\r88\r".encode())
    first = listener.scans.get(timeout=WAIT_S)
    assert (first.text, first.source) == (EAN, f"serial:{device.path}")
    assert abs(first.at_ms - time.monotonic() * 1000) < 2000
    assert listener.next_scan() == "88"
    scanner.stop()


def test_a_scanner_without_terminator_is_understood_by_its_silence(device: PtyDevice, listener: Listener) -> None:
    scanner = started(device, listener, Terminator.NONE)
    listener.next_state()
    device.send(EAN.encode())
    assert listener.next_scan() == EAN
    scanner.stop()


def test_chinese_payload(device: PtyDevice, listener: Listener) -> None:
    scanner = started(device, listener)
    listener.next_state()
    device.send("会员卡0012345\r".encode("gb18030"))
    assert listener.next_scan() == "会员卡0012345"
    scanner.stop()


def test_unplugging_and_plugging_in_again(device: PtyDevice, listener: Listener) -> None:
    scanner = started(device, listener)
    assert listener.next_state() is SourceState.READY
    device.send(b"half a co")
    time.sleep(0.15)
    device.unplug()
    assert listener.next_state() is SourceState.UNPLUGGED
    device.plug_in()
    assert listener.next_state() is SourceState.READY
    device.send(f"{EAN}\r".encode())
    assert listener.next_scan() == EAN
    scanner.stop()
    assert listener.next_state() is SourceState.OFF


def test_a_port_that_is_not_there_is_told_once(device: PtyDevice, listener: Listener) -> None:
    device.unplug()
    scanner = started(device, listener)
    name, state, detail = listener.states.get(timeout=WAIT_S)
    assert (name, state) == (f"serial:{device.path}", SourceState.UNPLUGGED)
    assert str(device.path) in detail
    time.sleep(0.2)
    assert listener.states.empty()
    scanner.stop()


def test_a_port_somebody_else_has_open_is_not_shared(device: PtyDevice, listener: Listener) -> None:
    first = started(device, listener)
    assert listener.next_state() is SourceState.READY
    other = Listener()
    second = started(device, other)
    assert other.next_state() is SourceState.UNPLUGGED
    first.stop()
    assert other.next_state() is SourceState.READY
    second.stop()


def test_stop_ends_the_thread_within_a_second(device: PtyDevice, listener: Listener) -> None:
    scanner = started(device, listener)
    listener.next_state()
    began = time.monotonic()
    scanner.stop()
    assert time.monotonic() - began < 1
    assert f"serial:{device.path}" not in {thread.name for thread in threading.enumerate()}
    assert listener.next_state() is SourceState.OFF


def test_it_can_be_started_again(device: PtyDevice, listener: Listener) -> None:
    scanner = started(device, listener)
    assert listener.next_state() is SourceState.READY
    scanner.stop()
    assert listener.next_state() is SourceState.OFF
    scanner.start(listener.on_scan, listener.on_state)
    assert listener.next_state() is SourceState.READY
    device.send(f"{EAN}\r".encode())
    assert listener.next_scan() == EAN
    scanner.stop()


def test_everything_is_called_on_the_scanners_one_thread(device: PtyDevice, listener: Listener) -> None:
    scanner = started(device, listener)
    listener.next_state()
    device.send(f"{EAN}\r".encode())
    listener.next_scan()
    scanner.stop()
    assert len(listener.threads) == 1
    assert threading.get_ident() not in listener.threads


def test_reading_on_another_thread_is_refused(device: PtyDevice, listener: Listener) -> None:
    scanner = started(device, listener)
    listener.next_state()
    with pytest.raises(AssertionError, match="outside its thread"):
        scanner._open()
    scanner.stop()


def test_a_fault_in_what_a_scan_sets_off_does_not_deafen_the_scanner(
    device: PtyDevice, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    listener.fail_on = EAN
    scanner = started(device, listener)
    listener.next_state()
    device.send(f"{EAN}\r88\r".encode())
    assert [listener.next_scan(), listener.next_scan()] == [EAN, "88"]
    scanner.stop()
    assert "was not taken" in caplog.text
    assert EAN not in caplog.text


def test_an_impossible_baud_rate_is_told_and_not_fatal(device: PtyDevice, listener: Listener) -> None:
    scanner = SerialScanner(SerialLine(str(device.path), baud=-1), backoff_s=(0.02,))
    scanner.start(listener.on_scan, listener.on_state)
    assert listener.next_state() is SourceState.UNPLUGGED
    scanner.stop()


OWN, OTHER = "881234567890", "B881234567890^ZHANG/SAN^"


def read_by(device: PtyDevice, listener: Listener, sends: Sends) -> SerialScanner:
    scanner = SerialScanner(SerialLine(str(device.path), sends=sends), backoff_s=(0.02,))
    scanner.start(listener.on_scan, listener.on_state)
    assert listener.next_state() is SourceState.READY
    return scanner


def test_a_magstripe_reader_pulled_out_mid_swipe_and_plugged_in_again(device: PtyDevice, listener: Listener) -> None:
    reader = read_by(device, listener, Sends.TRACKS_WITH_LRC)
    device.send(swipe(OTHER, OWN, OWN))
    assert listener.next_scan() == f"%{OTHER}?;{OWN}?+{OWN}?"
    device.send(swipe("", OWN)[:9])
    time.sleep(0.15)
    device.unplug()
    assert listener.next_state() is SourceState.UNPLUGGED
    device.plug_in()
    assert listener.next_state() is SourceState.READY
    device.send(swipe("", OWN))
    assert listener.next_scan() == f"%E?;{OWN}?"
    device.send(swipe("", OWN, broken=True))
    assert listener.next_scan() == "%E?;E?"
    reader.stop()


@pytest.mark.parametrize(("form", "sends"), [("hex reversed", Sends.UID_HEX_REVERSED), ("decimal", Sends.UID_DECIMAL)])
def test_a_chip_reader_pulled_out_and_plugged_in_again(
    device: PtyDevice, listener: Listener, form: str, sends: Sends
) -> None:
    reader = read_by(device, listener, sends)
    device.send(tap(bytes.fromhex("04a1b2c3d4e5f6"), form))
    assert listener.next_scan() == "UID:04A1B2C3D4E5F6"
    device.unplug()
    assert listener.next_state() is SourceState.UNPLUGGED
    device.plug_in()
    assert listener.next_state() is SourceState.READY
    device.send(tap(bytes.fromhex("04a1b2c3"), form) + b"noise\r")
    assert [listener.next_scan(), listener.next_scan()] == ["UID:04A1B2C3", "UID:"]
    reader.stop()


def test_the_very_bytes_are_told_beside_what_was_read(device: PtyDevice, listener: Listener) -> None:
    reader = read_by(device, listener, Sends.UID_HEX)
    device.send(b"04:A2:24:1B\r")
    event = listener.scans.get(timeout=WAIT_S)
    assert (event.text, event.sent) == ("UID:04A2241B", b"04:A2:24:1B")
    reader.stop()
