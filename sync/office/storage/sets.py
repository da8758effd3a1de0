"""Many rows in one statement: arrays on PostgreSQL, pieces of fixed sizes on SQLite, so that each is prepared once.

Row by row would take as long on SQLite, but between any two rows another thread could take Python's lock away.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Integer, LargeBinary, Table

from sync.office.storage.direct import Row, change, rows_of

_PIECES = (256, 32, 4, 1)


def insert_set(connection: Connection, table: Table, rows: Sequence[Row], on_conflict: str = "") -> None:
    """Insert whole rows, their values in the order of the table's columns."""
    if not rows:
        return
    names = ", ".join(column.name for column in table.columns)
    into = f"INSERT INTO {table.name} ({names})"
    if _has_arrays(connection):
        sql = f"{into} SELECT * FROM {_unnest(table.columns)} {on_conflict}"
        change(connection, sql, _by_column(rows, table.columns))
    else:
        for marks, values in _in_pieces(rows):
            change(connection, f"{into} VALUES {marks} {on_conflict}", values)


def insert_returning(
    connection: Connection, table: Table, rows: Sequence[Row], on_conflict: str, wanted: Sequence[str]
) -> Sequence[Row]:
    """The same for a few rows, and the `wanted` columns as they are then."""
    into = f"INSERT INTO {table.name} ({', '.join(column.name for column in table.columns)})"
    returning = f"{on_conflict} RETURNING {', '.join(wanted)}"
    if _has_arrays(connection):
        values = _by_column(rows, table.columns)
        return rows_of(connection, f"{into} SELECT * FROM {_unnest(table.columns)} {returning}", values)
    pieces = (rows_of(connection, f"{into} VALUES {marks} {returning}", values) for marks, values in _in_pieces(rows))
    return [row for piece in pieces for row in piece]


def update_set(
    connection: Connection, table: Table, keys: Collection[str], changed: str, rows: Sequence[Row], guard: str
) -> int:
    """Add to `changed` by key where `guard` holds; how many rows it were.

    A row is the key's values, then the amount; `guard` speaks of the amount as `{d}`.
    """
    if not rows:
        return 0
    if _has_arrays(connection):
        columns = [table.c[name] for name in (*keys, changed)]
        where = " AND ".join(f"t.{name} = s.{name}" for name in keys)
        sql = (
            f"UPDATE {table.name} t SET {changed} = t.{changed} + s.{changed} "
            f"FROM {_unnest(columns)} AS s({', '.join(c.name for c in columns)}) "
            f"WHERE {where} AND {guard.format(d=f's.{changed}', t='t.')} RETURNING t.{changed}"
        )
        return len(rows_of(connection, sql, _by_column(rows, columns)))
    where = " AND ".join(f"t.{name} = s.column{number}" for number, name in enumerate(keys, start=1))
    amount = f"s.column{len(keys) + 1}"
    update = f"UPDATE {table.name} AS t SET {changed} = t.{changed} + {amount} FROM (VALUES "
    guarded = f") s WHERE {where} AND {guard.format(d=amount, t='t.')}"
    return sum(change(connection, update + marks + guarded, values) for marks, values in _in_pieces(rows))


def select_set(
    connection: Connection,
    table: Table,
    keys: Sequence[str],
    wanted: Sequence[str],
    values: Iterable[Row],
    *,
    fixed: str = "",
    lock: bool = False,
) -> Sequence[Row]:
    """The `wanted` columns of the rows with these keys, in key order; `lock` keeps others from changing them."""
    found = sorted(set(map(tuple, values)))
    if not found:
        return ()
    columns = ", ".join(f"t.{name}" for name in wanted)
    same = " AND ".join(f"t.{name} = k.{name}" for name in keys)
    also = f" AND {fixed}" if fixed else ""
    order = ", ".join(f"t.{name}" for name in keys)
    if _has_arrays(connection):
        key_columns = [table.c[name] for name in keys]
        key_rows = f"{_unnest(key_columns)} AS k({', '.join(keys)})"
        locked = " FOR UPDATE OF t" if lock else ""
        sql = f"SELECT {columns} FROM {key_rows} JOIN {table.name} t ON {same}{also} ORDER BY {order}{locked}"
        return rows_of(connection, sql, _by_column(found, key_columns))
    fields = ", ".join(f"{_field(table.c[name], number)} AS {name}" for number, name in enumerate(keys))
    sql = (
        f"SELECT {columns} FROM (SELECT {fields} FROM json_each(?)) k CROSS JOIN {table.name} t ON {same}{also} "
        f"ORDER BY {order}"
    )
    return rows_of(connection, sql, (json.dumps(found, default=bytes.hex),))


def _field(column: Column[Any], number: int) -> str:
    return f"unhex(value ->> {number})" if isinstance(column.type, LargeBinary) else f"value ->> {number}"


def _in_pieces(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The marks and values of one statement after the other."""
    row, begin = f"({', '.join('?' * len(rows[0]))})", 0
    for size in _PIECES:
        while len(rows) - begin >= size:
            yield ", ".join([row] * size), tuple(chain.from_iterable(rows[begin : begin + size]))
            begin += size


def _has_arrays(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _unnest(columns: Iterable[Column[Any]]) -> str:
    return f"unnest({', '.join(map(_array_mark, columns))})"


def _array_mark(column: Column[Any]) -> str:
    if isinstance(column.type, LargeBinary):
        return "%b::bytea[]"
    return "%s::bigint[]" if isinstance(column.type, (BigInteger, Integer)) else "%s::text[]"


def _by_column(rows: Sequence[Row], columns: Iterable[Column[Any]]) -> tuple[Any, ...]:
    """The columns as the server reads arrays: as text, which is ten times quicker than a driver's list of strings."""
    return tuple(_array(column, values) for column, values in zip(columns, zip(*rows, strict=True), strict=True))


def _array(column: Column[Any], values: tuple[Any, ...]) -> Any:
    if isinstance(column.type, LargeBinary):
        return list(values)
    if isinstance(column.type, (BigInteger, Integer)):
        return f"{{{','.join(map(str, values))}}}"
    if None in values:
        return f"{{{','.join('NULL' if text is None else _quoted(text) for text in values)}}}"
    joined = '","'.join(values)
    # As many quotes as the joints have: none stands in a value, and nothing has to be escaped.
    if "\\" not in joined and joined.count('"') == 2 * (len(values) - 1):
        return f'{{"{joined}"}}'
    return f"{{{','.join(map(_quoted, values))}}}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
