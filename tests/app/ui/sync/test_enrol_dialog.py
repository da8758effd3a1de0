"""Enrolling again from the sync screen: offered where it helps, told in words, closed when it is done."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ports.head_office import Joined, Joining, Line, Says
from app.ports.scanner import ScanEvent
from app.ui.sync.enrol_dialog import EnrolDialog
from app.ui.sync.screen import SyncScreen
from app.ui.widgets.button import Button
from tests.app.ui.memory_office import MemoryOffice
from tests.app.ui.memory_shop import memory_shop
from tests.app.ui.memory_stage import Stage
from tests.app.ui.sync.test_screen import ONLINE

FENCED = replace(ONLINE, says=Says.FENCED, reason="fork", key="28A4 6EFC 0386 EBB0")
CODE = "https://office:8460#7K4M-Q2XD-93FT#" + "ab" * 32


def dialogs(stage: Stage) -> list[EnrolDialog]:
    return [dialog for dialog in stage.window.findChildren(EnrolDialog) if dialog.is_open]


def offered(stage: Stage) -> bool:
    return any(button.text() == "Enrol again" and button.isVisible() for button in stage.window.findChildren(Button))


def told(stage: Stage) -> str:
    return " | ".join(label.text() for label in stage.window.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def opened(qtbot: QtBot) -> tuple[MemoryOffice, Stage]:
    office, stage = MemoryOffice(FENCED), Stage(qtbot, memory_shop())
    stage.put(SyncScreen(stage.session, office))
    stage.press(Qt.Key.Key_F9)
    assert dialogs(stage)
    return office, stage


@pytest.mark.parametrize("says", list(Says))
def test_it_is_offered_only_where_it_helps(qtbot: QtBot, says: Says) -> None:
    stage = Stage(qtbot, memory_shop())
    for is_inside in (False, True):
        stage.put(SyncScreen(stage.session, MemoryOffice(replace(FENCED, says=says, is_inside=is_inside))))
        assert offered(stage) == (says in {Says.FENCED, Says.UNKNOWN_TILL} and not is_inside)
        assert "28A4 6EFC 0386 EBB0" in told(stage)


def test_done_it_closes(opened: tuple[MemoryOffice, Stage]) -> None:
    office, stage = opened
    stage.type(CODE)
    stage.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert office.codes == [CODE]
    assert "Asking head office" in told(stage)
    office.joins[0].set_result(Joined(Joining.JOINED, epoch=2))
    stage.until(lambda: not dialogs(stage))


def test_the_line_may_be_scanned(opened: tuple[MemoryOffice, Stage]) -> None:
    office, stage = opened
    assert dialogs(stage)[0].take_scan(ScanEvent(CODE, "wedge", 0))
    assert office.codes == [CODE]


@pytest.mark.parametrize("outcome", [outcome for outcome in Joining if outcome is not Joining.JOINED])
def test_what_is_in_the_way_is_told_and_it_can_be_tried_again(
    opened: tuple[MemoryOffice, Stage], outcome: Joining
) -> None:
    office, stage = opened
    stage.type(CODE)
    stage.press(Qt.Key.Key_Return)
    office.joins[0].set_result(Joined(outcome, "write it off first"))
    stage.until(lambda: "Asking head office" not in told(stage))
    assert "{" not in told(stage)
    assert outcome is not Joining.REFUSED or "write it off first" in told(stage)
    stage.press(Qt.Key.Key_Return)
    assert len(office.codes) == 2


def test_a_failure_nobody_foresaw_is_told(opened: tuple[MemoryOffice, Stage]) -> None:
    office, stage = opened
    stage.press(Qt.Key.Key_Return)
    office.joins[0].set_exception(RuntimeError("disk"))
    stage.until(lambda: "did not work" in told(stage))


def test_offline_it_is_not_offered_for_a_till_that_is_well(qtbot: QtBot) -> None:
    stage = Stage(qtbot, memory_shop())
    stage.put(SyncScreen(stage.session, MemoryOffice(replace(ONLINE, line=Line.OFFLINE))))
    assert not offered(stage)
