"""Postings and leases."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.ids import WalletId
from app.domain.journal import Event
from app.domain.lease import Grant, Lease
from app.domain.ledger import Entry, Unit


@dataclass(frozen=True, slots=True)
class LentUnit:
    """What this till holds of a unit, over all wallets: how much, and in how many lots."""

    unit: Unit
    amount: int
    lots: int


class Ledger(Protocol):
    """Postings and the lease totals they move."""

    def post(self, event: Event, entries: Sequence[Entry]) -> None:
        """Post entries that balance; BrokenPromiseError where they do not or a lease would hold less than 0."""

    def grant(self, event: Event, grants: Sequence[Grant]) -> None:
        """Merge granted totals by maximum."""

    def leases(self, wallet: WalletId) -> Sequence[Lease]:
        """All leases of a wallet this till has ever had."""

    def moved_since(self, wallet: WalletId, seq: int) -> dict[Unit, int]:
        """By unit: what this till's events after `seq` added to `wallet` or took out of it."""

    def lent(self) -> Sequence[LentUnit]:
        """What this till holds in sum, by unit."""

    def idle_since(self, seq: int) -> Sequence[Lease]:
        """Leases that hold something and whose wallet no event after `seq` has touched."""
