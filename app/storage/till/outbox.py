"""What head office has not got yet: the journal past the acknowledged event, and every lease total."""

from collections.abc import Sequence

from app.domain.ids import WalletId
from app.domain.journal import Event
from app.domain.lease import Lease
from app.domain.ledger import Lot, Unit
from app.storage.till.journal import event_of_row
from app.storage.till.schema import column_names, event
from app.storage.till.work import Work

_COLUMNS = ", ".join(column_names(event)[1:])
_AFTER = f"SELECT {_COLUMNS} FROM event WHERE till = ? AND epoch = ? AND seq > ? ORDER BY seq LIMIT ?"
_LEASES = (
    "SELECT wallet, unit, lot, granted, credited, spent, returned FROM lease WHERE epoch = ? ORDER BY wallet, unit, lot"
)


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
        return [
            Lease(WalletId(wallet), Unit(unit), Lot.from_key(lot), *totals)
            for wallet, unit, lot, *totals in self._work.rows(_LEASES, self._work.known.head.epoch)
        ]
