"""What all simulated towns have in common."""

from collections.abc import Iterator

import pytest

from tests.simulation.collector import collecting_seldom


@pytest.fixture(scope="package", autouse=True)
def _collected_seldom() -> Iterator[None]:
    with collecting_seldom():
        yield
