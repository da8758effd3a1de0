"""What a person has to look at: rules broken by events, and what they cost the house."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.domain.ids import TillId
from app.domain.lease.office import Alert
from sync.office.storage.schema import suspense
from sync.office.storage.sets import insert_set


@dataclass(frozen=True, slots=True)
class Noted:
    """One alert with the time it was noted (UTC ms)."""

    id: str
    alert: Alert
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


def noted(connection: Connection, till: TillId | None = None) -> Sequence[tuple[str, ...]]:
    """All alerts, oldest first: till, epoch, seq, rule, wallet, unit, lot, amount, time as text."""
    query = select(suspense).order_by(suspense.c.noted_at, suspense.c.id)
    if till is not None:
        query = query.where(suspense.c.till == till)
    return [
        tuple(
            "" if value is None else str(value)
            for value in (
                row.till, row.epoch, row.seq, row.rule, row.wallet, row.unit, row.lot, row.amount, row.noted_at,
            )
        )
        for row in connection.execute(query)
    ]  # fmt: skip
