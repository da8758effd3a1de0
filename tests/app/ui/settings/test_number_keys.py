"""Every button of a settings page has a key on it; rows come and go, a button's own key stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.settings.page import SettingsPage
from app.ui.widgets.button import Button


class Page(SettingsPage):
    """Three buttons, one of them with a key of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.card = self.add_card()
        self.first, self.own, self.last = Button("first"), Button("own", key="F8"), Button("last")
        for button in (self.first, self.own, self.last):
            self.add(button)

    def add(self, button: Button) -> None:
        button.clicked.connect(lambda: self.pressed.append(button.label()))
        self.card.fields.addWidget(button)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    page.setFocus()
    qtbot.waitUntil(lambda: page.last.key == "Alt+2")
    return page


def test_each_button_without_a_key_gets_one_from_top_to_bottom(page: Page) -> None:
    assert [button.key for button in (page.first, page.own, page.last)] == ["Alt+1", "F8", "Alt+2"]


def test_the_values_of_a_field_are_no_actions(page: Page, qtbot: QtBot) -> None:
    value = Button("value")
    value.setCheckable(True)
    page.add(value)
    page.add(after := Button("after"))
    qtbot.waitUntil(lambda: after.key == "Alt+3")
    assert value.key == ""


def test_the_key_presses_the_button_that_shows_it(page: Page) -> None:
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_3):
        QTest.keyClick(page, key, Qt.KeyboardModifier.AltModifier)
    assert page.pressed == ["last", "first"]


def test_a_row_that_goes_gives_its_number_away(page: Page, qtbot: QtBot) -> None:
    page.first.hide()
    qtbot.waitUntil(lambda: page.last.key == "Alt+1")
    page.first.show()
    qtbot.waitUntil(lambda: page.last.key == "Alt+2")


def test_after_the_figures_come_letters(page: Page, qtbot: QtBot) -> None:
    more = [Button(str(number)) for number in range(36)]
    for button in more:
        page.add(button)
    qtbot.waitUntil(lambda: more[6].key == "Alt+9")
    assert [button.key for button in more[6:9]] == ["Alt+9", "Alt+0", "Alt+A"]
    assert [button.key for button in more[33:]] == ["Alt+Z", "", ""]
    QTest.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert page.pressed == ["8"]
