"""The ledger of member value: units, lots, places, postings and entries (double entry, append-only).

An account is `(wallet, unit, lot, place)`. Accounts at head office or in a lease are the member's and
never go below 0; the contra side is a house row of the same wallet. Amounts are int64.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, NewType

from app.domain.ids import MerchantId, TillId, WalletId

Unit = NewType("Unit", str)
Place = NewType("Place", str)

PRINCIPAL = Unit("principal")
BONUS = Unit("bonus")
POINTS = Unit("points")
POINTS_DEBT = Unit("points_debt")

OFFICE = Place("office")
REDEEMED = Place("house:redeemed")
TOPPED_UP = Place("house:topped_up")
ACCRUED = Place("house:accrued")
OWED = Place("house:owed")
TRANSFERRED = Place("house:transferred")
OPENED = Place("house:opened")
EXPIRED = Place("house:expired")
RESERVE = Place("house:reserve")
DISPUTED = Place("house:disputed")


def lease_at(till: TillId) -> Place:
    """The place of value lent to `till` for offline use."""
    return Place(f"lease:{till}")


def suspense_of(till: TillId) -> Place:
    """The house row that covers what `till` did against a rule, until a person has looked."""
    return Place(f"house:suspense:{till}")


def is_members(place: Place) -> bool:
    """Whether an account at `place` is the member's, so that it can never be negative."""
    return not place.startswith("house:")


@dataclass(frozen=True, slots=True)
class Lot:
    """Value of one origin with its dates (ISO dates; empty = at once, never).

    `key` says all of it, as stored and sent: `origin|available_on|expires_on`.
    """

    origin: str
    available_on: str = ""
    expires_on: str = ""
    key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", f"{self.origin}|{self.available_on}|{self.expires_on}")

    @staticmethod
    @lru_cache(maxsize=4_096)  # a till and a frame name the same few again and again
    def from_key(key: str) -> "Lot":
        """The lot that `key` names; ValueError where it is no lot key."""
        origin, available_on, expires_on = key.split("|")
        return Lot(origin, available_on, expires_on)

    def usable_on(self, day: str) -> bool:
        """Whether it may be spent on the ISO date `day`; the last day is `expires_on` itself."""
        return self.available_on <= day and (not self.expires_on or day <= self.expires_on)

    def age_order(self) -> tuple[str, str, str]:
        """Sorts the lot that expires first to the front, those that never do to the end."""
        return (self.expires_on or "9999-12-31", self.available_on, self.origin)


class EntryKind(StrEnum):
    """What an entry does."""

    REDEMPTION = "redemption"
    ACCRUAL = "accrual"
    REVERSAL = "reversal"
    TOP_UP = "top_up"
    PRINCIPAL_REFUND = "principal_refund"
    TRANSFER = "transfer"
    ADJUSTMENT = "adjustment"
    LEASE_GRANT = "lease_grant"
    LEASE_RETURN = "lease_return"
    WRITE_OFF = "write_off"
    SETTLEMENT = "settlement"


class Posting(NamedTuple):
    """One line of an entry. `merchant` is the legal entity that issued or took the unit."""

    wallet: WalletId
    unit: Unit
    lot: Lot
    place: Place
    amount: int
    merchant: MerchantId


class Entry(NamedTuple):
    """Two or more postings that sum to 0 per wallet and unit."""

    kind: EntryKind
    postings: tuple[Posting, ...]


def imbalance(entry: Entry) -> dict[tuple[WalletId, Unit], int]:
    """What does not sum to 0, by wallet and unit; empty for a good entry."""
    sums: dict[tuple[WalletId, Unit], int] = {}
    for wallet, unit, _, _, amount, _ in entry.postings:
        sums[wallet, unit] = sums.get((wallet, unit), 0) + amount
    return {account: amount for account, amount in sums.items() if amount} if any(sums.values()) else {}


def move(
    kind: EntryKind,
    wallet: WalletId,
    unit: Unit,
    parts: Iterable[tuple[Lot, int]],
    *,
    source: Place,
    target: Place,
    merchant: MerchantId,
) -> Entry:
    """An entry that moves each part's amount (> 0) of its lot from `source` to `target`."""
    postings: list[Posting] = []
    for lot, amount in parts:
        postings.append(Posting(wallet, unit, lot, source, -amount, merchant))
        postings.append(Posting(wallet, unit, lot, target, amount, merchant))
    return Entry(kind, tuple(postings))


Row = list[str | int]


def posting_to_row(posting: Posting) -> Row:
    """The posting as it stands in an event's body."""
    return [posting.wallet, posting.unit, posting.lot.key, posting.place, posting.amount, posting.merchant]


def posting_from_row(row: Row) -> Posting:
    """The posting that a body's row names; ValueError or TypeError where it is none."""
    wallet, unit, lot, place, amount, merchant = row
    if not isinstance(amount, int):
        raise TypeError("the amount of a posting is a whole number")
    return Posting(
        WalletId(str(wallet)),
        Unit(str(unit)),
        Lot.from_key(str(lot)),
        Place(str(place)),
        amount,
        MerchantId(str(merchant)),
    )
