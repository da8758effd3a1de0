"""The thread a device's I/O belongs to."""

import threading
import time

import pytest

from app.devices.own_thread import OwnThread


def test_it_knows_its_own_thread() -> None:
    thread = OwnThread("device")
    verdicts: list[str] = []

    def run() -> None:
        thread.check()
        verdicts.append("its own")

    thread.start(run)
    assert thread.join(1)
    assert verdicts == ["its own"]
    with pytest.raises(AssertionError, match="I/O of device outside its thread"):
        thread.check()


def test_a_pause_ends_when_it_shall_stop() -> None:
    thread = OwnThread("device")
    thread.start(lambda: thread.pause(30))
    began = time.monotonic()
    thread.ask_to_stop()
    assert thread.join(1)
    assert time.monotonic() - began < 1


def test_a_thread_that_does_not_end_is_told() -> None:
    thread = OwnThread("device")
    release = threading.Event()
    thread.start(lambda: release.wait(5))
    thread.ask_to_stop()
    assert not thread.join(0.05)
    release.set()


def test_one_thread_at_a_time() -> None:
    thread = OwnThread("device")
    thread.start(lambda: thread.pause(30))
    with pytest.raises(RuntimeError, match="runs already"):
        thread.start(lambda: None)
    thread.ask_to_stop()
    thread.join(1)
