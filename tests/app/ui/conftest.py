"""A till on an invisible screen: the real window and use cases over a shop in memory."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar, cast

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import TillId
from app.ports.scanner import ScanEvent
from app.settings import ShopSettings
from app.ui.bridge import Bridge
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.speech import speak
from app.ui.start import build_window
from app.ui.theme.wear import wear
from app.ui.window import MainWindow
from app.ui.words import read_all_words
from tests.app.ui.memory_shop import MemoryShop, memory_shop

Result = TypeVar("Result")


class HeldWorker:
    """A worker that does its work at once, or keeps it while `is_held`."""

    def __init__(self) -> None:
        self.is_held = False
        self._kept: list[Callable[[], None]] = []

    def submit(self, work: Callable[[], Result]) -> "Future[Result]":
        """Done when it returns, unless held."""
        future: Future[Result] = Future()

        def run() -> None:
            try:
                future.set_result(work())
            except Exception as error:  # as a thread's future would keep it
                future.set_exception(error)

        if self.is_held:
            self._kept.append(run)
        else:
            run()
        return future

    def let_go(self) -> None:
        """Do what was kept."""
        self.is_held = False
        kept, self._kept = self._kept, []
        for run in kept:
            run()


@dataclass
class ScreenTill:
    """The window with hands to work it."""

    window: MainWindow
    shop: MemoryShop
    session: Session
    bridge: Bridge
    worker: HeldWorker

    def is_at(self, screen: Screen) -> bool:
        """Whether this screen is in front."""
        return self.window.front is screen

    def settle(self) -> None:
        """Let what is queued arrive."""
        for _ in range(4):
            QApplication.processEvents()

    def scan(self, text: str) -> None:
        """A scanner sends a code."""
        self.bridge.scanned.emit(ScanEvent(text, "wedge", 0))
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key goes to whatever has the focus."""
        QTest.keyClick(self.focus(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Somebody types."""
        QTest.keyClicks(self.focus(), text)
        self.settle()

    def focus(self) -> QWidget:
        """What has the focus."""
        field = cast("QWidget | None", self.window.focusWidget())  # the stubs promise one
        return field or self.window

    def sign_on(self, pin: str = "1234") -> None:
        """The cashier's PIN."""
        self.type(pin)
        self.press(Qt.Key.Key_Return)


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """The session of a shop in memory, in English."""
    shop = memory_shop()
    return session_of(shop)


def session_of(shop: MemoryShop) -> Session:
    """A session over this shop."""
    settings = ShopSettings(shop_name="小满生活", language="en")
    return Session(TillId("T1"), shop.clock, shop.programme, settings, read_all_words())


@pytest.fixture
def till(qapp: QApplication, qtbot: QtBot) -> Iterator[ScreenTill]:
    """A till with an open shift, nobody signed on."""
    shop, worker, bridge = memory_shop(), HeldWorker(), Bridge()
    shop.open_shift()
    session = session_of(shop)
    qapp.setStyle("Fusion")
    speak(qapp, "en")
    wear(qapp, "light", "en")
    window = build_window(shop.use_cases, worker, bridge, session)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made = ScreenTill(window, shop, session, bridge, worker)
    made.settle()
    yield made
    # Gone at once: windows left over would all be dressed again by the next test.
    shiboken6.delete(window)
