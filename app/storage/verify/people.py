"""What was told of members: its rows against the bodies of their events."""

from collections.abc import Iterator
from typing import Any

from app.domain.people.body import PEOPLE_KINDS, people_fact_of
from app.storage.till import schema
from app.storage.till.people import Values, told_rows
from app.storage.verify.finding import Finding, Seen, read_or_none
from app.storage.verify.sales import TableInStep


class PeopleCheck:
    """The rows of what was told of members. How a name is read may change with the program: that is left out."""

    def __init__(self, connection: Any) -> None:
        self._told = TableInStep(connection, schema.member_told, leave_out=3)

    def see(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong with this event's row."""
        event = seen.event
        rows: list[Values] | None = []
        if event.kind in PEOPLE_KINDS:
            fact = read_or_none(lambda: people_fact_of(event)) if seen.body is not None else None
            rows = told_rows(seen.pos, fact) if fact else None
            if fact is None:
                yield Finding("event", event.seq, f"the {event.kind} cannot be read")
        yield from self._told.compare(seen, rows)

    def finish(self) -> Iterator[Finding]:
        """Rows of no event."""
        yield from self._told.left()
