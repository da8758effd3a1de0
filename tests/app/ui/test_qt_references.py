"""Qt's binding must not lose references to None: docs/adr/0006."""

import sys

import pytest
from PySide6.QtCore import QObject

CALLS = 300


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_call_that_returns_nothing_loses_no_reference() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert sys.getrefcount(None) - before > -CALLS // 2
