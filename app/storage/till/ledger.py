"""Postings, and the lease totals they move."""

from collections.abc import Sequence

from app.domain.errors import BrokenPromiseError
from app.domain.ids import WalletId
from app.domain.journal import Event
from app.domain.lease import Grant, Lease, after_posting
from app.domain.ledger import OFFICE, Entry, Lot, Unit, imbalance, lease_at
from app.ports.store import LentUnit
from app.storage.till.schema import insert_rows, lease, posting
from app.storage.till.work import Work

_READ = (
    "SELECT unit, lot, granted, credited, spent, returned FROM lease WHERE wallet = ? AND epoch = ? ORDER BY unit, lot"
)
_ON_CONFLICT = (
    " ON CONFLICT DO UPDATE SET granted = excluded.granted, credited = excluded.credited, spent = excluded.spent, "
    "returned = excluded.returned"
)
_LEASES_AT_ONCE = 500
# What goes back to head office leaves this till and stays in the wallet.
_MOVED = "SELECT unit, sum(amount) FROM posting WHERE wallet = ? AND event > ? AND place IN (?, 'office') GROUP BY unit"
_HELD = "granted + credited - spent - returned"
_LENT = f"SELECT unit, sum({_HELD}), count(*) FROM lease WHERE epoch = ? AND {_HELD} > 0 GROUP BY unit ORDER BY unit"
_IDLE = (
    f"SELECT wallet, unit, lot, granted, credited, spent, returned FROM lease WHERE epoch = ? AND {_HELD} > 0 "
    "AND NOT EXISTS (SELECT 1 FROM posting WHERE posting.wallet = lease.wallet AND posting.event > ?) "
    "ORDER BY wallet, unit, lot"
)
# A grant is no posting of this till: its wallets stand in the event itself.
_GRANTED_SINCE = (
    "SELECT json_extract(made.value, '$[0]') FROM event, json_each(CAST(event.payload AS TEXT), '$.body.grants') made "
    "WHERE event.pos > ? AND event.kind = 'lease_granted'"
)
_INSERT_POSTINGS = "INSERT INTO posting (event, entry, wallet, unit, lot, place, amount, merchant) VALUES "

_Changed = dict[tuple[WalletId, str, str], Lease]


class LedgerTable:
    """Postings and leases of this till."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def post(self, event: Event, entries: Sequence[Entry]) -> None:
        """Post entries that balance; BrokenPromiseError where they do not or a lease would hold less than 0."""
        if not entries:
            return
        here = lease_at(event.till)
        moved: _Changed = {}
        for entry in entries:
            if imbalance(entry) or len(entry.postings) < 2:
                raise BrokenPromiseError(f"an entry of event {event.seq} does not balance")
            for line in entry.postings:
                if line.place == here:
                    before = self._lease(moved, line.wallet, line.unit, line.lot)
                    moved[_account(before)] = after_posting(before, line.amount, is_return=is_return(entry))
        self._insert_postings(self._work.pos_of(event.seq), entries)
        self._save(moved)

    def grant(self, event: Event, grants: Sequence[Grant]) -> None:
        """Merge granted totals by maximum."""
        merged: _Changed = {}
        for grant in grants:
            lease_now = self._lease(merged, grant.wallet, grant.unit, grant.lot).with_grant(grant.total)
            merged[_account(lease_now)] = lease_now
        self._save(merged)

    def leases(self, wallet: WalletId) -> Sequence[Lease]:
        """All leases of a wallet this till has had in this epoch."""
        return tuple(self._of_wallet(wallet).values())

    def moved_since(self, wallet: WalletId, seq: int) -> dict[Unit, int]:
        """By unit: what this till's events after `seq` added to `wallet` or took out of it."""
        work, here = self._work, lease_at(self._work.state.till)
        return {Unit(unit): int(moved) for unit, moved in work.rows(_MOVED, wallet, work.pos_of(seq), here)}

    def lent(self) -> Sequence[LentUnit]:
        """What this till holds in sum, by unit."""
        rows = self._work.rows(_LENT, self._work.state.epoch)
        return [LentUnit(Unit(unit), int(amount), lots) for unit, amount, lots in rows]

    def idle_since(self, seq: int) -> Sequence[Lease]:
        """Leases that hold something and whose wallet no event after `seq` has touched."""
        pos = self._work.pos_of(seq)
        granted = {wallet for (wallet,) in self._work.rows(_GRANTED_SINCE, pos)}
        return [
            Lease(WalletId(wallet), Unit(unit), Lot.from_key(lot), *totals)
            for wallet, unit, lot, *totals in self._work.rows(_IDLE, self._work.state.epoch, pos)
            if wallet not in granted
        ]

    def _lease(self, changed: _Changed, wallet: WalletId, unit: Unit, lot: Lot) -> Lease:
        account = (wallet, unit, lot.key)
        return changed.get(account) or self._of_wallet(wallet).get((unit, lot.key)) or Lease(wallet, unit, lot)

    def _of_wallet(self, wallet: WalletId) -> dict[tuple[str, str], Lease]:
        known = self._work.leases.get(wallet)
        if known is None:
            known = {
                (unit, lot): Lease(wallet, Unit(unit), Lot.from_key(lot), *totals)
                for unit, lot, *totals in self._work.rows(_READ, wallet, self._work.state.epoch)
            }
            self._work.leases[wallet] = known
        return known

    def _insert_postings(self, pos: int, entries: Sequence[Entry]) -> None:
        values: list[object] = []
        for number, entry in enumerate(entries):
            for line in entry.postings:
                values += [
                    pos, number, line.wallet, line.unit, line.lot.key, line.place, line.amount, line.merchant,
                ]  # fmt: skip
        self._work.write(_posting_sql(len(values) // 8), *values)

    def _save(self, changed: _Changed) -> None:
        leases, epoch = tuple(changed.values()), self._work.state.epoch
        for start in range(0, len(leases), _LEASES_AT_ONCE):
            batch = leases[start : start + _LEASES_AT_ONCE]
            values: list[object] = []
            for now in batch:
                values += [now.wallet, now.unit, now.lot.key, now.granted, now.credited, now.spent, now.returned, epoch]
            self._work.write(insert_rows(lease, len(batch)) + _ON_CONFLICT, *values)
        for (wallet, unit, lot), now in changed.items():
            self._of_wallet(wallet)[unit, lot] = now


def _account(of: Lease) -> tuple[WalletId, str, str]:
    return (of.wallet, of.unit, of.lot.key)


def is_return(entry: Entry) -> bool:
    """Whether an entry gives value back to head office: what it takes from a lease is returned, not spent."""
    return any(line.place == OFFICE for line in entry.postings)


def _posting_sql(count: int) -> str:
    # The id is left to SQLite: one more than the last.
    return _INSERT_POSTINGS + ", ".join(["(" + ", ".join("?" * (len(posting.columns) - 1)) + ")"] * count)
