"""Postings and leases in memory."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.ids import WalletId
from app.domain.journal import Event
from app.domain.lease import Grant, Lease, after_posting
from app.domain.ledger import OFFICE, Entry, Unit, lease_at
from app.ports.store import LentUnit
from tests.app.ui.memory.journal import TILL


@dataclass
class MemoryLedger:
    """Leases by account, and every posting with its event's number."""

    accounts: dict[tuple[str, str, str], Lease] = field(default_factory=dict)
    moved: list[tuple[WalletId, Unit, int, int]] = field(default_factory=list)

    def post(self, event: Event, entries: Sequence[Entry]) -> None:
        """Move the leases' totals."""
        for entry, posting in ((each, posting) for each in entries for posting in each.postings):
            if posting.place != lease_at(TILL):
                continue
            key = (posting.wallet, posting.unit, posting.lot.key)
            lease = self.accounts.get(key) or Lease(posting.wallet, posting.unit, posting.lot)
            is_return = any(line.place == OFFICE for line in entry.postings)
            self.accounts[key] = after_posting(lease, posting.amount, is_return=is_return)
            if not is_return:
                self.moved.append((posting.wallet, posting.unit, event.seq, posting.amount))

    def grant(self, event: Event, grants: Sequence[Grant]) -> None:
        """Merge granted totals by maximum."""
        for grant in grants:
            key = (grant.wallet, grant.unit, grant.lot.key)
            lease = self.accounts.get(key) or Lease(grant.wallet, grant.unit, grant.lot)
            self.accounts[key] = lease.with_grant(grant.total)

    def leases(self, wallet: WalletId) -> Sequence[Lease]:
        """All leases of a wallet."""
        return [lease for lease in self.accounts.values() if lease.wallet == wallet]

    def moved_since(self, wallet: WalletId, seq: int) -> dict[Unit, int]:
        """By unit, what changed after `seq`."""
        sums: defaultdict[Unit, int] = defaultdict(int)
        for whose, unit, at, amount in self.moved:
            if whose == wallet and at > seq:
                sums[unit] += amount
        return dict(sums)

    def lent(self) -> Sequence[LentUnit]:
        """In sum, by unit."""
        held: defaultdict[Unit, list[int]] = defaultdict(list)
        for lease in self.accounts.values():
            held[lease.unit].append(lease.held)
        return [LentUnit(unit, sum(amounts), len(amounts)) for unit, amounts in sorted(held.items())]

    def idle_since(self, seq: int) -> Sequence[Lease]:
        """Untouched since then."""
        busy = {wallet for wallet, _, at, _ in self.moved if at > seq}
        return [lease for lease in self.accounts.values() if lease.held and lease.wallet not in busy]
