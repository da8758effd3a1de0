"""The sync screen and the strip's sign, without a network."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.ledger import BONUS, PRINCIPAL
from app.ports.head_office import Line, OfficeStatus, Says
from app.ui.sync.screen import SyncScreen
from app.ui.sync.words import office_words
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Tone
from tests.app.ui.conftest import ScreenTill
from tests.app.ui.memory_office import MemoryOffice
from tests.app.ui.memory_shop import memory_shop
from tests.app.ui.memory_stage import Stage

NOW = 1_772_781_600_000  # 15:20 on the shop's clock
ONLINE = OfficeStatus(
    line=Line.ONLINE,
    line_since=NOW - 3_600_000,
    says=Says.OK,
    till="T7KQ2",
    address="https://office:8460",
    shop="人民路店",
    waiting=3,
    waiting_since=NOW - 4_000,
    heard_at=NOW - 2_000,
    next_try_at=NOW + 20_000,
    held={PRINCIPAL: 120_000, BONUS: 3_450},
    lots=14,
)


def texts(screen: SyncScreen) -> str:
    return " | ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def put(qtbot: QtBot) -> "Callable[[MemoryOffice], tuple[SyncScreen, Stage]]":
    def make(office: MemoryOffice) -> tuple[SyncScreen, Stage]:
        stage = Stage(qtbot, memory_shop())
        return stage.put(SyncScreen(stage.session, office)), stage

    return make


def test_what_waits_and_what_is_lent(put: Callable[[MemoryOffice], tuple[SyncScreen, Stage]]) -> None:
    screen, _ = put(MemoryOffice(ONLINE))
    told = texts(screen)
    for words in ("On the way to head office", "14:20", "3", "15:19", "T7KQ2", "人民路店", "14", "15:20"):
        assert words in told, (words, told)


def test_one_button_tries_now(put: Callable[[MemoryOffice], tuple[SyncScreen, Stage]]) -> None:
    office = MemoryOffice(ONLINE)
    _, stage = put(office)
    stage.press(Qt.Key.Key_F12)
    assert office.tries == 1


def test_a_till_that_stands_alone_has_nothing_to_try(
    put: Callable[[MemoryOffice], tuple[SyncScreen, Stage]],
) -> None:
    screen, stage = put(MemoryOffice())
    assert "works for itself" in texts(screen)
    assert "Try now" not in texts(screen)
    left: list[bool] = []
    screen.left.connect(lambda: left.append(True))
    stage.press(Qt.Key.Key_Escape)
    assert left == [True]


@pytest.mark.parametrize("is_inside", [False, True])
@pytest.mark.parametrize("says", list(Says))
@pytest.mark.parametrize("line", list(Line))
def test_every_state_has_words(line: Line, says: Says, is_inside: bool) -> None:
    words = office_words(OfficeStatus(line=line, says=says, reason="written_off", is_inside=is_inside), str)
    assert words.short
    assert words.headline
    assert "{" not in words.headline + words.advice + words.short


def test_head_office_in_this_shop_is_named_and_its_remedy(
    put: Callable[[MemoryOffice], tuple[SyncScreen, Stage]],
) -> None:
    inside = replace(ONLINE, is_inside=True, address="/till/office", waiting=0)
    screen, _ = put(MemoryOffice(inside))
    told = texts(screen)
    for words in ("Head office in this shop is running", "/till/office"):
        assert words in told, (words, told)
    assert "lent to this till" not in told
    screen.show_status(replace(inside, line=Line.OFFLINE))
    assert "is not running" in texts(screen)
    assert "close the till and open it again" in texts(screen)


def test_offline_is_said_with_its_time_and_what_waits() -> None:
    words = office_words(OfficeStatus(line=Line.OFFLINE, line_since=7, waiting=1_204), str)
    assert (words.icon, words.tone) == (Icon.CLOUD_OFF, Tone.WARN)
    assert words.short == "Offline since 7 · 1,204 to send"


def test_the_strip_leads_to_the_screen_and_follows_the_line(till: ScreenTill) -> None:
    till.sign_on()
    assert till.window.strip.sign("line").word == "Stand-alone"
    till.bridge.office_status.emit(ONLINE)
    till.settle()
    assert till.window.strip.sign("line").word == "Online since 14:20 · 3 to send"
    till.window.strip.asked.emit("line")
    till.settle()
    till.press(Qt.Key.Key_Return)
    assert till.is_at(till.window.sync)
