"""Results come back on the GUI thread, troubles are told."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.tasks import Tasks

Result = TypeVar("Result")


class ThreadWorker:
    """One thread."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(1)

    def submit(self, work: Callable[[], Result]) -> "Future[Result]":
        """Queue it."""
        return self.pool.submit(work)


def test_the_result_comes_back_on_the_gui_thread(qapp: QApplication, qtbot: QtBot) -> None:
    tasks, seen = Tasks(ThreadWorker()), list[tuple[int, int]]()
    tasks.run(threading.get_ident, lambda worked_on: seen.append((worked_on, threading.get_ident())))
    assert tasks.busy
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != seen[0][1] == threading.get_ident()
    assert not tasks.busy


def test_trouble_tidies_up_and_is_told(qapp: QApplication, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    phone = "138" + "12345678"

    def fail() -> None:
        raise ValueError(phone)

    tasks, tidied = Tasks(ThreadWorker()), list[BaseException]()
    with qtbot.waitSignal(tasks.troubled) as told:
        tasks.run(fail, lambda _: None, tidied.append)
    assert isinstance(told.args[0], ValueError)
    assert len(tidied) == 1
    assert "ValueError" in caplog.text
    assert phone not in caplog.text
