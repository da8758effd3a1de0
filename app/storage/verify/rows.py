"""The rows of a table in step with the events they belong to, without holding the whole table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from app.storage.verify.finding import Finding, Seen

Row = tuple[Any, ...]

# So many rows are read ahead: a row whose key was changed then stands alone instead of hiding those behind it.
_AHEAD = 256


class RowsByEvent:
    """Rows of `table` by the `pos` that each names in column `key`; the query yields them in about that order."""

    def __init__(self, connection: Any, table: str, sql: str, key: int = 0) -> None:
        self._table = table
        self._key = key
        self._cursor: Iterator[Row] = iter(connection.execute(sql))
        self._waiting: defaultdict[int, list[Row]] = defaultdict(list)
        self._count = 0
        self._last_key = -1
        self._passed = 0
        self._offset = 0

    def of(self, seen: Seen) -> list[Row]:
        """The rows of this event."""
        self._passed, self._offset = seen.pos, seen.pos - seen.event.seq
        while self._count < _AHEAD or self._last_key <= seen.pos:
            row = next(self._cursor, None)
            if row is None:
                break
            self._last_key = row[self._key]
            self._waiting[self._last_key].append(row)
            self._count += 1
        rows = self._waiting.pop(seen.pos, [])
        self._count -= len(rows)
        return rows

    def left(self) -> Iterator[Finding]:
        """Rows that belong to no event that was seen."""
        for row in self._cursor:
            self._waiting[row[self._key]].append(row)
        for pos in sorted(self._waiting):
            yield Finding(self._table, pos - self._offset, "a row belongs to no event of its kind")


def differences(
    table: str, columns: Sequence[str], seq: int, expected: list[Row], found: list[Row]
) -> Iterator[Finding]:
    """What differs between the rows that the event makes and those that are there."""
    if expected == found:
        return
    if len(expected) != len(found):
        yield Finding(table, seq, f"{len(found)} rows where the event has {len(expected)}")
        return
    for wanted, row in zip(expected, found, strict=True):
        for name, ours, theirs in zip(columns, wanted, row, strict=True):
            if ours != theirs:
                yield Finding(table, seq, f"{name} differs from the event")
