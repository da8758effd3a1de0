"""What head office has not got yet: the journal past the acknowledged event, and every lease total."""

from collections.abc import Sequence

from app.domain.ids import WalletId
from app.domain.journal import Event
from app.domain.lease import Lease
from app.domain.ledger import Lot, Unit
from app.domain.night.summary import ShiftSpan
from app.storage.till.journal import event_of_row
from app.storage.till.schema import column_names, event
from app.storage.till.shifts import OPENED, shift_of_row
from app.storage.till.work import Row, Work

_COLUMNS = ", ".join(column_names(event)[1:])
_AFTER = f"SELECT {_COLUMNS} FROM event WHERE till = ? AND epoch = ? AND seq > ? ORDER BY seq LIMIT +?"
_LEASE = "SELECT wallet, unit, lot, granted, credited, spent, returned FROM lease WHERE epoch = ?"
_LEASES = f"{_LEASE} ORDER BY wallet, unit, lot"
_LEASES_AFTER = f"{_LEASE} AND (wallet, unit, lot) > (?, ?, ?) ORDER BY wallet, unit, lot LIMIT +?"
_SHIFTS_SINCE = (
    f"SELECT {OPENED}, pos, coalesce(closed, 0) FROM shift WHERE coalesce(closed, 9223372036854775807) > ? "
    "ORDER BY pos DESC LIMIT +?"
)
_GRANTED = f"{_LEASE} AND granted > 0 ORDER BY wallet, unit, lot"
_COUNT_GRANTED = "SELECT count(*) FROM (SELECT 1 FROM lease WHERE epoch = ? AND granted > 0 LIMIT +?)"


class OutboxTable:
    """Reads only: the outbox is the journal itself."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def after(self, seq: int, limit: int) -> Sequence[Event]:
        """This epoch's events behind `seq`, at most `limit`."""
        head = self._work.known.head
        return [event_of_row(row) for row in self._work.rows(_AFTER, head.till, head.epoch, seq, limit)]

    def leases(self) -> Sequence[Lease]:
        """Every lease this till has had in this epoch."""
        return [_lease(row) for row in self._work.rows(_LEASES, self._work.known.head.epoch)]

    def leases_after(self, key: tuple[str, str, str], limit: int) -> Sequence[Lease]:
        """The next of them behind `(wallet, unit, lot)`, in key order."""
        return [_lease(row) for row in self._work.rows(_LEASES_AFTER, self._work.known.head.epoch, *key, limit)]

    def shifts_since(self, seq: int, limit: int) -> Sequence[ShiftSpan]:
        """Shifts of this epoch that are open or were closed by an event behind `seq`: the newest `limit` of them."""
        first, head = self._work.pos_of(0), self._work.known.head
        rows = self._work.rows(_SHIFTS_SINCE, self._work.pos_of(seq), limit)
        return [
            ShiftSpan(shift_of_row(row), int(pos) - first, int(closed) - first if closed else head.seq, not closed)
            for *row, pos, closed in rows
        ]

    def granted(self) -> Sequence[Lease]:
        """Those of which something was granted and not only credited here."""
        return [_lease(row) for row in self._work.rows(_GRANTED, self._work.known.head.epoch)]

    def count_granted(self, most: int) -> int:
        """How many those are; counted no further than `most`."""
        row = self._work.row(_COUNT_GRANTED, self._work.known.head.epoch, most)
        return int(row[0]) if row else 0


def _lease(row: Row) -> Lease:
    wallet, unit, lot, *totals = row
    return Lease(WalletId(wallet), Unit(unit), Lot.from_key(lot), *totals)
