"""The status strip: what is always there, and what comes only with trouble."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ports.printer import PrinterCondition
from app.ui.slips.dialog import SlipsDialog
from app.ui.status.strip import StatusStrip
from app.ui.status.till_status import TillStatus
from app.ui.widgets.dialog import open_dialogs
from tests.app.ui.conftest import ScreenTill, session_of
from tests.app.ui.memory_shop import TEA, TOAST, memory_shop

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_pole_display_is_spoken_of_only_while_it_is_gone(qtbot: QtBot) -> None:
    status = TillStatus()
    strip = StatusStrip(session_of(memory_shop()), status)
    qtbot.addWidget(strip)
    assert not strip.is_shown("pole")
    status.pole_is_gone = True
    strip.refresh()
    assert strip.is_shown("pole")
    assert "cable" in strip.sign("pole").explanation


def test_waiting_slips_are_one_key_away_and_say_which(till: ScreenTill) -> None:
    till.sign_on()
    till.window.resize(1024, 740)
    till.shop.sell((TEA, 1_000))
    till.bridge.printer_state.emit(PrinterCondition.READY, "")
    till.bridge.slips_waiting.emit(1)
    till.settle()
    assert (till.window.strip.key("slips"), till.window.strip.key("printer")) == ("Ctrl+P", "")
    till.press(Qt.Key.Key_P, CTRL)
    (dialog,) = open_dialogs(till.window)
    assert isinstance(dialog, SlipsDialog)
    till.press(Qt.Key.Key_P, CTRL)
    assert open_dialogs(till.window) == [dialog]


def test_head_office_and_a_clock_in_doubt_are_one_key_away(till: ScreenTill) -> None:
    till.sign_on()
    till.scan(TOAST.gtin)
    till.press(Qt.Key.Key_O, CTRL)
    till.press(Qt.Key.Key_Return)
    assert till.is_at(till.window.sync)
    till.press(Qt.Key.Key_T, CTRL)
    assert open_dialogs(till.window) == []
    till.session.set_clock_in_doubt(in_doubt=True)
    till.press(Qt.Key.Key_T, CTRL)
    assert len(open_dialogs(till.window)) == 1


def test_where_room_is_short_the_words_have_it(till: ScreenTill) -> None:
    strip, shown = till.window.strip, list[tuple[str, str]]()
    till.session.set_clock_in_doubt(in_doubt=True)
    for width in range(1366, 300, -20):
        strip.resize(width, strip.height())
        shown.append((strip.key("line"), strip.key("clock")))
    assert list(dict.fromkeys(shown)) == [("Ctrl+O", "Ctrl+T"), ("", "Ctrl+T"), ("", "")]
