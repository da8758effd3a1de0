"""The catalogue from a table: checked as a whole, then written as a whole; what did not change is no news to a till."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from app.domain.codes.check_digits import gtin_is_good, normal_gtin
from sync.office.services.streams.table_file import (
    Mistake,
    Table,
    TableColumn,
    money,
    one_of,
    read_table,
    words,
    yes_or_no,
)
from sync.office.services.world import World
from sync.office.storage.costs import forget_costs, keep_costs
from sync.office.storage.streams import put_rows, rows_there
from sync.protocol.streams import ProductRow

STREAM = "catalogue"
_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
_PERCENT = 100


def _gtin(cell: str) -> str:
    if len(cell) not in _GTIN_LENGTHS or not cell.isdecimal() or not gtin_is_good(cell):
        raise ValueError
    return normal_gtin(cell)


def _plu(cell: str) -> str:
    if len(cell) != 5 or not cell.isdecimal():
        raise ValueError
    return cell


def _rate(cell: str) -> int:
    basis_points = money(cell.removesuffix("%").rstrip())
    if basis_points > _PERCENT * _PERCENT:
        raise ValueError
    return basis_points


_NAME = "a text of at most 200 characters"
_COLUMNS = (
    TableColumn("id", words(60), "a name of at most 60 characters, the product's own", is_needed=True),
    TableColumn("name", words(200), _NAME, is_needed=True),
    TableColumn("price", money, "a price like 12.80", is_needed=True),
    TableColumn("member_price", money, "a price like 12.80, or nothing"),
    TableColumn("cost", money, "what it costs the shop, like 8.50; nothing leaves what is known"),
    TableColumn("measure", one_of(("piece", "kilogram")), "piece or kilogram", "piece"),
    TableColumn("gtin", _gtin, "8, 12, 13 or 14 digits with a right check digit, or nothing", ""),
    TableColumn("plu", _plu, "5 digits, or nothing", ""),
    TableColumn("category", words(100), _NAME, ""),
    TableColumn("brand", words(100), _NAME, ""),
    TableColumn("class", words(60), _NAME, "regular"),
    TableColumn("tax", _rate, "a rate in per cent like 13", 0),
    TableColumn("initials", words(200), _NAME, ""),
    TableColumn("quick_key", yes_or_no, "yes or no", fallback=False),
    TableColumn("for_sale", yes_or_no, "yes or no", fallback=True),
)


@dataclass(frozen=True, slots=True)
class Imported:
    """How many rows are new, are others than before, are as before, and are gone."""

    new: int
    changed: int
    same: int
    gone: int


@dataclass(frozen=True, slots=True)
class ImportCatalogue:
    """Read a table of products."""

    world: World

    def __call__(self, data: bytes, *, is_whole: bool = False, is_trial: bool = False) -> Imported:
        """Write it, or for a trial only say what would be; TableError with every mistake.

        `is_whole`: there are no products but these.
        """
        table = read_table(data, _COLUMNS)
        for column in ("id", "gtin", "plu"):
            table.refuse_twice(column)

        def work(connection: Connection) -> Imported:
            known = rows_there(connection, STREAM)
            rows = {values["id"]: _content(values) for _, values in table.rows}
            if not is_whole:
                _refuse_taken(table, known)
            table.check()
            gone = known.keys() - rows.keys() if is_whole else frozenset[str]()
            if not is_trial:
                put_rows(connection, STREAM, {**rows, **dict.fromkeys(gone)}, self.world.clock.now_ms())
                costs = {values["id"]: values["cost"] for _, values in table.rows if values["cost"] is not None}
                keep_costs(connection, costs)
                forget_costs(connection, gone)
            return counted(known, rows, len(gone))

        return self.world.database.read(work) if is_trial else self.world.database.write_upload(work)


def counted(known: Mapping[str, str], rows: Mapping[str, str], gone: int = 0) -> Imported:
    """What becomes of `known` with these rows."""
    new = sum(row_id not in known for row_id in rows)
    same = sum(known.get(row_id) == text for row_id, text in rows.items())
    return Imported(new, len(rows) - new - same, same, gone)


def as_text(content: Mapping[str, Any]) -> str:
    """A row as it is kept: the same content is the same text."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _content(values: Mapping[str, Any]) -> str:
    row = ProductRow(
        name=values["name"],
        price_minor=values["price"],
        measure=values["measure"],
        gtin=values["gtin"],
        plu=values["plu"],
        category=values["category"],
        brand=values["brand"],
        goods_class=values["class"],
        member_price_minor=values["member_price"],
        tax_rate_basis_points=values["tax"],
        initials=values["initials"] or initials_of(values["name"]),
        quick_key=values["quick_key"],
        for_sale=values["for_sale"],
    )
    return as_text(row.model_dump(exclude_defaults=True))


def _refuse_taken(table: Table, known: Mapping[str, str]) -> None:
    """A number that another product has, which is not in the table."""
    listed = {values["id"] for _, values in table.rows}
    taken = {
        (column, number): product
        for product, text in known.items()
        if product not in listed
        for column, number in json.loads(text).items()
        if column in {"gtin", "plu"}
    }
    for line, values in table.rows:
        for column in ("gtin", "plu"):
            product = taken.get((column, values[column]))
            if product:
                table.mistakes.append(Mistake(line, column, values[column], f"another one: product {product} has it"))


def initials_of(name: str) -> str:
    """What a cashier types to find the product: the first letter of each syllable, and what is no Chinese as it is."""
    from pypinyin import Style, lazy_pinyin  # late: it reads a large table

    letters = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
    return "".join(letter for letter in letters.lower() if letter.isascii() and letter.isalnum())
