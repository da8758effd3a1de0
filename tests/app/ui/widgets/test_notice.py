"""A toast stands beside the title of the screen in front and its buttons, never over them."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.button import Button
from app.ui.widgets.header import ScreenHeader
from app.ui.widgets.notice import Toast
from app.ui.widgets.panel import column

WINDOW = 1024
LONG = "The customer of the other counter has paid everything that was still owed for the goods of this morning"
Shown = tuple[QWidget, ScreenHeader, Toast]


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[str], Shown]:
    def show(title: str) -> Shown:
        host = QWidget()
        head = ScreenHeader(title)
        head.right.addWidget(Button("Save", key="F12"))
        inside = column(host)
        inside.addWidget(head)
        inside.addStretch(1)
        host.resize(WINDOW, 400)
        qtbot.addWidget(host)
        host.show()
        return host, head, Toast(host)

    return show


def test_it_covers_neither_title_nor_button(shown: Callable[[str], Shown]) -> None:
    host, head, toast = shown("Services · 古丽娜尔·艾山 and a long name")
    toast.tell(LONG, "Go on.")
    assert head.free_room(host).left() <= toast.geometry().left()
    assert toast.geometry().right() <= head.free_room(host).right()


def test_it_stands_in_the_middle_where_there_is_room(shown: Callable[[str], Shown]) -> None:
    _, _, toast = shown("Shift")
    toast.tell("Settings saved")
    assert abs(toast.geometry().center().x() - WINDOW // 2) <= 1


def test_without_room_it_is_read_all_the_same(shown: Callable[[str], Shown]) -> None:
    _, _, toast = shown("A title " * 14)
    toast.tell(LONG)
    assert toast.geometry().width() >= 280
    assert 0 <= toast.geometry().left() <= toast.geometry().right() < WINDOW
