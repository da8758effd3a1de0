"""The shop for every test of a use case."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.services.shop import CASHIER, Shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop on a real store, closed in the end."""
    shop = Shop(tmp_path / "till")
    yield shop
    shop.store.close()


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    """The same with a shift open and 200 in the drawer."""
    shop.use.open_shift(CASHIER, 20_000)
    return shop
