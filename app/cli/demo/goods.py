"""The demo shop's goods, read from `resources/demo`; brands and prices are invented.

`goods.csv` is what every demo shop sells; a programme whose rules name goods of its own trade has a file of its name.
"""

import csv
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from app.domain.catalogue import Measure, Product
from app.domain.ids import ProductId
from app.domain.programme.model import Goods
from app.paths import resources_dir

CATALOGUE_VERSION = 1


def demo_goods(programme: str = "") -> tuple[Product, ...]:
    """All goods in the order of the files, those of that programme's trade first; quick keys keep that order."""
    paths = [resources_dir() / "demo" / f"{name}.csv" for name in (programme, "goods") if name]
    return tuple(product for path in paths if path.exists() for product in _goods_in(path))


def bought_of(goods: Goods) -> str:
    """The name of one of these goods, in whichever trade they are sold."""
    trades = sorted(path.stem for path in (resources_dir() / "demo").glob("*.csv"))
    everything = chain(demo_goods(), *map(demo_goods, trades))
    return next((product.name for product in everything if goods.include(product)), "")


def _goods_in(path: Path) -> Iterator[Product]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from map(_product, csv.DictReader(file))


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
