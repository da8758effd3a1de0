"""What one unit of work reads and writes through: the open transaction, and the till's state as of this moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.errors import BrokenPromiseError
from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.journal import GENESIS_HASH, Event, Head
from app.domain.lease import Lease
from app.domain.sale.facts import Origin
from app.ports.store import TillState
from app.storage.direct import DirectConnection
from app.storage.till.schema import column_names, till_state

Row = Sequence[Any]

_READ_STATE = f"SELECT {', '.join(column_names(till_state))} FROM till_state"
_WRITE_STATE = (
    "UPDATE till_state SET epoch = ?, merchant = ?, pos = ?, seq = ?, head_hash = ?, high_water_ms = ?, "
    "leases_frozen = ?, perpetual_minor = ?, last_receipt = ?, last_shift = ? WHERE id = 1"
)


@dataclass(frozen=True, slots=True)
class Known:
    """The one row of `till_state`: the chain's end, the `pos` of its event row, and what the till knows of itself."""

    head: Head
    pos: int
    state: TillState

    def in_epoch(self, epoch: int, merchant: MerchantId) -> "Known":
        """The same till at the beginning of a later epoch: a new chain, receipts and shifts numbered from 1."""
        state = replace(self.state, epoch=epoch, merchant=merchant, last_receipt=0, last_shift=0)
        return Known(Head(self.head.till, epoch, 0, GENESIS_HASH), self.pos, state)


def read_known(connection: DirectConnection) -> Known | None:
    """What `till_state` says; None while the till is not enrolled."""
    row = connection.run(_READ_STATE).fetchone()
    if row is None:
        return None
    _, till, epoch, merchant, pos, seq, head_hash, high_water_ms, frozen, perpetual, receipt, shift = row
    return Known(
        head=Head(TillId(till), epoch, seq, head_hash),
        pos=pos,
        state=TillState(
            till=TillId(till),
            epoch=epoch,
            merchant=MerchantId(merchant),
            high_water_ms=high_water_ms,
            leases_frozen=bool(frozen),
            perpetual_minor=perpetual,
            last_receipt=receipt,
            last_shift=shift,
        ),
    )


class Work:
    """One transaction. The store keeps `known` only if it commits; the till's row is written once, at the end."""

    def __init__(self, connection: DirectConnection, known: Known) -> None:
        self._connection = connection
        self._before = known
        self._is_open = True
        self.known = known
        self.events: list[Event] = []
        self.queued_slips = False
        self.has_forgotten = False
        self.leases: dict[WalletId, dict[tuple[str, str], Lease]] = {}

    @property
    def state(self) -> TillState:
        """The till's state, with what this work has changed of it."""
        return self.known.state

    def change_state(self, **changes: Any) -> None:
        """Change what the till knows of itself."""
        self.known = replace(self.known, state=replace(self.known.state, **changes))

    def count_receipt(self, origin: Origin, sold_minor: int = 0) -> None:
        """The till's next receipt number, and what it adds to the perpetual total of sales."""
        state = self.state
        if (origin.till, origin.epoch, origin.receipt) != (state.till, state.epoch, state.last_receipt + 1):
            raise BrokenPromiseError(f"receipt {origin.receipt} does not follow {state.last_receipt}")
        self.change_state(last_receipt=origin.receipt, perpetual_minor=state.perpetual_minor + sold_minor)

    def begin_epoch(self, epoch: int, merchant: MerchantId) -> None:
        """What follows belongs to a later epoch; no lease of the old one counts any more."""
        self.known = self.known.in_epoch(epoch, merchant)
        self.leases.clear()

    def add_event(self, event: Event) -> None:
        """The chain now ends in `event`."""
        self.known = replace(self.known, head=event.head, pos=self.known.pos + 1)
        self.events.append(event)

    def pos_of(self, seq: int) -> int:
        """The `pos` of this epoch's event `seq`; both rise by one with every event."""
        return self.known.pos - self.known.head.seq + seq

    def rows(self, sql: str, *values: object) -> Sequence[Row]:
        """All rows of a query."""
        rows: list[Row] = self._run(sql, values).fetchall()
        return rows

    def row(self, sql: str, *values: object) -> Row | None:
        """The first row of a query."""
        cursor = self._run(sql, values)
        row: Row | None = cursor.fetchone()
        cursor.close()  # else the statement would still be reading when the transaction ends
        return row

    def write(self, sql: str, *values: object) -> int:
        """Change something; how many rows it were."""
        return int(self._run(sql, values).rowcount)

    def write_each(self, sql: str, rows: Iterable[Row]) -> None:
        """The same change for each of these rows."""
        self._check_open()
        self._connection.run_each(sql, rows)

    def insert(self, sql: str, *values: object) -> int:
        """Insert one row; its integer key."""
        return int(self._run(sql, values).lastrowid)

    def finish(self) -> None:
        """Write down the till's state; the work is over."""
        known = self.known
        if known is not self._before:
            state = known.state
            self.write(
                _WRITE_STATE,
                known.head.epoch,
                state.merchant,
                known.pos,
                known.head.seq,
                known.head.hash,
                state.high_water_ms,
                int(state.leases_frozen),
                state.perpetual_minor,
                state.last_receipt,
                state.last_shift,
            )

    def end(self) -> None:
        """Nothing can be read or written through this work any more."""
        self._is_open = False

    def _run(self, sql: str, values: tuple[object, ...]) -> Any:
        self._check_open()
        return self._connection.run(sql, values)

    def _check_open(self) -> None:
        if not self._is_open:
            raise BrokenPromiseError("this unit of work is over")
