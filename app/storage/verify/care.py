"""Steps of care: their rows against the bodies of their events."""

from collections.abc import Iterator
from typing import Any

from app.domain.journal import Kind
from app.domain.people.care import care_from_body
from app.storage.till import schema
from app.storage.till.care import care_row
from app.storage.verify.finding import Finding, Seen, read_or_none
from app.storage.verify.sales import TableInStep


class CareCheck:
    """The rows of care."""

    def __init__(self, connection: Any) -> None:
        self._noted = TableInStep(connection, schema.care)

    def see(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong with this step's row."""
        rows: list[tuple[object, ...]] | None = []
        if seen.event.kind == Kind.CARE:
            body = seen.body
            noted = read_or_none(lambda: care_from_body(body)) if body is not None else None
            rows = [care_row(seen.pos, noted)] if noted else None
            if noted is None:
                yield Finding("event", seen.event.seq, "the step of care cannot be read")
        yield from self._noted.compare(seen, rows)

    def finish(self) -> Iterator[Finding]:
        """Rows of no step."""
        yield from self._noted.left()
