"""Which goods something is for."""

from typing import Protocol

from app.domain.programme.declare import Words, part


class Sorted(Protocol):
    """Anything whose kind of goods is known: a product, or a line of a sale long ago."""

    @property
    def id(self) -> str:
        """The product."""

    @property
    def category(self) -> str:
        """Its category."""

    @property
    def goods_class(self) -> str:
        """Its class, such as regular or sample."""

    @property
    def brand(self) -> str:
        """Its brand, or nothing."""


@part
class Goods:
    """Goods by category, class, brand or product; what is left out means all."""

    categories: Words = frozenset()
    """Of these categories."""
    classes: Words = frozenset()
    """Of these classes (regular, sample, …)."""
    brands: Words = frozenset()
    """Of these brands."""
    products: Words = frozenset()
    """These articles, by number."""
    without_categories: Words = frozenset()
    """Not of these categories."""
    without_classes: Words = frozenset()
    """Not of these classes."""
    without_products: Words = frozenset()
    """Not these articles."""

    def include(self, product: Sorted) -> bool:
        """Whether `product` is among them."""
        return (
            (not self.categories or product.category in self.categories)
            and (not self.classes or product.goods_class in self.classes)
            and (not self.brands or product.brand in self.brands)
            and (not self.products or product.id in self.products)
            and product.category not in self.without_categories
            and product.goods_class not in self.without_classes
            and product.id not in self.without_products
        )


ALL_GOODS = Goods()
