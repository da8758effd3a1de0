"""What the till knows of itself against what its events add up to."""

from collections.abc import Iterator
from typing import Any

from app.domain.journal import Json, Kind
from app.storage.till.schema import column_names, till_state
from app.storage.verify.chain import ChainCheck
from app.storage.verify.drawer import ShiftCheck
from app.storage.verify.finding import Finding, Seen, read_or_none
from app.storage.verify.sales import ReceiptCheck

# Everything but the clock's high-water mark, which events without a sale move too.
_COLUMNS = tuple(name for name in column_names(till_state) if name != "high_water_ms")


class StateCheck:
    """The one row of `till_state`; it stands behind the checks that count what it holds."""

    def __init__(self, connection: Any, chain: ChainCheck, receipts: ReceiptCheck, shifts: ShiftCheck) -> None:
        self._connection = connection
        self._chain, self._receipts, self._shifts = chain, receipts, shifts
        self._merchant = ""
        self._frozen = 0
        self._perpetual = 0
        self._pos = 0

    def see(self, seen: Seen) -> Iterator[Finding]:
        """Add the event up."""
        event, body = seen.event, seen.body
        self._pos = seen.pos
        if event.kind == Kind.CLOCK_JUMP:
            self._frozen = 1
        elif event.kind == Kind.CLOCK_CONFIRMED:
            self._frozen = 0
        elif body is None:
            pass
        elif event.kind == Kind.TILL_ENROLLED:
            self._merchant = str(body.get("merchant", ""))
        elif event.kind == Kind.SALE:
            self._perpetual += read_or_none(lambda: sum(int(line["net"]) for line in body["lines"])) or 0
        elif event.kind == Kind.REFUND:
            self._perpetual -= read_or_none(lambda: _paid_back(body)) or 0
        yield from ()

    def finish(self) -> Iterator[Finding]:
        """What the row says otherwise."""
        head = self._chain.head
        expected: dict[str, object] = {
            "id": 1,
            "till": head.till,
            "epoch": head.epoch,
            "merchant": self._merchant,
            "pos": self._pos,
            "seq": head.seq,
            "head_hash": head.hash,
            "leases_frozen": self._frozen,
            "perpetual_minor": self._perpetual,
            "last_receipt": self._receipts.last,
            "last_shift": self._shifts.last_number,
        }
        row = self._connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM till_state").fetchone()
        if row is None:
            yield Finding("till_state", head.seq, "the till's own row is missing")
            return
        for name, found in zip(_COLUMNS, row, strict=True):
            if expected[name] != found:
                yield Finding("till_state", head.seq, f"{name} differs from the events")


def _paid_back(refund: Json) -> int:
    """The goods' price, less what was kept for points that were spent."""
    return sum(int(line[2]) for line in refund["lines"]) - int(refund.get("kept", (0, 0))[1])
