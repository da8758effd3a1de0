"""A single shop's screen of its head office leads into a chain: told what it means, and not with a shift open."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.shift import Shift
from app.domain.staff import Operator
from app.ports.head_office import Line, OfficeStatus, Says
from app.ui.sync.join_dialog import JoinDialog
from app.ui.sync.screen import SyncScreen
from tests.app.ui.memory_office import MemoryOffice
from tests.app.ui.memory_shop import CASHIER, MANAGER, memory_shop
from tests.app.ui.memory_stage import Stage

Key = Qt.Key
INSIDE = OfficeStatus(line=Line.ONLINE, says=Says.OK, till="T7KQ2", is_inside=True)


class At:
    """The screen, with hands."""

    def __init__(self, qtbot: QtBot, operator: Operator = MANAGER, status: OfficeStatus = INSIDE) -> None:
        self.stage = Stage(qtbot, memory_shop(), operator)
        self.stage.session.set_shift(None)
        self.screen = SyncScreen(self.stage.session, MemoryOffice(status))
        self.joined = list[bool]()
        self.screen.joins.connect(lambda: self.joined.append(True))
        self.stage.put(self.screen)

    def told(self) -> str:
        dialogs = self.stage.window.findChildren(JoinDialog)
        labels = [label for dialog in dialogs for label in dialog.findChildren(QLabel)]
        return " | ".join(label.text() for label in labels if label.isVisible())


def test_a_manager_is_told_what_it_means_and_the_till_may_close(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.stage.press(Key.Key_F10)
    assert "it cannot be undone" in at.told()
    at.stage.press(Key.Key_Escape)
    assert at.joined == []
    at.stage.press(Key.Key_F10, Key.Key_Return)
    assert at.joined == [True]


@pytest.mark.parametrize("who", [MANAGER, CASHIER])
def test_with_a_shift_open_or_by_a_cashier_it_does_not_begin(qtbot: QtBot, who: Operator) -> None:
    at = At(qtbot, who)
    if who is MANAGER:
        opened = at.stage.shop.use_cases.open_shift(MANAGER, 0)
        assert isinstance(opened, Shift)
        at.stage.session.set_shift(opened)
    at.stage.press(Key.Key_F10)
    assert ("A shift is open." if who is MANAGER else "A manager does this.") in at.told()
    at.stage.press(Key.Key_Return)
    assert at.joined == []


def test_a_till_of_a_chain_is_not_asked(qtbot: QtBot) -> None:
    at = At(qtbot, status=replace(INSIDE, is_inside=False))
    at.stage.press(Key.Key_F10)
    assert at.told() == ""
