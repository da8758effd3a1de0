"""What this till did in the past, read a piece at a time in its order."""

from collections.abc import Collection, Sequence

from app.domain.ids import WalletId
from app.domain.journal import Event, Kind
from app.storage.till.journal import EVENT_COLUMNS, event_of_row
from app.storage.till.work import Work

_FIRST = "SELECT min(pos) FROM shift WHERE business_date >= ?"
_AFTER = "SELECT pos, {columns} FROM event WHERE pos > ? AND pos <= ? AND kind IN ({kinds}) ORDER BY pos"
_SPENT = (
    "SELECT (SELECT coalesce(sum(total_minor), 0) FROM sale WHERE wallet = ?1 AND pos <= ?2) - "
    "(SELECT coalesce(sum(total_minor), 0) FROM refund WHERE wallet = ?1 AND pos <= ?2)"
)


class PastTable:
    """Fits `app.ports.store.Past`."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def span(self, day: str) -> tuple[int, int]:
        """The place before the first shift of an ISO day or later, and that of the last event."""
        last = self._work.known.pos
        row = self._work.row(_FIRST, day)
        return (int(row[0]) - 1 if row and row[0] else last, last)

    def read(self, after: int, through: int, kinds: Collection[Kind]) -> Sequence[tuple[int, Event]]:
        """Events of these kinds behind place `after`, up to place `through`."""
        names = sorted(kind.value for kind in kinds)
        sql = _AFTER.format(columns=EVENT_COLUMNS, kinds=", ".join("?" * len(names)))
        return [(int(row[0]), event_of_row(row[1:])) for row in self._work.rows(sql, after, through, *names)]

    def place_of(self, seq: int) -> int:
        """The place of this epoch's event `seq`."""
        return self._work.pos_of(seq)

    def spent_through(self, wallet: WalletId, place: int) -> int:
        """What the wallet bought here, less refunds, up to a place (minor units)."""
        row = self._work.row(_SPENT, wallet, place)
        return int(row[0]) if row else 0
