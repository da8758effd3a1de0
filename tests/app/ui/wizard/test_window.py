"""The wizard by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.ports.set_up import Hitch, Ready, Stuck
from app.ui.speech import speak
from app.ui.tasks import Tasks
from app.ui.theme.wear import wear
from app.ui.wizard.presenter import Answers, Gap
from app.ui.wizard.steps import Step
from app.ui.wizard.window import WizardWindow
from app.ui.wizard.words import gap_words, hitch_words, step_words
from tests.app.ui.memory_bench import MemoryBench
from tests.app.ui.memory_shop import WorkerAtOnce
from tests.app.ui.wizard.memory_set_up import CODE, MemorySetUp

Key = Qt.Key


class At:
    """The window, with hands."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, *outcomes: Ready | Stuck) -> None:
        qapp.setStyle("Fusion")
        speak(qapp, "en")
        wear(qapp, "light", "en")
        self.set_up, self.tasks, self.spoken = MemorySetUp(*outcomes), Tasks(WorkerAtOnce()), list[str]()
        answers = Answers(language="en", preset="demo")
        self.window = WizardWindow(self.set_up, MemoryBench(), self.tasks, answers, self.spoken.append)
        self._qtbot = qtbot
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key)
            self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.tasks.busy)
        QApplication.processEvents()

    def told(self) -> str:
        labels = self.window.findChildren(QLabel)
        return " | ".join(label.text() for label in labels if label.isVisibleTo(self.window))


def test_a_shop_by_keyboard_alone(qtbot: QtBot, qapp: QApplication) -> None:
    at = At(qtbot, qapp)
    at.press(Key.Key_Return, Key.Key_Return)
    at.type("Corner")
    at.press(Key.Key_Return, Key.Key_Down, Key.Key_Return)
    at.press(Key.Key_Return)
    at.type("Lin")
    at.press(Key.Key_Tab)
    at.type("2468")
    at.press(Key.Key_Tab)
    at.type("2468")
    at.press(Key.Key_Return)
    assert at.window.ready == Ready("T01", "小满")
    assert not at.window.isVisible()
    plan = at.set_up.plans[0]
    assert (plan.settings.shop_name, plan.preset, plan.manager, plan.pin) == ("Corner", "cards", "Lin", "2468")
    assert plan.settings.printer.connection == "none"


def test_the_language_changes_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    at = At(qtbot, qapp)
    at.press(Key.Key_Up, Key.Key_Up)
    assert at.spoken == ["zh_TW", "zh_CN"]


def test_a_chain_compares_before_it_goes_on(qtbot: QtBot, qapp: QApplication) -> None:
    at = At(qtbot, qapp)
    at.press(Key.Key_Return, Key.Key_Down, Key.Key_Return)
    at.type("https://nonsense")
    at.press(Key.Key_Return)
    assert "This is no whole code" in at.told()
    field = QApplication.focusWidget()
    assert field
    QTest.keySequence(field, QKeySequence.StandardKey.SelectAll)
    at.type(CODE)
    assert "abab abab abab abab" in at.told()
    at.press(Key.Key_Return)
    assert "Please compare the fingerprint" in at.told()
    at.press(Key.Key_F2, Key.Key_Return)
    assert "What stands on every receipt" in at.told()
    at.press(Key.Key_Escape, Key.Key_Return)
    assert "What stands on every receipt" in at.told()


def test_what_went_wrong_is_said_with_its_remedy(qtbot: QtBot, qapp: QApplication) -> None:
    at = At(qtbot, qapp, Stuck(Hitch.DISK_FULL), Ready("T01", ""))
    at.press(Key.Key_Return, Key.Key_Return)
    at.type("Corner")
    at.press(Key.Key_Return, Key.Key_Return, Key.Key_Return)
    at.type("Lin")
    at.press(Key.Key_Tab)
    at.type("2468")
    at.press(Key.Key_Tab)
    at.type("2468")
    at.press(Key.Key_Return)
    assert "The disk is full" in at.told()
    at.press(Key.Key_Return)
    assert at.window.ready is not None


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_everything_has_words(qapp: QApplication, language: str) -> None:
    speak(qapp, language)
    words = [
        *(word for step in Step for word in step_words(step)),
        *(word for gap in Gap for word in gap_words(gap)),
        *(word for hitch in Hitch for word in hitch_words(hitch, "x")),
    ]
    speak(qapp, "en")
    assert all(words)
    assert not any("{" in word for word in words)
