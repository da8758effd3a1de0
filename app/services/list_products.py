"""Products for the quick keys and for the search box."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.catalogue import Product
from app.ports.store import Store


@dataclass(frozen=True, slots=True)
class ListProducts:
    """Read the catalogue."""

    store: Store

    def quick_keys(self) -> Sequence[Product]:
        """What stands on the quick keys, in order."""
        with self.store.unit_of_work() as uow:
            return uow.products.quick_keys()

    def has_goods(self) -> bool:
        """Whether a catalogue was ever loaded."""
        with self.store.unit_of_work() as uow:
            return uow.products.version() > 0

    def search(self, text: str, limit: int = 50) -> Sequence[Product]:
        """By part of the name, pinyin initials or beginning of the code."""
        with self.store.unit_of_work() as uow:
            return uow.products.search(text, limit)
