"""The wedge filter in front of real widgets, with Qt's own key events (see test_wedge_x11 for real ones)."""

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.devices.scanner.burst import BurstRules
from app.devices.scanner.frames import Frame
from app.devices.scanner.wedge import WedgeScanner
from app.ports.scanner import ScanEvent, SourceState

EAN = "6901234567892"
SETTLE_MS = 280  # well over the hold gap, and what a busy machine is given beside it

Keys = str | Qt.Key
Seen = tuple[str, int, str, Qt.KeyboardModifier, bool]


class Till(QWidget):
    """A window with a field, a button that Enter presses, and a place to write scans down."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.button = QPushButton("收款", self)
        self.button.setAutoDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        self.clicks = 0
        self.scans: list[str] = []
        self.after_scan: Callable[[ScanEvent], object] = lambda event: None
        self.button.clicked.connect(self._count)

    def _count(self) -> None:
        self.clicks += 1

    def heard(self, event: ScanEvent) -> None:
        assert event.source == "wedge"
        self.scans.append(event.text)
        self.after_scan(event)

    @property
    def handle(self) -> QWindow:
        return self.windowHandle()


class KeyRecorder(QObject):
    """Writes down what key events a widget gets."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Seen] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self.seen.append((event.type().name, event.key(), event.text(), event.modifiers(), event.isAutoRepeat()))
        return False


def states(_name: str, _state: SourceState, _detail: str) -> None:
    """Nobody looks."""


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is widget.windowHandle())


@pytest.fixture
def till(qtbot: QtBot) -> Till:
    window = Till()
    show(qtbot, window)
    window.field.setFocus()
    return window


@pytest.fixture
def wedge(till: Till) -> Iterator[WedgeScanner]:
    scanner = WedgeScanner(cast("QGuiApplication", QGuiApplication.instance()))
    scanner.start(till.heard, states)
    yield scanner
    scanner.stop()


def burst(window: QWindow, text: str) -> None:
    """Key clicks as fast as they come."""
    for char in text:
        click(window, char)


def click(window: QWindow, char: str) -> None:
    ends = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
    if char in ends:
        QTest.keyClick(window, ends[char])
    elif char in "%^?+":
        QTest.keyPress(window, Qt.Key.Key_Shift)
        QTest.keyClick(window, ord(char), Qt.KeyboardModifier.ShiftModifier)
        QTest.keyRelease(window, Qt.Key.Key_Shift)
    else:
        QTest.keyClick(window, ord(char))


