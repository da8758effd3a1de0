"""A till's own head office without the second and a half that a process takes to import it."""

from collections.abc import Iterator

import pytest

from tests.app.bootstrap.office_nursery import office_nursery


@pytest.fixture(scope="module")
def quick_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """For tests that are not about how that process begins and ends."""
    with office_nursery(tmp_path_factory.mktemp("nursery")) as command, pytest.MonkeyPatch.context() as patch:
        for who in ("app.bootstrap.shop_office.child", "app.bootstrap.ask_office"):
            patch.setattr(f"{who}.office_program", lambda: command)
        yield
