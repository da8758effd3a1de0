"""Waiting slips by keyboard."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ports.store import SlipState
from app.ui.screen import Screen
from app.ui.slips.dialog import SlipsDialog
from tests.app.ui.memory_shop import TEA, TOAST, memory_shop
from tests.app.ui.memory_stage import Key, Stage


class At:
    """The dialog over two unprinted receipts."""

    def __init__(self, qtbot: QtBot, pdf_folder: Path) -> None:
        self.shop = memory_shop()
        self.shop.open_shift()
        self.shop.sell((TEA, 1000))
        self.shop.sell((TOAST, 1000))
        self.stage = Stage(qtbot, self.shop)
        self.stage.put(Screen())
        self.retries = list[int]()
        self.dialog = SlipsDialog(
            self.stage.window,
            self.shop.use_cases,
            self.stage.tasks,
            self.stage.session,
            lambda: self.retries.append(1),
            pdf_folder=pdf_folder,
        )
        self.dialog.open()
        self.stage.settle()


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> At:
    return At(qtbot, tmp_path)


def test_enter_tries_the_printer_once(at: At) -> None:
    at.stage.press(Key.Key_Return)
    assert at.retries == [1]


def test_delete_drops_the_chosen_one(at: At) -> None:
    at.stage.press(Key.Key_Down, Key.Key_Delete)
    states = [slip.state for slip in at.shop.store.spool.slips.values()]
    assert states == [SlipState.WAITING, SlipState.DROPPED]


def test_the_last_one_dropped_leaves_a_calm_word(at: At) -> None:
    at.stage.press(Key.Key_Delete, Key.Key_Delete)
    assert at.shop.store.spool.waiting() == []
    at.stage.press(Key.Key_Escape)
    assert not at.dialog.is_open


def test_f7_saves_the_chosen_one_as_a_pdf(at: At, tmp_path: Path) -> None:
    at.stage.press(Key.Key_F7)
    (saved,) = tmp_path.glob("*.pdf")
    assert saved.name == "Receipt T1-1-000001.pdf"
    assert saved.read_bytes().startswith(b"%PDF-")
