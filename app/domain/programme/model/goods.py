"""Which goods something is for."""

from app.domain.catalogue import Product
from app.domain.programme.declare import Words, part


@part
class Goods:
    """Goods by category, class, brand or product; what is left out means all."""

    categories: Words = frozenset()
    classes: Words = frozenset()
    brands: Words = frozenset()
    products: Words = frozenset()
    without_categories: Words = frozenset()
    without_classes: Words = frozenset()
    without_products: Words = frozenset()

    def include(self, product: Product) -> bool:
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
