"""The slot of open payments, kept in step with the journal: in the transaction of the event that changes it."""

from collections.abc import Sequence

from app.domain.journal import Json, Kind
from app.domain.payment import OPEN_PAYMENTS, Payment, after_event, payments_from_text, payments_to_text
from app.ports.store import Config


def open_payments(config: Config) -> Sequence[Payment]:
    """What was started and is neither given up, given back nor part of a sale."""
    return payments_from_text(config.get(OPEN_PAYMENTS))


def note_payments(config: Config, kind: Kind, body: Json) -> None:
    """What is open after this event."""
    before = config.get(OPEN_PAYMENTS)
    if not before and kind is not Kind.PAYMENT_STARTED:
        return
    after = payments_to_text(after_event(payments_from_text(before), kind, body))
    if after != (before or ""):
        config.put(OPEN_PAYMENTS, after)
