"""Shifts and cash movements: their rows against the bodies of their events."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.domain.journal import Kind
from app.domain.shift import ClosedShift, Shift
from app.storage.till.event_facts import cash_moved, shift_closed, shift_opened
from app.storage.till.schema import cash_movement, column_names, shift
from app.storage.till.shifts import cash_movement_row, shift_row
from app.storage.verify.finding import Finding, Seen, read_or_none
from app.storage.verify.rows import Row, RowsByEvent, differences


class CashCheck:
    """Cash moved is exactly what the events say."""

    def __init__(self, connection: Any) -> None:
        self._columns = column_names(cash_movement)
        sql = f"SELECT {', '.join(self._columns)} FROM cash_movement ORDER BY pos"
        self._rows = RowsByEvent(connection, "cash_movement", sql)

    def see(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong with this movement's row."""
        found, body = self._rows.of(seen), seen.body
        expected: list[Row] = []
        if seen.event.kind == Kind.CASH_MOVEMENT:
            moved = read_or_none(lambda: cash_moved(body)) if body is not None else None
            if moved is None:
                yield Finding("event", seen.event.seq, "the cash movement cannot be read")
                return
            expected = [cash_movement_row(seen.pos, *moved)]
        yield from differences("cash_movement", self._columns, seen.event.seq, expected, found)

    def finish(self) -> Iterator[Finding]:
        """Movements of no event."""
        yield from self._rows.left()


@dataclass
class _Known:
    """A shift as the events tell it."""

    pos: int
    seq: int
    opened: Shift
    closed: int | None = None
    end: ClosedShift | None = None


class ShiftCheck:
    """Shifts, their ends and their drawer openings are exactly what the events say."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._shifts: dict[str, _Known] = {}
        self._openings: Counter[str] = Counter()
        self.last_number = 0

    def see(self, seen: Seen) -> Iterator[Finding]:
        """Take note of shifts; an event that cannot be read is a finding."""
        event, body = seen.event, seen.body
        if event.kind == Kind.TILL_ENROLLED:
            self.last_number = 0
        if event.kind not in {Kind.SHIFT_OPENED, Kind.SHIFT_CLOSED, Kind.DRAWER_OPENED}:
            return
        if body is None or read_or_none(lambda: self._note(seen)) is None:
            yield Finding("event", event.seq, "the shift's event cannot be read, or names no shift of ours")

    def finish(self) -> Iterator[Finding]:
        """Shifts that are not what the events say."""
        columns = column_names(shift)
        found = {row[1]: row for row in self._connection.execute(f"SELECT {', '.join(columns)} FROM shift")}
        for shift_id, row in found.items():
            if shift_id not in self._shifts:
                yield Finding("shift", row[0], "a shift that no event has opened")
        for shift_id, known in self._shifts.items():
            expected = shift_row(known.pos, known.opened, self._openings[shift_id], known.closed, known.end)
            rows = [found[shift_id]] if shift_id in found else []
            yield from differences("shift", columns, known.seq, [expected], rows)

    def _note(self, seen: Seen) -> bool:
        event, body = seen.event, seen.body or {}
        if event.kind == Kind.SHIFT_OPENED:
            opened = shift_opened(event, body)
            self._shifts[opened.id] = _Known(seen.pos, event.seq, opened)
            self.last_number = opened.number
        elif event.kind == Kind.SHIFT_CLOSED:
            known = self._shifts[body["shift"]]
            known.closed, known.end = seen.pos, shift_closed(event, body, known.opened)
        else:
            self._openings[self._shifts[body["shift"]].opened.id] += 1
        return True
