"""Results of another thread arrive on this one."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor

from pytestqt.qtbot import QtBot

from app.ui.relay import Relay


def test_results_and_errors_come_to_the_gui_thread(qtbot: QtBot) -> None:
    relay, seen = Relay(), list[tuple[str, bool]]()
    home = threading.current_thread()

    def fail() -> str:
        raise OSError("gone")

    with ThreadPoolExecutor(1) as pool:
        for work in (lambda: "ready", fail):
            relay.follow(
                pool.submit(work),
                lambda result: seen.append((result, threading.current_thread() is home)),
                lambda error: seen.append((str(error), threading.current_thread() is home)),
            )
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [("ready", True), ("gone", True)]


def test_what_comes_after_the_end_is_dropped(qtbot: QtBot) -> None:
    future: Future[str] = Future()
    seen = list[str]()
    relay = Relay()
    relay.follow(future, seen.append, lambda _: None)
    del relay
    future.set_result("too late")
    assert seen == []
