"""A screen to measure on: an X server of our own where there is one, else Qt's offscreen platform."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from tests.xserver import TOOLS, x_server

SIZE = (1366, 768)
_PATIENCE_MS = 2_000


@contextmanager
def screen_environment() -> Iterator[Mapping[str, str]]:
    """The environment of a Qt program that shows itself on this screen."""
    if all(shutil.which(tool) for tool in TOOLS):
        with x_server() as server:
            yield server.env
    else:
        yield {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


class Painted(QObject):
    """Watches a list: whether it was painted with one row more than before."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__()
        self._view = view
        self._rows = 0
        self.done = False
        view.viewport().installEventFilter(self)

    def expect_one_more(self) -> None:
        """From now on a paint counts if there is another row."""
        self._rows, self.done = self._view.model().rowCount() + 1, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never keeps an event back."""
        if event.type() == QEvent.Type.Paint and self._view.model().rowCount() >= self._rows:
            self.done = True
        return False

    def wait(self) -> bool:
        """Run the event loop until it was painted, which is over when the loop comes back; False if it never was."""
        return run_until(lambda: self.done)


class BareWindow(QWidget):
    """The least that takes a code and Enter and shows it as a row."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.rows = QLineEdit(), QListWidget()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.rows)
        self.field.returnPressed.connect(self._add)

    def _add(self) -> None:
        self.rows.addItem(self.field.text())
        self.rows.setCurrentRow(self.rows.count() - 1)
        self.field.clear()


def put_up(window: QWidget, place: tuple[int, int] = (0, 0)) -> QWindow:
    """Show the window and wait until it is there."""
    window.setGeometry(*place, *SIZE)
    window.show()
    QTest.qWaitForWindowExposed(window)
    handle = window.windowHandle()
    assert handle is not None
    return handle


def press(window: QWindow, digits: str) -> None:
    """The keys of a code, as the window system delivers them."""
    for digit in digits:
        QTest.keyClick(window, Qt.Key(ord(digit)))


def press_enter(window: QWindow) -> None:
    """The last key of a burst."""
    QTest.keyPress(window, Qt.Key.Key_Return)


def release_enter(window: QWindow) -> None:
    """Its release comes after what is measured."""
    QTest.keyRelease(window, Qt.Key.Key_Return)


def settle(is_settled: Callable[[], bool] = lambda: True) -> None:
    """Let everything queued happen."""
    run_until(is_settled)
    QApplication.processEvents()


def run_until(is_so: Callable[[], bool]) -> bool:
    """Run the event loop until it is so; False where it is not after two seconds: then it never will be."""
    ending = QTimer()
    ending.setSingleShot(True)
    ending.start(_PATIENCE_MS)
    while not is_so() and ending.isActive():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return is_so()
