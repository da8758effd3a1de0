"""The demo shop's goods, read from `resources/demo/goods.csv`; brands and prices are invented."""

import csv
from collections.abc import Mapping

from app.domain.catalogue import Measure, Product
from app.domain.ids import ProductId
from app.paths import resources_dir

CATALOGUE_VERSION = 1


def demo_goods() -> tuple[Product, ...]:
    """All goods in the order of the file; quick keys keep that order."""
    path = resources_dir() / "demo" / "goods.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_product(row) for row in csv.DictReader(file))


def _product(row: Mapping[str, str]) -> Product:
    member_price = row["member_price_minor"]
    return Product(
        id=ProductId(row["id"]),
        name=row["name"],
        price_minor=int(row["price_minor"]),
        measure=Measure(row["measure"]),
        gtin=row["gtin"],
        plu=row["plu"],
        category=row["category"],
        goods_class=row["class"],
        member_price_minor=int(member_price) if member_price else None,
        tax_rate_basis_points=int(row["tax_basis_points"]),
        initials=row["initials"],
        quick_key=row["quick_key"] == "yes",
    )
