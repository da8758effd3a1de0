"""A window with one screen on it, over the shop in memory, for tests that press keys."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import TillId
from app.domain.staff import Operator
from app.settings import ShopSettings
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.tasks import Tasks
from app.ui.words import read_all_words
from tests.app.ui.memory_shop import CASHIER, MemoryShop, WorkerAtOnce

AnyScreen = TypeVar("AnyScreen", bound=Screen)
Key = Qt.Key


class Stage:
    """The shop, who stands at the till, and the keyboard."""

    def __init__(self, qtbot: QtBot, shop: MemoryShop, operator: Operator = CASHIER) -> None:
        self.qtbot = qtbot
        self.shop = shop
        self.tasks = Tasks(WorkerAtOnce())
        settings = ShopSettings(shop_name="小满生活", language="en")
        self.session = Session(TillId("T1"), shop.clock, shop.programme, settings, read_all_words())
        self.session.sign_on(operator)
        self.session.set_shift(shop.store.shifts.opened)
        self._stack = QStackedWidget()
        self.window = QMainWindow()
        self.window.setCentralWidget(self._stack)
        self.window.resize(1024, 724)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)

    def put(self, screen: AnyScreen) -> AnyScreen:
        """Bring a screen to the front, and wait until it has loaded."""
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        screen.enter()
        self.settle()
        return screen

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is, one after the other."""
        for key in keys:
            QTest.keyClick(self.focus(), key)
            self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(self.focus(), text)
        self.settle()

    def focus(self) -> QWidget:
        """Where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def settle(self) -> None:
        """Let the results of use cases arrive."""
        self.qtbot.waitUntil(lambda: not self.tasks.busy)
        QApplication.processEvents()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until it is so."""
        self.qtbot.waitUntil(is_so)
