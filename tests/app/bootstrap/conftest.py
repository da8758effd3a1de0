"""A till's own head office without the second and a half that a process takes to import it."""

from collections.abc import Iterator

import pytest

from tests.app.bootstrap.office_nursery import office_nursery, started_with


@pytest.fixture(scope="session")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The command that starts such a head office."""
    with office_nursery(tmp_path_factory.mktemp("nursery")) as command:
        yield command


@pytest.fixture
def quick_office(nursery: list[str]) -> Iterator[None]:
    """For tests that are not about how that process begins and ends."""
    with started_with(nursery):
        yield
