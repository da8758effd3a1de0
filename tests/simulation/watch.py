"""After every step: the accounts it touched, at head office and at each till, against all that was ever posted there.

A watch keeps its own sums of the postings it has seen and reads only what is new, so a step costs the same however long
the run is. A watch of another file (restored, put back) begins again from its first posting.
"""

import json
from collections import defaultdict
from typing import Any

from sqlalchemy import Engine, event
from sqlcipher3 import dbapi2

from app.domain.ledger import is_members, lease_at
from app.storage.till.work import Known

_NEW_LINES = "SELECT rowid, source, wallet, unit, lot, place, amount FROM postings WHERE rowid > ? ORDER BY rowid"
_BALANCE = "SELECT balance FROM accounts WHERE wallet = ? AND unit = ? AND lot = ? AND place = ?"
_NEW_POSTINGS = "SELECT id, wallet, unit, lot, amount FROM posting WHERE id > ? AND place = ? ORDER BY id"
_NEW_GRANTS = "SELECT payload FROM event WHERE pos > ? AND kind = 'lease_granted' ORDER BY pos"
_LEASE = "SELECT granted, credited, spent, returned FROM lease WHERE wallet = ? AND unit = ? AND lot = ? AND epoch = ?"

LotAccount = tuple[str, str, str]


class OfficeWatch:
    """Head office's books, by the one connection that writes them: between two transactions it sees what is committed.

    A connection of its own would have to read and decrypt anew whatever was written.
    """

    def __init__(self, writer: Engine) -> None:
        self._writer = writer
        self._connection: Any = None
        self._changes = 0
        self._last = 0
        self._sums: defaultdict[tuple[str, str, str, str], int] = defaultdict(int)
        event.listen(writer, "connect", self._came)
        event.listen(writer, "close", self._went)

    def begin_again(self) -> None:
        """Another file has taken this one's place."""
        self._last = 0
        self._sums.clear()

    def look(self) -> None:
        """Check what is new: entries balance, balances are the sums, no member is below zero."""
        cursor = self._cursor()
        if self._connection.total_changes == self._changes:
            return
        self._changes = self._connection.total_changes
        rows = cursor.execute(_NEW_LINES, (self._last,)).fetchall()
        if not rows:
            return
        off: defaultdict[tuple[str, str, str], int] = defaultdict(int)
        touched = set()
        for _, source, wallet, unit, lot, place, amount in rows:
            off[source, wallet, unit] += amount
            self._sums[wallet, unit, lot, place] += amount
            touched.add((wallet, unit, lot, place))
        self._last = rows[-1][0]
        assert not any(off.values()), f"entries do not balance: {off}"
        for account in touched:
            booked = self._sums[account]
            row = cursor.execute(_BALANCE, account).fetchone()
            assert (row[0] if row else 0) == booked, f"{account}: postings say {booked}, the balance {row}"
            assert booked >= 0 or not is_members(account[3]), f"{account} is below zero: {booked}"

    def checkpoint(self) -> None:
        """Everything committed is in the file itself."""
        self._cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _cursor(self) -> Any:
        """One of the driver's own class: looking is nothing at which head office could crash."""
        if self._connection is None:
            self._writer.raw_connection().close()
        return dbapi2.Connection.cursor(self._connection)

    def _came(self, connection: Any, _record: object) -> None:
        # What it begins with counts as changed.
        self._connection, self._changes = connection, -1

    def _went(self, _connection: Any, _record: object) -> None:
        self._connection = None


class TillWatch:
    """One till's leases. `granted`, `credited` and `spent` are by (wallet, unit), and of all its epochs."""

    def __init__(self) -> None:
        self.granted: defaultdict[tuple[str, str], int] = defaultdict(int)
        self.spent: defaultdict[tuple[str, str], int] = defaultdict(int)
        self.credited: defaultdict[tuple[str, str], int] = defaultdict(int)
        self._pos = self._last = self._epoch = 0
        self._moved: defaultdict[LotAccount, int] = defaultdict(int)
        self._totals: defaultdict[LotAccount, int] = defaultdict(int)
        self._seen: dict[LotAccount, tuple[int, int, int]] = {}

    def look(self, connection: Any, known: Known) -> set[tuple[str, str]]:
        """Check what is new: a lease is what was granted and posted; the (wallet, unit) that were touched."""
        if known.pos == self._pos:
            return set()
        if known.head.epoch != self._epoch:
            self._begin_epoch(known)
        touched = self._merge_grants(connection) | self._add_postings(connection, known)
        self._pos = known.pos
        for account in touched:
            self._check(connection, account)
        return {(wallet, unit) for wallet, unit, _ in touched}

    def _begin_epoch(self, known: Known) -> None:
        # A new chain begins with no lease.
        self._epoch = known.head.epoch
        self._pos = max(self._pos, known.pos - known.head.seq)
        self._moved.clear()
        self._totals.clear()
        self._seen.clear()

    def _merge_grants(self, connection: Any) -> set[LotAccount]:
        touched = set()
        for (payload,) in connection.execute(_NEW_GRANTS, (self._pos,)).fetchall():
            for wallet, unit, lot, total in json.loads(payload)["body"]["grants"]:
                self._totals[wallet, unit, lot] = max(total, self._totals[wallet, unit, lot])
                touched.add((wallet, unit, lot))
        return touched

    def _add_postings(self, connection: Any, known: Known) -> set[LotAccount]:
        touched = set()
        for id_, wallet, unit, lot, amount in connection.execute(
            _NEW_POSTINGS, (self._last, lease_at(known.head.till))
        ):
            self._last = id_
            self._moved[wallet, unit, lot] += amount
            touched.add((wallet, unit, lot))
        return touched

    def _check(self, connection: Any, account: LotAccount) -> None:
        granted, credited, spent, returned = connection.execute(_LEASE, (*account, self._epoch)).fetchone() or (
            0,
            0,
            0,
            0,
        )
        assert granted == self._totals[account], f"{account}: granted {self._totals[account]}, kept {granted}"
        moved = credited - spent - returned
        assert moved == self._moved[account], f"{account}: postings say {self._moved[account]}, the lease {moved}"
        assert granted + moved >= 0, f"{account} holds less than nothing"
        granted_before, credited_before, spent_before = self._seen.get(account, (0, 0, 0))
        self._seen[account] = (granted, credited, spent)
        self.granted[account[:2]] += granted - granted_before
        self.credited[account[:2]] += credited - credited_before
        self.spent[account[:2]] += spent - spent_before
