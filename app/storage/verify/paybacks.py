"""What refunds owe at providers against what the events say."""

from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.payback import (
    OPEN_PAYBACKS,
    Payback,
    paybacks_after,
    paybacks_from_text,
    paybacks_to_text,
    touches_paybacks,
)
from app.storage.verify.finding import Finding, Seen, read_or_none


class PaybackCheck:
    """No customer's money is forgotten on its way back."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._owed: Sequence[Payback] = ()
        self._seq = 0

    def see(self, seen: Seen) -> Iterator[Finding]:
        """Add the event up."""
        event, body = seen.event, seen.body
        if not touches_paybacks(event.kind):
            return
        self._seq = event.seq
        after = read_or_none(lambda: paybacks_after(self._owed, event.kind, body)) if body is not None else None
        if after is None:
            yield Finding("event", event.seq, "what goes back outside the till cannot be read")
            return
        self._owed = after

    def finish(self) -> Iterator[Finding]:
        """Whether the slot holds the same."""
        row = self._connection.execute("SELECT text FROM config WHERE name = ?", (OPEN_PAYBACKS,)).fetchone()
        found = read_or_none(lambda: paybacks_from_text(row[0] if row else None))
        if found is None or paybacks_to_text(found) != paybacks_to_text(self._owed):
            yield Finding("config", self._seq, "what is to go back outside the till is not what the events say")
