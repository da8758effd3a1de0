"""The keeper: one write for a run of scans, none while a sale is being written."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.basket import Basket
from app.services.keep_basket import KeptBasket
from app.ui.sale.basket_keeper import LONGEST_MS, QUIET_MS, BasketKeeper
from tests.app.ui.memory_shop import TEA, AtOnce, MemoryShop, memory_shop

BASKET = Basket().add(TEA)


@dataclass
class Counter:
    """The keeper over a shop in memory, with what stands on the counter."""

    shop: MemoryShop = field(default_factory=memory_shop)
    now: KeptBasket | None = field(default_factory=lambda: KeptBasket(BASKET))
    parent: QObject = field(default_factory=QObject)
    looks: int = 0

    def __post_init__(self) -> None:
        self.keeper = BasketKeeper(self.parent, AtOnce(), self.shop.use_cases.keep_basket, self._look)

    def _look(self) -> KeptBasket | None:
        self.looks += 1
        return self.now

    @property
    def kept(self) -> KeptBasket | None:
        """What is in the slot."""
        return self.shop.use_cases.keep_basket.kept()


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    return Counter()


def test_a_run_of_scans_costs_one_write(counter: Counter, qtbot: QtBot) -> None:
    counter.keeper.turn_on()
    for _ in range(5):
        counter.keeper.note()
    assert counter.kept is None
    qtbot.waitUntil(lambda: counter.kept == KeptBasket(BASKET), timeout=QUIET_MS * 5)
    qtbot.wait(QUIET_MS * 2)
    assert counter.looks == 1


def test_nothing_is_written_before_the_last_basket_is_back(counter: Counter) -> None:
    counter.shop.use_cases.keep_basket(BASKET)
    counter.now = KeptBasket(Basket())
    counter.keeper.write()
    assert counter.kept == KeptBasket(BASKET)


def test_a_sale_being_written_settles_it_by_itself(counter: Counter, qtbot: QtBot) -> None:
    counter.keeper.turn_on()
    counter.now = None
    counter.keeper.write()
    assert counter.kept is None
    counter.now = KeptBasket(BASKET)
    qtbot.waitUntil(lambda: counter.kept is not None, timeout=LONGEST_MS)


def test_a_full_disk_says_nothing_here(counter: Counter) -> None:
    counter.shop.store.is_full = True
    counter.keeper.turn_on()
    counter.keeper.write()
    assert counter.looks == 1
