"""Card readers at the till, by their twins: a swipe shows the member, a bad one says so, a cable comes out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.devices.scanner.burst import BurstRules
from app.devices.scanner.frames import Frame
from app.devices.scanner.reading import Sends
from app.devices.scanner.serial_line import SerialLine, SerialScanner
from app.devices.scanner.wedge import WedgeScanner
from app.ports.scanner import ScanEvent, ScanSource, SourceState
from app.ui.theme.tokens import Tone
from tests.app.devices.ptys import PtyDevice, pty_device
from tests.app.devices.scanner.twins import swipe, tap
from tests.app.ui.conftest import ScreenTill
from tests.app.ui.memory_shop import CHIP_CARD, GOLD_CARD

BANK_CARD = ("B4111111111111111^ZHANG/SAN^29121011234", "4111111111111111=29121011234")
WAIT_MS = 5_000


@dataclass(frozen=True)
class Kind:
    """A kind of serial reader: what it sends for a good card, whose card that is, and what for a bad one."""

    sends: Sends
    good: bytes
    member: str
    bad: bytes


MAGSTRIPE = Kind(Sends.TRACKS_WITH_LRC, swipe(GOLD_CARD, GOLD_CARD), "m1", swipe("", GOLD_CARD, broken=True))
CHIP = Kind(Sends.UID_HEX_REVERSED, tap(bytes.fromhex(CHIP_CARD), "hex reversed"), "m3", b"c3b2a1\r")
DECIMAL_CHIP = Kind(Sends.UID_DECIMAL, tap(bytes.fromhex(CHIP_CARD), "decimal"), "m3", b"99999999999999999999999999\r")


@pytest.fixture
def selling(till: ScreenTill) -> ScreenTill:
    till.sign_on()
    return till


@contextmanager
def listening(till: ScreenTill, source: ScanSource) -> Iterator[None]:
    """The reader's thread talks to the window as at a real till."""

    def heard(event: ScanEvent) -> None:
        till.bridge.scanned.emit(event)

    def told(name: str, state: SourceState, detail: str) -> None:
        till.bridge.scanner_state.emit(name, state, detail)

    source.start(heard, told)
    try:
        yield
    finally:
        source.stop()
        till.settle()


def member_of(till: ScreenTill) -> str:
    view = till.window.sale.presenter.basket.member
    return view.member.id if view and view.member else ""


def sign_is(till: ScreenTill, tone: Tone) -> bool:
    return till.window.strip.sign("scanner").tone is tone


@pytest.mark.parametrize("kind", [MAGSTRIPE, CHIP, DECIMAL_CHIP])
def test_a_serial_reader(selling: ScreenTill, qtbot: QtBot, tmp_path: Path, kind: Kind) -> None:
    with pty_device(tmp_path) as device, listening(selling, reader_on(device, kind)):
        qtbot.waitUntil(lambda: sign_is(selling, Tone.PLAIN), timeout=WAIT_MS)
        device.send(kind.good)
        qtbot.waitUntil(lambda: member_of(selling) == kind.member, timeout=WAIT_MS)
        selling.window.sale.presenter.use_member(None)

        device.unplug()
        qtbot.waitUntil(lambda: sign_is(selling, Tone.WARN), timeout=WAIT_MS)
        device.plug_in()
        qtbot.waitUntil(lambda: sign_is(selling, Tone.PLAIN), timeout=WAIT_MS)
        device.send(kind.bad)
        qtbot.waitUntil(lambda: "could not be read" in selling.window.sale.notice_text(), timeout=WAIT_MS)
        assert not member_of(selling)
        device.send(kind.good)
        qtbot.waitUntil(lambda: member_of(selling) == kind.member, timeout=WAIT_MS)


def reader_on(device: PtyDevice, kind: Kind) -> SerialScanner:
    return SerialScanner(SerialLine(str(device.path), sends=kind.sends), backoff_s=(0.02,))


def test_a_bank_card_in_a_serial_reader_is_refused_and_nothing_of_it_stays(
    selling: ScreenTill, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pty_device(tmp_path) as device, listening(selling, reader_on(device, MAGSTRIPE)):
        qtbot.waitUntil(lambda: sign_is(selling, Tone.PLAIN), timeout=WAIT_MS)
        device.send(swipe(*BANK_CARD))
        qtbot.waitUntil(lambda: "bank card" in selling.window.sale.notice_text(), timeout=WAIT_MS)
    assert "411111" not in caplog.text
    assert "411111" not in selling.window.sale.notice_text()
    assert selling.window.sale.presenter.basket.is_empty


@pytest.mark.parametrize(
    ("typed", "member", "notice"),
    [
        (f"%{GOLD_CARD}?;{GOLD_CARD}?", "m1", ""),
        ("%E?;E?", "", "could not be read"),
        ("~c3b2a104", "m3", ""),
        ("~c3b2", "", "could not be read"),
        (f"%{BANK_CARD[0]}?;{BANK_CARD[1]}?", "", "bank card"),
    ],
)
def test_a_reader_that_types(selling: ScreenTill, qtbot: QtBot, typed: str, member: str, notice: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QGuiApplication)
    frames = (Frame(), Frame("~", sends=Sends.UID_HEX_REVERSED))
    with listening(selling, WedgeScanner(app, BurstRules(frames=frames))):
        window = selling.window.windowHandle()
        for char in typed:
            QTest.keyClick(window, ord(char))
        QTest.keyClick(window, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: member_of(selling) == member and notice in selling.window.sale.notice_text())
    assert selling.focus().property("text") == ""
