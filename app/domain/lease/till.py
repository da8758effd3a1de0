"""The till's end of a lease: spending what it holds, online and offline through one code path (protocol section 3).

Per (wallet, unit, lot) the till keeps four totals that only grow: granted to me, credited here, spent
here, returned. What it holds is G + K - S - X and never below 0. A message may come twice or late:
totals merge by maximum.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.errors import BrokenPromiseError
from app.domain.ids import WalletId
from app.domain.ledger import Lot, Unit


@dataclass(frozen=True, slots=True)
class Lease:
    """The till's cumulative state for one lot."""

    wallet: WalletId
    unit: Unit
    lot: Lot
    granted: int = 0
    credited: int = 0
    spent: int = 0
    returned: int = 0

    @property
    def held(self) -> int:
        """What may still be spent here."""
        return self.granted + self.credited - self.spent - self.returned

    def with_grant(self, granted_total: int) -> "Lease":
        """Head office has granted `granted_total` in all; an older or repeated message changes nothing."""
        return self._checked(replace(self, granted=max(self.granted, granted_total)))

    def with_credit(self, amount: int) -> "Lease":
        """`amount` was credited at this till."""
        return self._checked(replace(self, credited=self.credited + _positive(amount)))

    def with_spend(self, amount: int) -> "Lease":
        """`amount` was spent at this till."""
        return self._checked(replace(self, spent=self.spent + _positive(amount)))

    def with_return(self, amount: int) -> "Lease":
        """`amount` goes back to head office."""
        return self._checked(replace(self, returned=self.returned + _positive(amount)))

    @staticmethod
    def _checked(lease: "Lease") -> "Lease":
        if lease.held < 0:
            raise BrokenPromiseError(f"lease of {lease.unit} would hold {lease.held}")
        return lease


@dataclass(frozen=True, slots=True)
class Take:
    """`amount` (> 0) taken from, or given back to, one lot."""

    unit: Unit
    lot: Lot
    amount: int


@dataclass(frozen=True, slots=True)
class Grant:
    """Head office has granted this till `total` of a lot in all: a total, never a difference."""

    wallet: WalletId
    unit: Unit
    lot: Lot
    total: int


def after_posting(lease: Lease, amount: int, *, is_return: bool = False) -> Lease:
    """The lease once `amount` was posted to its account: a credit, a spend or, on its way back, a return."""
    if amount > 0:
        return lease.with_credit(amount)
    return lease.with_return(-amount) if is_return else lease.with_spend(-amount)


def usable(leases: Iterable[Lease], unit: Unit, day: str) -> Sequence[Lease]:
    """The leases of `unit` that may be spent on the ISO date `day`, the lot that expires first in front."""
    fit = [lease for lease in leases if lease.unit == unit and lease.held > 0 and lease.lot.usable_on(day)]
    return sorted(fit, key=lambda lease: lease.lot.age_order())


def held(leases: Iterable[Lease], unit: Unit, day: str) -> int:
    """How much of `unit` may be spent on `day`."""
    return sum(lease.held for lease in usable(leases, unit, day))


def take(leases: Iterable[Lease], unit: Unit, amount: int, day: str) -> Sequence[Take]:
    """Up to `amount` of `unit`, oldest expiry first; fewer when the leases hold less."""
    takes: list[Take] = []
    left = amount
    for lease in usable(leases, unit, day):
        if left <= 0:
            break
        part = min(left, lease.held)
        takes.append(Take(unit, lease.lot, part))
        left -= part
    return takes


def without(leases: Iterable[Lease], takes: Iterable[Take]) -> tuple[Lease, ...]:
    """The leases once `takes` were spent."""
    gone = {(part.unit, part.lot): part.amount for part in takes}
    return tuple(
        lease.with_spend(gone[lease.unit, lease.lot]) if (lease.unit, lease.lot) in gone else lease for lease in leases
    )


def with_back(wallet: WalletId, leases: Iterable[Lease], takes: Iterable[Take]) -> tuple[Lease, ...]:
    """The leases once `takes` were given back to them; a lot that was never here is a lease of its own."""
    there = {(lease.unit, lease.lot): lease for lease in leases}
    for part in takes:
        if part.amount:
            lease = there.get((part.unit, part.lot), Lease(wallet, part.unit, part.lot))
            there[part.unit, part.lot] = lease.with_credit(part.amount)
    return tuple(there.values())


def _positive(amount: int) -> int:
    if amount <= 0:
        raise BrokenPromiseError("an amount moved is positive")
    return amount
