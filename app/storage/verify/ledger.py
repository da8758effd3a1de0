"""Postings against the entries that the bodies carry, and leases against all that moved them."""

from collections.abc import Iterator
from typing import Any

from app.domain.bookkeeping import entries_of_body
from app.domain.errors import BrokenPromiseError
from app.domain.journal import Event, Kind
from app.domain.lease import Lease, after_posting
from app.domain.ledger import Entry, Lot, Posting, Unit, imbalance, lease_at
from app.storage.till.event_facts import grants
from app.storage.till.ledger import is_return
from app.storage.till.schema import column_names, lease, posting
from app.storage.verify.finding import Finding, Seen, read_or_none
from app.storage.verify.rows import Row, RowsByEvent, differences

# Wallet, unit, lot, epoch: an epoch begins with no lease at all.
_Account = tuple[str, str, str, int]


class PostingCheck:
    """The postings of an event are exactly those of its body, and its entries balance."""

    def __init__(self, connection: Any) -> None:
        self._columns = column_names(posting)
        sql = f"SELECT {', '.join(self._columns)} FROM posting ORDER BY id"
        self._rows = RowsByEvent(connection, "posting", sql, key=1)
        self._last_id = 0

    def see(self, seen: Seen) -> Iterator[Finding]:
        """What is wrong with this event's postings."""
        found, seq = self._rows.of(seen), seen.event.seq
        body = seen.body
        entries = read_or_none(lambda: entries_of_body(body)) if body is not None else None
        if entries is None:
            yield Finding("event", seq, "its entries cannot be read")
        else:
            for number, entry in enumerate(entries):
                if imbalance(entry) or len(entry.postings) < 2:
                    yield Finding("event", seq, f"entry {number} does not balance")
            yield from differences("posting", self._columns, seq, self._expected(seen.pos, entries), found)
        if found:
            self._last_id = found[-1][0]

    def finish(self) -> Iterator[Finding]:
        """Postings of no event."""
        yield from self._rows.left()

    def _expected(self, pos: int, entries: tuple[Entry, ...]) -> list[Row]:
        lines = [(number, line) for number, entry in enumerate(entries) for line in entry.postings]
        return [
            (posting_id, pos, number, *_values(line))
            for posting_id, (number, line) in enumerate(lines, start=self._last_id + 1)
        ]


class LeaseCheck:
    """What the till holds of each lot is the sum of what was granted, credited, spent and returned."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._leases: dict[_Account, Lease] = {}
        self._last_seq: dict[_Account, int] = {}

    def see(self, seen: Seen) -> Iterator[Finding]:
        """A lease that this event would have brought below 0."""
        body = seen.body
        if body is None:
            return
        here = lease_at(seen.event.till)
        for entry in read_or_none(lambda: entries_of_body(body)) or ():
            for line in entry.postings:
                if line.place == here and line.amount:
                    yield from self._move(entry, line, seen.event)
        if seen.event.kind == Kind.LEASE_GRANTED:
            for grant in read_or_none(lambda: grants(body)) or ():
                account = (grant.wallet, grant.unit, grant.lot.key, seen.event.epoch)
                now = self._leases.get(account, Lease(grant.wallet, grant.unit, grant.lot))
                self._keep(account, now.with_grant(grant.total), seen.event.seq)

    def finish(self) -> Iterator[Finding]:
        """Leases that are not what the events say."""
        columns = column_names(lease)
        found: dict[_Account, Row] = {}
        for row in self._connection.execute(f"SELECT {', '.join(columns)} FROM lease"):
            found[row[0], row[1], row[2], row[-1]] = row
        for account, row in found.items():
            if account not in self._leases:
                yield Finding("lease", 0, f"a lease of wallet {row[0]!a} that no event has made")
        for account, now in self._leases.items():
            expected = (*account[:3], now.granted, now.credited, now.spent, now.returned, account[3])
            rows = [found[account]] if account in found else []
            yield from differences("lease", columns, self._last_seq[account], [expected], rows)

    def _move(self, entry: Entry, line: Posting, event: Event) -> Iterator[Finding]:
        account = (line.wallet, line.unit, line.lot.key, event.epoch)
        now = self._leases.get(account, Lease(line.wallet, Unit(line.unit), Lot.from_key(line.lot.key)))
        try:
            self._keep(account, after_posting(now, line.amount, is_return=is_return(entry)), event.seq)
        except BrokenPromiseError:
            yield Finding("event", event.seq, f"spends more of {line.unit} than the till held")

    def _keep(self, account: _Account, now: Lease, seq: int) -> None:
        self._leases[account] = now
        self._last_seq[account] = seq


def _values(line: Posting) -> Row:
    return (line.wallet, line.unit, line.lot.key, line.place, line.amount, line.merchant)
