"""Garbage goes between two events, on the GUI thread, and not of itself."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.garbage import GarbageCollector


class Knot:
    """Refers to itself, so that only a collector can take it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def owner() -> Iterator[QObject]:
    """Whatever a test leaves, the next one finds Python's own collector."""
    owner = QObject()
    yield owner
    gc.unfreeze()
    gc.enable()


def test_what_is_garbage_goes_by_and_by(qtbot: QtBot, owner: QObject) -> None:
    gone_on: list[int] = []
    collector = GarbageCollector(owner, every_ms=5)
    assert not gc.isenabled()
    qtbot.wait(20)  # the start is over
    knot = Knot()
    weakref.finalize(knot, lambda: gone_on.append(threading.get_ident()))
    del knot
    piles = [Knot() for _ in range(2 * gc.get_threshold()[0])]
    assert gone_on == []
    qtbot.waitUntil(lambda: bool(gone_on))
    assert gone_on == [threading.get_ident()]
    assert collector.parent() is owner
    assert len(piles) == 2 * gc.get_threshold()[0]
