"""The catalogue as this till has it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.catalogue import Measure, Product
from app.domain.ids import ProductId
from app.storage.till.config import CATALOGUE_VERSION, ConfigTable
from app.storage.till.schema import column_names, insert_rows, product
from app.storage.till.work import Row, Work

_COLUMNS = ", ".join(column_names(product)[1:])
_BY_GTIN = f"SELECT {_COLUMNS} FROM product WHERE gtin = ? AND gtin <> ''"
_BY_PLU = f"SELECT {_COLUMNS} FROM product WHERE plu = ? AND plu <> ''"
_BY_ID = f"SELECT {_COLUMNS} FROM product WHERE id = ?"
_PUT = (
    f"INSERT INTO product VALUES ((SELECT coalesce(max(pos), 0) + 1 FROM product), "
    f"{', '.join('?' * len(column_names(product)[1:]))}) ON CONFLICT (id) DO UPDATE SET "
    f"{', '.join(f'{name} = excluded.{name}' for name in column_names(product)[2:])}"
)
_LET_GO = "UPDATE product SET {0} = '' WHERE {0} = ? AND {0} <> '' AND id <> ?"
_QUICK_KEYS = f"SELECT {_COLUMNS} FROM product WHERE quick_key = 1 AND for_sale = 1 ORDER BY pos"

# No product is called so; and LIKE refuses patterns of 50 000 bytes, which a scanned code could make.
_LONGEST_WORDS = 200

# Each source reads one index and is capped before the ranks are sorted; the last is a scan of the names alone.
_SEARCH = f"""
WITH found (pos, rank) AS (
    SELECT * FROM (SELECT pos, 1 FROM product WHERE gtin >= ?1 AND gtin < ?2 AND gtin <> '' LIMIT 200)
    UNION ALL
    SELECT * FROM (SELECT pos, 1 FROM product WHERE plu >= ?1 AND plu < ?2 AND plu <> '' LIMIT 200)
    UNION ALL
    SELECT * FROM (SELECT pos, 2 FROM product WHERE initials >= ?3 AND initials < ?4 LIMIT 200)
    UNION ALL
    SELECT * FROM (SELECT pos, 3 + (name NOT LIKE ?6 ESCAPE '!') FROM product WHERE name LIKE ?5 ESCAPE '!' LIMIT 200)
)
SELECT {_COLUMNS} FROM product JOIN (SELECT pos, min(rank) AS rank FROM found GROUP BY pos) USING (pos)
WHERE for_sale = 1 ORDER BY rank, length(name), pos LIMIT +?7
"""


class ProductTable:
    """Products, found by their codes or by what an operator types."""

    def __init__(self, work: Work, config: ConfigTable) -> None:
        self._work = work
        self._config = config
        self._has_version = False

    def by_gtin(self, gtin: str) -> Product | None:
        """The product with this normalised GTIN."""
        return self._one(_BY_GTIN, gtin)

    def by_plu(self, plu: str) -> Product | None:
        """The weighed product with this PLU."""
        return self._one(_BY_PLU, plu)

    def by_id(self, product_id: ProductId) -> Product | None:
        """One product."""
        return self._one(_BY_ID, product_id)

    def search(self, text: str, limit: int) -> Sequence[Product]:
        """By part of the name, by pinyin initials, or by the beginning of the code; of what is for sale."""
        wanted = text.strip()
        if not wanted or len(wanted) > _LONGEST_WORDS:
            return []
        initials, part = wanted.lower(), _escaped(wanted)
        rows = self._work.rows(
            _SEARCH, wanted, _after(wanted), initials, _after(initials), f"%{part}%", f"{part}%", limit
        )
        return [_product(row) for row in rows]

    def quick_keys(self) -> Sequence[Product]:
        """The products on quick keys, in their order."""
        return [_product(row) for row in self._work.rows(_QUICK_KEYS)]

    def version(self) -> int:
        """The catalogue's version."""
        return int(self._config.get(CATALOGUE_VERSION) or 0)

    def replace_all(self, products: Sequence[Product], version: int) -> None:
        """Put this catalogue in place of the old one."""
        self._work.write("DELETE FROM product")
        for pos, item in enumerate(products, start=1):
            self._work.write(insert_rows(product), pos, *_values(item))
        self._config.put(CATALOGUE_VERSION, str(version))

    def put(self, items: Sequence[Product]) -> None:
        """Add or replace them; a code that another product had, an earlier one of these too, is the later one's now."""
        gtins = {item.gtin: item.id for item in items if item.gtin}
        plus = {item.plu: item.id for item in items if item.plu}
        for column, owners in (("gtin", gtins), ("plu", plus)):
            self._work.write_each(_LET_GO.format(column), owners.items())
        self._work.write_each(_PUT, (_values(_with_its_codes(item, gtins, plus)) for item in items))
        if not self._has_version:
            self._has_version = bool(self.version())
            if not self._has_version:
                self._config.put(CATALOGUE_VERSION, "1")

    def remove(self, product_id: ProductId) -> None:
        """There is no such product any more."""
        self._work.write("DELETE FROM product WHERE id = ?", product_id)

    def _one(self, sql: str, value: str) -> Product | None:
        row = self._work.row(sql, value)
        return _product(row) if row else None


def _with_its_codes(item: Product, gtins: Mapping[str, ProductId], plus: Mapping[str, ProductId]) -> Product:
    has_gtin, has_plu = gtins.get(item.gtin, item.id) == item.id, plus.get(item.plu, item.id) == item.id
    if has_gtin and has_plu:
        return item
    return replace(item, gtin=item.gtin if has_gtin else "", plu=item.plu if has_plu else "")


def _values(item: Product) -> tuple[object, ...]:
    return (
        item.id,
        item.name,
        item.price_minor,
        item.measure.value,
        item.gtin,
        item.plu,
        item.category,
        item.brand,
        item.goods_class,
        item.member_price_minor,
        item.tax_rate_basis_points,
        item.initials,
        int(item.quick_key),
        int(item.for_sale),
    )


def _product(row: Row) -> Product:
    (
        product_id, name, price_minor, measure, gtin, plu, category, brand, goods_class, member_price_minor, tax_rate,
        initials, quick_key, for_sale,
    ) = row  # fmt: skip
    return Product(
        id=ProductId(product_id),
        name=name,
        price_minor=price_minor,
        measure=Measure(measure),
        gtin=gtin,
        plu=plu,
        category=category,
        brand=brand,
        goods_class=goods_class,
        member_price_minor=member_price_minor,
        tax_rate_basis_points=tax_rate,
        initials=initials,
        quick_key=bool(quick_key),
        for_sale=bool(for_sale),
    )


def _escaped(text: str) -> str:
    for special in "!%_":
        text = text.replace(special, "!" + special)
    return text


def _after(prefix: str) -> str:
    """The first text behind all that begin with `prefix`."""
    return prefix + "\U0010ffff"