@pytest.mark.usefixtures("wedge")
class TestScans:
    def test_a_scan_is_reported_and_does_not_leak_into_the_field(self, till: Till) -> None:
        burst(till.handle, EAN + "\r")
        QTest.qWait(SETTLE_MS)
        assert (till.scans, till.field.text()) == ([EAN], "")

    def test_enter_of_a_scan_does_not_press_the_focused_button(self, till: Till) -> None:
        till.button.setFocus()
        burst(till.handle, EAN + "\r" + EAN + "\r")
        QTest.qWait(SETTLE_MS)
        assert (len(till.scans), till.clicks) == (2, 0)

    def test_tab_of_a_scan_does_not_move_the_focus(self, till: Till) -> None:
        burst(till.handle, EAN + "\t")
        assert till.scans == [EAN]
        assert till.field.hasFocus()

    def test_no_press_or_release_of_a_scan_reaches_the_field(self, till: Till) -> None:
        recorder = KeyRecorder()
        till.field.installEventFilter(recorder)
        burst(till.handle, EAN + "\r")
        QTest.qWait(SETTLE_MS)
        assert recorder.seen == []

    def test_a_swipe_with_shifted_sentinels_is_one_scan(self, till: Till) -> None:
        swipe = "%M0012345^ZHANG/SAN^2912?;0012345=2912?"
        burst(till.handle, swipe + "\r")
        QTest.qWait(SETTLE_MS)
        assert (till.scans, till.field.text()) == ([swipe], "")

    def test_a_shortcut_on_a_digit_is_not_triggered_by_a_scan(self, till: Till) -> None:
        hits: list[str] = []
        QShortcut(QKeySequence("9"), till).activated.connect(lambda: hits.append("9"))
        burst(till.handle, EAN + "\r")
        QTest.qWait(SETTLE_MS)
        assert (till.scans, hits) == ([EAN], [])
        till.button.setFocus()
        burst(till.handle, EAN + "\r")
        QTest.qWait(SETTLE_MS)
        assert (till.scans, hits) == ([EAN, EAN], [])
        burst(till.handle, "9")
        QTest.qWait(SETTLE_MS)
        assert hits == ["9"]

    def test_a_function_key_finds_what_was_typed_just_before_it(self, till: Till) -> None:
        found: list[str] = []
        QShortcut(QKeySequence("F12"), till).activated.connect(lambda: found.append(till.field.text()))
        burst(till.handle, "3")
        QTest.keyClick(till.handle, Qt.Key.Key_F12)
        assert found == ["3"]

    def test_enter_is_never_a_shortcut(self, till: Till) -> None:
        hits: list[str] = []
        QShortcut(QKeySequence("Return"), till).activated.connect(lambda: hits.append("Return"))
        burst(till.handle, EAN + "\r")
        QTest.qWait(SETTLE_MS)
        till.button.setFocus()
        burst(till.handle, "\r")
        assert (till.scans, hits, till.clicks) == ([EAN], [], 1)

    def test_a_group_separator_inside_a_code_is_kept(self, till: Till) -> None:
        burst(till.handle, "0169012345678921012")
        separator = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier, "\x1d"
        )
        QCoreApplication.sendEvent(till.handle, separator)
        burst(till.handle, "17251231\r")
        assert till.scans == ["0169012345678921012\x1d17251231"]

    def test_a_line_feed_sent_as_ctrl_j_is_swallowed_with_its_scan(self, till: Till) -> None:
        recorder = KeyRecorder()
        till.field.installEventFilter(recorder)
        burst(till.handle, EAN + "\r")
        line_feed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier, "\n")
        QCoreApplication.sendEvent(till.handle, line_feed)
        assert (till.scans, recorder.seen) == ([EAN], [])

    def test_a_line_feed_key_ends_a_burst(self, till: Till) -> None:
        burst(till.handle, EAN)
        line_feed = QKeyEvent(QEvent.Type.KeyPress, 0x0A, Qt.KeyboardModifier.NoModifier, "\n")
        QCoreApplication.sendEvent(till.handle, line_feed)
        assert till.scans == [EAN]

    def test_a_scan_that_opens_a_dialog_lets_the_next_scan_through(self, till: Till, qtbot: QtBot) -> None:
        dialog = QDialog(till)
        field = QLineEdit(dialog)

        def in_the_dialog() -> None:
            qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
            burst(dialog.windowHandle(), "8801111222333\r")
            QTest.qWait(SETTLE_MS)
            burst(dialog.windowHandle(), "7")
            QTest.qWait(SETTLE_MS)
            dialog.accept()

        def open_dialog(event: ScanEvent) -> None:
            if event.text == EAN:
                QTimer.singleShot(0, in_the_dialog)
                dialog.exec()

        till.after_scan = open_dialog
        burst(till.handle, EAN + "\r")
        assert till.scans == [EAN, "8801111222333"]
        assert field.text() == "7"

    def test_keys_still_down_when_the_scan_ends_are_released_unseen(self, till: Till) -> None:
        recorder = KeyRecorder()
        till.field.installEventFilter(recorder)
        for char in EAN[-6:]:
            QTest.keyPress(till.handle, ord(char))
        QTest.keyPress(till.handle, Qt.Key.Key_Return)
        for char in EAN[-6:]:
            QTest.keyRelease(till.handle, ord(char))
        QTest.keyRelease(till.handle, Qt.Key.Key_Return)
        QTest.qWait(SETTLE_MS)
        assert (till.scans, recorder.seen) == ([EAN[-6:]], [])

    def test_a_replayed_key_that_opens_a_dialog_lets_no_scan_leak_into_it(self, till: Till, qtbot: QtBot) -> None:
        dialog = QDialog(till)
        field = QLineEdit(dialog)

        def scan_into_it() -> None:
            qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
            burst(dialog.windowHandle(), EAN + "\r")
            QTest.qWait(SETTLE_MS)
            dialog.reject()

        def open_dialog() -> None:
            QTimer.singleShot(0, scan_into_it)
            dialog.exec()

        till.field.textChanged.connect(open_dialog)
        burst(till.handle, "7")
        qtbot.waitUntil(lambda: bool(till.scans))
        assert (till.scans, till.field.text(), field.text()) == ([EAN], "7", "")

    def test_a_scan_during_which_a_dialog_opens_is_whole(self, till: Till, qtbot: QtBot) -> None:
        dialog = QDialog(till)
        field = QLineEdit(dialog)
        dialog.create()
        dialog.windowHandle().installEventFilter(self._wedge)
        burst(till.handle, EAN[:6])
        burst(dialog.windowHandle(), EAN[6:] + "\r")
        QTest.qWait(SETTLE_MS)
        assert (till.scans, till.field.text(), field.text()) == ([EAN], "", "")

    @pytest.fixture(autouse=True)
    def _keep(self, wedge: WedgeScanner) -> None:
        self._wedge = wedge


