"""What all simulated towns have in common."""

from collections.abc import Iterator

import pytest

from tests.simulation.collector import collecting_seldom
from tests.simulation.sealing import sealing_quickly


@pytest.fixture(scope="package", autouse=True)
def _collected_seldom_and_sealed_quickly() -> Iterator[None]:
    with collecting_seldom(), sealing_quickly():
        yield
