"""What all simulated towns have in common."""

from collections.abc import Iterator

import pytest

from tests.simulation.collector import collecting_seldom
from tests.simulation.sealing import sealing_quickly


# By module: a folder is no package for pytest, which would keep this to the end of the session.
@pytest.fixture(scope="module", autouse=True)
def _collected_seldom_and_sealed_quickly() -> Iterator[None]:
    with collecting_seldom(), sealing_quickly():
        yield
