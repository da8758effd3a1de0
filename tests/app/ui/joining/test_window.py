"""A shop joins a chain by keyboard: the code is compared, it is on its way, it ends well or nothing was changed."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.ports.hand_over import Progress, Snag, Stage
from app.ports.set_up import Hitch, OfficeAddress, Ready, Stuck
from app.ui.joining.presenter import Lack, Page
from app.ui.joining.window import JoiningWindow
from app.ui.joining.words import lack_words, page_words, stage_words, stuck_words
from app.ui.speech import speak
from app.ui.tasks import Tasks
from app.ui.theme.wear import wear
from tests.app.ui.wizard.memory_set_up import CODE

Key = Qt.Key
Result = TypeVar("Result")
READY = Ready("T7KQ2", "人民路店", "ab12 cd34")


class MemoryShop:
    """Fits `HandsOver`: it answers as it is told, and says how far it is."""

    def __init__(self, *outcomes: Ready | Stuck | Snag) -> None:
        self.outcomes, self.codes, self.given_up = list(outcomes), list[str](), 0
        self.told = (Progress(Stage.WRITING), Progress(Stage.SENDING, 400_000, 1_000_000))

    def read_code(self, code: str) -> OfficeAddress | None:
        return OfficeAddress("https://10.0.0.1:8460", "abab abab abab abab") if code == CODE else None

    def hand_over(self, code: str, tell: Callable[[Progress], None]) -> Ready | Stuck | Snag:
        self.codes.append(code)
        for progress in self.told:
            tell(progress)
        return self.outcomes.pop(0)

    def give_up(self) -> None:
        self.given_up += 1


class WhenLet:
    """A worker that works when it is let."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, work: Callable[[], Result]) -> "Future[Result]":
        future: Future[Result] = Future()
        self.waiting.append(lambda: future.set_result(work()))
        return future

    def close(self) -> None:
        """Nothing is open."""


class At:
    """The window, with hands."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, *outcomes: Ready | Stuck | Snag) -> None:
        qapp.setStyle("Fusion")
        speak(qapp, "en")
        wear(qapp, "light", "en")
        self.shop, self.worker, self._qtbot = MemoryShop(*outcomes), WhenLet(), qtbot
        self._tasks = Tasks(self.worker)
        self.window = JoiningWindow(self.shop, self._tasks)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def begin(self) -> None:
        self.type(CODE)
        self.press(Key.Key_F2, Key.Key_Return)

    def let(self) -> None:
        self.worker.waiting.pop(0)()
        self._qtbot.waitUntil(lambda: not self._tasks.busy)
        QApplication.processEvents()

    def told(self) -> str:
        labels = self.window.findChildren(QLabel)
        return " | ".join(label.text() for label in labels if label.isVisibleTo(self.window))


def test_a_code_that_was_compared_brings_the_shop_into_the_chain(qtbot: QtBot, qapp: QApplication) -> None:
    at = At(qtbot, qapp, READY)
    at.press(Key.Key_Return)
    assert "This is no whole code" in at.told()
    at.type(CODE)
    at.press(Key.Key_Return)
    assert "Please compare the fingerprint" in at.told()
    at.press(Key.Key_F2, Key.Key_Return)
    assert "This shop is joining" in at.told()
    at.let()
    assert at.shop.codes == [CODE]
    assert "Till T7KQ2 of 人民路店" in at.told()
    assert "ab12 cd34" in at.told()
    at.press(Key.Key_Escape)
    assert not at.window.isVisible()


def test_how_far_it_is_is_shown_while_it_goes_on(qtbot: QtBot, qapp: QApplication) -> None:
    at = At(qtbot, qapp, READY)
    at.begin()
    at.window.show_progress(Progress(Stage.SENDING, 400_000, 1_000_000))
    assert "400 of 1,000 kB" in at.told()
    at.let()
    assert at.window.presenter.page is Page.JOINED


def test_broken_off_nothing_is_changed_and_enter_goes_on(qtbot: QtBot, qapp: QApplication) -> None:
    at = At(qtbot, qapp, Snag.GIVEN_UP, READY)
    at.begin()
    at.window.close()
    assert at.window.isVisible(), "not in the middle of it"
    assert at.shop.given_up == 1
    assert "It is being broken off" in at.told()
    at.let()
    assert "Broken off, and nothing was changed" in at.told()
    at.press(Key.Key_Return)
    at.let()
    assert at.shop.codes == [CODE, CODE]
    assert at.window.presenter.page is Page.JOINED


def test_what_head_office_refuses_is_said_and_the_till_opens_as_it_is(qtbot: QtBot, qapp: QApplication) -> None:
    at = At(qtbot, qapp, Stuck(Hitch.CODE_EXPIRED))
    at.begin()
    at.let()
    assert "This code has run out" in at.told()
    at.press(Key.Key_Escape)
    assert not at.window.isVisible()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_everything_has_words(language: str, qapp: QApplication) -> None:
    speak(qapp, language)
    said = [*map(page_words, Page), *map(lack_words, Lack), *map(stuck_words, Snag)]
    said += [stuck_words(Stuck(hitch, "x")) for hitch in Hitch]
    assert all(all(each) for each in said)
    assert all(map(stage_words, Stage))
    speak(qapp, "en")
