"""A choice of few by finger and by arrow keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.ui.widgets.choice import Choice


def test_it_tells_of_a_new_choice_once(qtbot: QtBot) -> None:
    choice = Choice(("light", "dark"))
    qtbot.addWidget(choice)
    told = list[str]()
    choice.changed.connect(told.append)
    choice.set_value("dark")
    assert (choice.value(), told) == ("dark", [])
    light, dark = choice.findChildren(QAbstractButton)
    QTest.mouseClick(light, Qt.MouseButton.LeftButton)
    QTest.mouseClick(light, Qt.MouseButton.LeftButton)
    assert (choice.value(), told) == ("light", ["light"])
    assert light.isChecked()
    assert not dark.isChecked()


def test_arrows_move_it_and_stop_at_the_ends(qtbot: QtBot) -> None:
    choice = Choice(("a", "b", "c"))
    qtbot.addWidget(choice)
    first = choice.findChildren(QAbstractButton)[0]
    for _ in range(4):
        QTest.keyClick(first, Qt.Key.Key_Right)
    assert choice.value() == "c"
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert choice.value() == "b"


def test_what_it_does_not_have_is_not_chosen(qtbot: QtBot) -> None:
    choice = Choice(("a", "b"))
    qtbot.addWidget(choice)
    choice.set_value("z")
    assert choice.value() == "a"
