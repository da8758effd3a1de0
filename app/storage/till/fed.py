"""Rows that head office has sent down the streams, as they came."""

import json
from collections.abc import Collection, Mapping, Sequence

from app.ports.store import FedRow
from app.storage.till.work import Work

_NAMED = "SELECT id, n, content FROM fed WHERE stream = ? AND id IN (SELECT value FROM json_each(?))"
_PUT = (
    "INSERT INTO fed VALUES (?, ?, ?, ?) "
    "ON CONFLICT (stream, id) DO UPDATE SET n = excluded.n, content = excluded.content"
)


class FedTable:
    """Fits `app.ports.store.Fed`."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def row(self, stream: str, row_id: str) -> FedRow | None:
        """One row."""
        found = self._work.row("SELECT n, content FROM fed WHERE stream = ? AND id = ?", stream, row_id)
        return FedRow(*found) if found else None

    def rows(self, stream: str) -> Mapping[str, FedRow]:
        """All rows of a stream, by id."""
        found = self._work.rows("SELECT id, n, content FROM fed WHERE stream = ? ORDER BY id", stream)
        return {row_id: FedRow(n, content) for row_id, n, content in found}

    def named(self, stream: str, ids: Collection[str]) -> Mapping[str, FedRow]:
        """Those of these rows that there are, by id."""
        found = self._work.rows(_NAMED, stream, json.dumps(list(ids)))
        return {row_id: FedRow(n, content) for row_id, n, content in found}

    def put(self, stream: str, rows: Mapping[str, FedRow]) -> None:
        """Keep rows as they are now, by id."""
        self._work.write_each(_PUT, ((stream, row_id, row.n, row.content) for row_id, row in rows.items()))

    def remove(self, stream: str, row_id: str) -> None:
        """The row is gone."""
        self._work.write("DELETE FROM fed WHERE stream = ? AND id = ?", stream, row_id)

    def doubt(self, stream: str) -> None:
        """Whether any row of the stream is still there is to be told anew: their numbers become 0."""
        self._work.write("UPDATE fed SET n = 0 WHERE stream = ?", stream)

    def doubted(self, stream: str) -> Sequence[str]:
        """The rows that were not told anew so far."""
        return [row[0] for row in self._work.rows("SELECT id FROM fed WHERE stream = ? AND n = 0 ORDER BY id", stream)]
