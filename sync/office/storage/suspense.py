"""What a person has to look at: rules broken by events, and what they cost the house."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.domain.lease.office import Alert
from sync.office.storage.schema import suspense
from sync.office.storage.sets import insert_set


@dataclass(frozen=True, slots=True)
class Suspended:
    """One alert as it was noted (UTC ms); empty where it is about no lot."""

    till: str
    epoch: int
    seq: int
    rule: str
    wallet: str
    unit: str
    lot: str
    amount: int
    noted_at: int


def note(connection: Connection, alerts: Sequence[Alert], new_id: Callable[[], str], now_ms: int) -> None:
    """Keep alerts."""
    rows = [
        (
            alert.till, new_id(), alert.epoch, alert.seq, alert.rule.value, alert.wallet, alert.unit,
            alert.lot.key if alert.lot else None, alert.amount, now_ms,
        )
        for alert in alerts
    ]  # fmt: skip
    insert_set(connection, suspense, rows)


def suspended(connection: Connection) -> Sequence[Suspended]:
    """All alerts, oldest first."""
    query = select(suspense).order_by(suspense.c.noted_at, suspense.c.id)
    return [
        Suspended(
            row.till,
            row.epoch,
            row.seq,
            row.rule,
            row.wallet or "",
            row.unit or "",
            row.lot or "",
            row.amount,
            row.noted_at,
        )
        for row in connection.execute(query)
    ]
