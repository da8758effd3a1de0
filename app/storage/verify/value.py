"""Top-ups, principal refunds, transfers and cards: their rows against the bodies of their events."""

from collections.abc import Iterator
from typing import Any

from app.domain.journal import Kind
from app.domain.value.body import SERVICE_KINDS, card_change_from_body, deal_from_body
from app.domain.value.facts import ValueDeal
from app.storage.till import schema
from app.storage.till.cards import card_row
from app.storage.till.value import Values, deal_row, tender_rows
from app.storage.verify.finding import Finding, Seen, read_or_none
from app.storage.verify.rows import Row, differences
from app.storage.verify.sales import TableInStep

_KINDS = frozenset({Kind.TOP_UP, Kind.PRINCIPAL_REFUND, Kind.TRANSFER, *SERVICE_KINDS.values()})


class ValueCheck:
    """The rows of deals and their tenders."""

    def __init__(self, connection: Any) -> None:
        self._deals = TableInStep(connection, schema.value_deal)
        self._tenders = TableInStep(connection, schema.value_tender)

    def see(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong with this deal's rows."""
        event, body = seen.event, seen.body
        deals: list[Values] | None = []
        tenders: list[Values] | None = []
        if event.kind in _KINDS:
            deal: ValueDeal | None = None
            if body is not None:
                deal = read_or_none(lambda: deal_from_body(event.kind, body))
            if deal is None:
                yield Finding("event", event.seq, f"the {event.kind} cannot be read")
            deals = [deal_row(seen.pos, event.kind, deal)] if deal else None
            tenders = tender_rows(seen.pos, deal) if deal else None
        yield from self._deals.compare(seen, deals)
        yield from self._tenders.compare(seen, tenders)

    def finish(self) -> Iterator[Finding]:
        """Rows of no deal."""
        yield from self._deals.left()
        yield from self._tenders.left()


class CardsCheck:
    """Each card is as the last event that changed it has left it."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._cards: dict[str, tuple[Row, int]] = {}

    def see(self, seen: Seen) -> Iterator[Finding]:
        """Take note of changed cards."""
        if seen.event.kind != Kind.CARD_CHANGED:
            return
        body = seen.body
        change = read_or_none(lambda: card_change_from_body(body)) if body is not None else None
        if change is None:
            yield Finding("event", seen.event.seq, "the change of a card cannot be read")
            return
        for card in change.cards:
            self._cards[card.number] = (card_row(seen.pos, card), seen.event.seq)

    def finish(self) -> Iterator[Finding]:
        """Cards that are not what the events say."""
        columns = schema.column_names(schema.card)
        found = {row[0]: row for row in self._connection.execute(f"SELECT {', '.join(columns)} FROM card")}
        for number in found.keys() - self._cards.keys():
            yield Finding("card", 0, f"a card that no event has changed: {number!a}")
        for number, (expected, seq) in self._cards.items():
            rows = [found[number]] if number in found else []
            yield from differences("card", columns, seq, [expected], rows)
