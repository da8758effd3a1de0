"""The status strip: what is always there, and what comes only with trouble."""

from pytestqt.qtbot import QtBot

from app.ui.status.strip import StatusStrip
from app.ui.status.till_status import TillStatus
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_shop import memory_shop


def test_a_pole_display_is_spoken_of_only_while_it_is_gone(qtbot: QtBot) -> None:
    status = TillStatus()
    strip = StatusStrip(session_of(memory_shop()), status)
    qtbot.addWidget(strip)
    assert not strip.is_shown("pole")
    status.pole_is_gone = True
    strip.refresh()
    assert strip.is_shown("pole")
    assert "cable" in strip.sign("pole").explanation
