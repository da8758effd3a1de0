"""Open payments against what the events say."""

from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.payment import (
    OPEN_PAYMENTS,
    Payment,
    after_event,
    payments_from_text,
    payments_to_text,
    touches_payments,
)
from app.storage.verify.finding import Finding, Seen, read_or_none


class PaymentCheck:
    """No payment is forgotten, and none is invented."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._open: Sequence[Payment] = ()
        self._seq = 0

    def see(self, seen: Seen) -> Iterator[Finding]:
        """Add the event up."""
        event, body = seen.event, seen.body
        if not touches_payments(event.kind):
            return
        self._seq = event.seq
        after = read_or_none(lambda: after_event(self._open, event.kind, body)) if body is not None else None
        if after is None:
            yield Finding("event", event.seq, "what was paid outside the till cannot be read")
            return
        self._open = after

    def finish(self) -> Iterator[Finding]:
        """Whether the slot holds the same."""
        row = self._connection.execute("SELECT text FROM config WHERE name = ?", (OPEN_PAYMENTS,)).fetchone()
        found = read_or_none(lambda: payments_from_text(row[0] if row else None))
        if found is None or payments_to_text(found) != payments_to_text(self._open):
            yield Finding("config", self._seq, "the open payments are not those of the events")
