"""Changing one's PIN by keyboard, from the settings."""

from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.ui.settings.screen import SettingsScreen
from app.ui.sign_on.pin_dialog import PinDialog
from tests.app.ui.memory_bench import MemoryBench
from tests.app.ui.memory_shop import CASHIER, PINS, memory_shop
from tests.app.ui.memory_stage import Key, Stage


class At:
    """The people page, with the dialog open."""

    def __init__(self, qtbot: QtBot) -> None:
        self.shop = memory_shop()
        self.stage = Stage(qtbot, self.shop)
        self.told = list[str]()
        self.screen = SettingsScreen(self.shop.use_cases, self.stage.tasks, self.stage.session, MemoryBench())
        self.screen.told.connect(lambda what, _remedy, _tone: self.told.append(what))
        self.stage.put(self.screen)
        self.stage.press(Key.Key_F7, Key.Key_F8)

    @property
    def dialog(self) -> PinDialog:
        """The one on top."""
        return self.stage.window.findChildren(PinDialog)[-1]

    def type_all(self, *pins: str) -> None:
        """Each, and Enter."""
        for pin in pins:
            self.stage.type(pin)
            self.stage.press(Key.Key_Return)

    def signs_on(self, pin: str) -> bool:
        """Whether this is the PIN now."""
        return not isinstance(self.shop.use_cases.sign_on(CASHIER.id, pin), Refused)


def test_the_current_one_and_the_new_one_twice(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.type_all(PINS[CASHIER.id], "97531", "97531")
    assert at.told == ["Your PIN is changed"]
    assert at.signs_on("97531")


def test_two_that_differ_are_typed_again(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.type_all(PINS[CASHIER.id], "97531", "97530")
    assert "not typed twice alike" in at.dialog.notice.text()
    at.type_all("97531", "97531")
    assert at.signs_on("97531")


def test_a_wrong_current_one_begins_again(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.type_all("000000", "97531", "97531")
    assert "The PIN is wrong" in at.dialog.notice.text()
    assert not at.signs_on("97531")
    at.type_all(PINS[CASHIER.id], "97531", "97531")
    assert at.told == ["Your PIN is changed"]


def test_esc_changes_nothing(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.stage.type(PINS[CASHIER.id])
    at.stage.press(Key.Key_Escape)
    assert at.signs_on(PINS[CASHIER.id])
