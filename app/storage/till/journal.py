"""The journal's table: events as they were sealed, byte for byte."""

from collections.abc import Iterator

from app.domain.ids import EventId, TillId
from app.domain.journal import Draft, Event, Head, Kind, seal
from app.storage.direct import DirectConnection
from app.storage.till.schema import column_names, event, insert_rows
from app.storage.till.work import Row, Work

EVENT_COLUMNS = ", ".join(column_names(event)[1:])
_INSERT = insert_rows(event)
_BY_ID = f"SELECT {EVENT_COLUMNS} FROM event WHERE id = ?"
_BY_POS = f"SELECT {EVENT_COLUMNS} FROM event WHERE pos = ?"
_AFTER = f"SELECT {EVENT_COLUMNS} FROM event WHERE pos > ? ORDER BY pos LIMIT +?"
_POS_OF = "SELECT pos, hash FROM event WHERE till = ? AND epoch = ? AND seq = ?"


class JournalTable:
    """The till's chained events."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def head(self) -> Head:
        """The end of the chain."""
        return self._work.known.head

    def append(self, draft: Draft) -> Event:
        """The draft sealed as the next event."""
        sealed = seal(draft, self._work.known.head)
        self.keep(sealed)
        return sealed

    def keep(self, sealed: Event) -> None:
        """Keep an event that was sealed before: the chain's next one."""
        self._work.write(_INSERT, self._work.known.pos + 1, *event_values(sealed))
        self._work.add_event(sealed)

    def event(self, event_id: EventId) -> Event | None:
        """The event with this id."""
        row = self._work.row(_BY_ID, event_id)
        return event_of_row(row) if row else None

    def at(self, pos: int) -> Event | None:
        """The event whose row has this `pos`."""
        row = self._work.row(_BY_POS, pos)
        return event_of_row(row) if row else None


def events_after(connection: DirectConnection, pos: int, at_most: int = 500) -> Iterator[Event]:
    """All events behind `pos` in their order, read in batches."""
    while True:
        rows = connection.run(_AFTER, (pos, at_most)).fetchall()
        for row in rows:
            yield event_of_row(row)
        if len(rows) < at_most:
            return
        pos += at_most


def pos_of_event(connection: DirectConnection, till: TillId, epoch: int, seq: int) -> tuple[int, bytes] | None:
    """An event's `pos` and hash, or None where this store does not have it."""
    row = connection.run(_POS_OF, (till, epoch, seq)).fetchone()
    return (row[0], row[1]) if row else None


def event_values(sealed: Event) -> tuple[object, ...]:
    """The event's columns, `pos` left out."""
    return (
        sealed.till,
        sealed.epoch,
        sealed.seq,
        sealed.id,
        sealed.kind.value,
        sealed.version,
        sealed.recorded_at,
        sealed.business_date,
        sealed.payload,
        sealed.prev_hash,
        sealed.hash,
        sealed.key,
    )


def event_of_row(row: Row) -> Event:
    """The event that a row holds; ValueError where its kind is none we know."""
    till, epoch, seq, event_id, kind, version, recorded_at, business_date, payload, prev_hash, own_hash, key = row
    return Event(
        till=TillId(till),
        epoch=epoch,
        seq=seq,
        id=EventId(event_id),
        kind=Kind(kind),
        version=version,
        recorded_at=recorded_at,
        business_date=business_date,
        payload=payload,
        prev_hash=prev_hash,
        hash=own_hash,
        key=key,
    )
