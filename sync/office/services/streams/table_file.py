"""Tables as shops keep them: CSV with a head line, in UTF-8 or GB18030. Every mistake is told with line and column."""

import codecs
import csv
import difflib
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_MONEY = re.compile(r"(\d{1,9})(?:\.(\d{1,2}))?")
_YES = {"yes": True, "y": True, "1": True, "true": True, "是": True}
_NO = {"no": False, "n": False, "0": False, "false": False, "否": False}


@dataclass(frozen=True, slots=True)
class Mistake:
    """What stands in a cell (`line` counts the head line, from 1) and what was expected there."""

    line: int
    column: str
    found: str
    expected: str


class TableError(Exception):
    """The file is no such table, or has mistakes; all of them."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(f"{len(mistakes)} mistakes")
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """How a column's cells are read; `read` raises ValueError. `fallback`: for an empty cell, where one may be."""

    name: str
    read: Callable[[str], Any]
    expected: str
    fallback: Any = None
    is_needed: bool = False


@dataclass(slots=True)
class Table:
    """Rows as they were read: (line, values by column), and what was wrong with others."""

    rows: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def check(self) -> None:
        """TableError where anything is wrong."""
        if self.mistakes:
            raise TableError(sorted(self.mistakes, key=lambda mistake: mistake.line))

    def refuse_twice(self, column: str) -> None:
        """A value that must be one row's only."""
        first: dict[object, int] = {}
        for line, values in self.rows:
            value = values[column]
            if value and first.setdefault(value, line) != line:
                self.mistakes.append(Mistake(line, column, str(value), f"another one: line {first[value]} has it"))


def read_table(data: bytes, columns: Sequence[TableColumn]) -> Table:
    """The rows of the file; TableError where it has not the columns."""
    lines = csv.reader(io.StringIO(_text(data), newline=""), strict=True)
    table = Table()
    try:
        places = _places(next(lines, []), columns)
        for cells in lines:
            if any(cell.strip() for cell in cells):
                _read_row(table, lines.line_num, cells, columns, places)
    except csv.Error as error:
        table.mistakes.append(Mistake(lines.line_num, "", str(error), "a line of CSV"))
    return table


def money(cell: str) -> int:
    """`12.80` as minor units."""
    found = _MONEY.fullmatch(cell)
    if found is None:
        raise ValueError
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


def yes_or_no(cell: str) -> bool:
    """`yes` or `no`."""
    return {**_YES, **_NO}[cell.lower()]


def one_of(names: Iterable[str]) -> Callable[[str], str]:
    """One of these words."""
    known = frozenset(names)

    def read(cell: str) -> str:
        if cell not in known:
            raise ValueError
        return cell

    return read


def words(most: int) -> Callable[[str], str]:
    """A text of at most so many characters, on one line."""

    def read(cell: str) -> str:
        if len(cell) > most or not cell.isprintable():
            raise ValueError
        return cell

    return read


def _text(data: bytes) -> str:
    # Spreadsheets here write either; what is no UTF-8 at all is hardly ever anything but the other.
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise TableError([Mistake(1, "", "", "text in UTF-8 or GB18030")]) from error


def _places(head: Sequence[str], columns: Sequence[TableColumn]) -> Mapping[str, int]:
    names = [column.name for column in columns]
    places = {cell.strip().lower(): place for place, cell in enumerate(head)}
    mistakes = [
        Mistake(1, cell, cell, f"one of {', '.join(names)}{_hint(cell, names)}") for cell in places if cell not in names
    ]
    mistakes += [
        Mistake(1, column.name, "", "this column")
        for column in columns
        if column.is_needed and column.name not in places
    ]
    if mistakes:
        raise TableError(mistakes)
    return places


def _hint(cell: str, names: Sequence[str]) -> str:
    near = difflib.get_close_matches(cell, names, 1)
    return f"; did you mean {near[0]}?" if near else ""


def _read_row(
    table: Table, line: int, cells: Sequence[str], columns: Sequence[TableColumn], places: Mapping[str, int]
) -> None:
    values: dict[str, Any] = {}
    for column in columns:
        place = places.get(column.name, len(cells))
        cell = cells[place].strip() if place < len(cells) else ""
        try:
            values[column.name] = _value(column, cell)
        except (ValueError, KeyError):
            table.mistakes.append(Mistake(line, column.name, cell, column.expected))
    if len(values) == len(columns):
        table.rows.append((line, values))


def _value(column: TableColumn, cell: str) -> Any:
    if cell:
        return column.read(cell)
    if column.is_needed:
        raise ValueError
    return column.fallback