def type_some_things(handle: QWindow) -> None:
    """Letters, shifted letters, a shortcut, arrows, quick pairs and a resting finger."""
    burst(handle, "a")
    QTest.qWait(SETTLE_MS)
    QTest.keyPress(handle, Qt.Key.Key_Shift)
    QTest.keyClick(handle, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyRelease(handle, Qt.Key.Key_Shift)
    QTest.qWait(SETTLE_MS)
    burst(handle, "12")
    QTest.keyClick(handle, Qt.Key.Key_Left)
    QTest.keyPress(handle, Qt.Key.Key_X)
    QTest.keyPress(handle, Qt.Key.Key_Y)  # rolled over: the second goes down before the first is up
    QTest.keyRelease(handle, Qt.Key.Key_X)
    QTest.keyRelease(handle, Qt.Key.Key_Y)
    QTest.keyClick(handle, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(SETTLE_MS)
    rest_a_finger(handle)
    burst(handle, "12345\r")
    QTest.qWait(SETTLE_MS)


def rest_a_finger(handle: QWindow) -> None:
    for kind, again in ((QEvent.Type.KeyPress, False), (QEvent.Type.KeyPress, True), (QEvent.Type.KeyPress, True)):
        key = QKeyEvent(kind, Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier, "z", again)
        QCoreApplication.sendEvent(handle, key)
    key = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier, "z")
    QCoreApplication.sendEvent(handle, key)


def recorded(till: Till, act: Callable[[QWindow], None]) -> list[Seen]:
    recorder = KeyRecorder()
    till.field.installEventFilter(recorder)
    act(till.handle)
    till.field.removeEventFilter(recorder)
    return recorder.seen


def letters(seen: list[Seen]) -> list[Seen]:
    """Without the modifier keys themselves, which pass at once and so may overtake a letter that is held."""
    return [event for event in seen if event[1] not in (Qt.Key.Key_Shift.value, Qt.Key.Key_Control.value)]


def test_typing_reaches_the_field_as_without_the_filter(till: Till) -> None:
    bare = recorded(till, type_some_things)
    text = till.field.text()
    till.field.clear()
    scanner = WedgeScanner(cast("QGuiApplication", QGuiApplication.instance()))
    scanner.start(till.heard, states)
    filtered = recorded(till, type_some_things)
    scanner.stop()
    assert letters(filtered) == letters(bare)
    assert len(bare) > 20
    assert (till.field.text(), till.scans) == (text, [])


def test_a_lone_key_is_held_no_longer_than_the_gap(till: Till, wedge: WedgeScanner, qtbot: QtBot) -> None:
    burst(till.handle, "5")
    assert till.field.text() == ""
    qtbot.waitUntil(lambda: till.field.text() == "5", timeout=500)


@pytest.mark.usefixtures("wedge")
def test_enter_alone_is_not_held(till: Till) -> None:
    till.button.setFocus()
    QTest.keyClick(till.handle, Qt.Key.Key_Return)
    assert till.clicks == 1


def test_stopping_gives_back_what_is_held_and_lets_go(till: Till, qtbot: QtBot) -> None:
    scanner = WedgeScanner(cast("QGuiApplication", QGuiApplication.instance()))
    scanner.start(till.heard, states)
    burst(till.handle, "56")
    scanner.stop()
    assert till.field.text() == "56"
    burst(till.handle, EAN + "\r")
    assert (till.scans, till.field.text()) == ([], "56" + EAN)


def test_the_state_is_told_on_start(till: Till) -> None:
    told: list[tuple[str, SourceState]] = []
    scanner = WedgeScanner(cast("QGuiApplication", QGuiApplication.instance()))
    scanner.start(till.heard, lambda name, state, detail: told.append((name, state)))
    scanner.stop()
    assert told == [("wedge", SourceState.READY)]


def test_rules_are_obeyed(till: Till) -> None:
    scanner = WedgeScanner(cast("QGuiApplication", QGuiApplication.instance()), BurstRules(min_length=3))
    scanner.start(till.heard, states)
    burst(till.handle, "123\r")
    scanner.stop()
    assert till.scans == ["123"]


def test_a_finger_still_down_from_before_the_prefix_is_released_in_the_field(till: Till) -> None:
    recorder = KeyRecorder()
    till.field.installEventFilter(recorder)
    scanner = WedgeScanner(cast("QGuiApplication", QGuiApplication.instance()), BurstRules(frames=(Frame("]C"),)))
    scanner.start(till.heard, states)
    QTest.keyPress(till.handle, Qt.Key.Key_7)
    QTest.keyPress(till.handle, Qt.Key.Key_BracketRight)
    QTest.keyRelease(till.handle, Qt.Key.Key_7)
    QTest.keyRelease(till.handle, Qt.Key.Key_BracketRight)
    burst(till.handle, "C42\r")
    scanner.stop()
    assert till.scans == ["42"]
    assert [(kind, text) for kind, _, text, _, _ in recorder.seen] == [("KeyPress", "7"), ("KeyRelease", "7")]


def test_it_says_whether_an_input_method_could_come_first(till: Till, wedge: WedgeScanner) -> None:
    assert wedge.input_method_open
    till.button.setFocus()
    assert not wedge.input_method_open


def test_a_window_gone_while_its_keys_are_held_is_no_accident(qtbot: QtBot, till: Till, wedge: WedgeScanner) -> None:
    popup = QWidget()
    show(qtbot, popup)
    burst(popup.windowHandle(), "12")
    popup.close()
    popup.destroy()
    QTest.qWait(SETTLE_MS)
    burst(till.handle, EAN + "\r")
    assert till.scans == [EAN]
