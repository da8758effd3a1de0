"""Builders of chains of events, as a till writes them."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from app.domain.bookkeeping import entries_to_json
from app.domain.ids import EventId, MerchantId, TillId, WalletId, uuid7
from app.domain.journal import GENESIS_HASH, Draft, Event, Head, Json, Kind, chain_hash, seal
from app.domain.ledger import (
    ACCRUED,
    OFFICE,
    PRINCIPAL,
    REDEEMED,
    TOPPED_UP,
    Entry,
    EntryKind,
    Lot,
    Place,
    Unit,
    lease_at,
    move,
)
from app.domain.people.sealing import PERSONAL, seal_words

TILL = TillId("T01")
WALLET = WalletId("w-zhang")
MERCHANT = MerchantId("shop")
LOT = Lot("top_up")
DAY = "2026-11-22"


class Chain:
    """A till's journal in memory; `salt` tells ids of two copies apart."""

    def __init__(self, till: TillId = TILL, epoch: int = 1, *, salt: bytes = b"\0") -> None:
        self.head = Head(till, epoch, 0, GENESIS_HASH)
        self.events: list[Event] = []
        self._salt = salt

    def copy(self, salt: bytes) -> "Chain":
        """The same journal on another machine."""
        twin = Chain(self.head.till, self.head.epoch, salt=salt)
        twin.head, twin.events = self.head, list(self.events)
        return twin

    def add(self, kind: Kind, body: Json) -> Event:
        """Append an event; what it says of a person is sealed, as by a till."""
        noise = (self.head.seq.to_bytes(5, "big") + self._salt * 5)[:10]
        key = b""
        if kind in PERSONAL and set(PERSONAL[kind]) <= body.keys():
            key = sha256(f"{self.head.till} {self.head.epoch}".encode() + noise).digest()
            body = seal_words(kind, body, key)
        identity = EventId(uuid7(1_764_000_000_000 + self.head.seq, noise))
        draft = Draft(identity, kind, 1_764_000_000_000, DAY, body, key=key)
        event = seal(draft, self.head)
        self.events.append(event)
        self.head = event.head
        return event

    def plain(self) -> Event:
        """An event that moves no value."""
        return self.add(Kind.TILL_ENROLLED, {"merchant": MERCHANT})

    def spend(self, amount: int, **where: object) -> Event:
        """A sale paid from the lease; only its entries, which is all head office reads."""
        return self.add(Kind.SALE, self._body(EntryKind.REDEMPTION, lease_at(self.head.till), REDEEMED, amount, where))

    def credit(self, amount: int, **where: object) -> Event:
        """Value credited here."""
        return self.add(Kind.SALE, self._body(EntryKind.ACCRUAL, ACCRUED, lease_at(self.head.till), amount, where))

    def top_up(self, amount: int, **where: object) -> Event:
        """Money paid in here."""
        return self.add(Kind.SALE, self._body(EntryKind.TOP_UP, TOPPED_UP, lease_at(self.head.till), amount, where))

    def give_back(self, amount: int, **where: object) -> Event:
        """A RETURN."""
        body = self._body(EntryKind.LEASE_RETURN, lease_at(self.head.till), OFFICE, amount, where)
        return self.add(Kind.LEASE_RETURNED, body)

    def raw(self, payload: bytes) -> Event:
        """An event of any bytes, chained as it should be."""
        head, new_hash = self.head, chain_hash(self.head.hash, payload)
        event = Event(
            head.till, head.epoch, head.seq + 1, EventId("x"), Kind.SALE, 1, 0, DAY, payload, head.hash, new_hash
        )
        self.events.append(event)
        self.head = event.head
        return event

    def without_keys(self) -> Sequence[Event]:
        """The same events, whose members were forgotten."""
        return [replace(event, key=b"") for event in self.events]

    def since(self, seq: int) -> Sequence[Event]:
        """The events behind `seq`."""
        return self.events[seq:]

    def _body(self, kind: EntryKind, source: Place, target: Place, amount: int, where: dict[str, object]) -> Json:
        return {"entries": entries_to_json([entry(kind, source, target, amount, **where)])}


def entry(
    kind: EntryKind,
    source: Place,
    target: Place,
    amount: int,
    *,
    wallet: object = WALLET,
    unit: object = PRINCIPAL,
    lot: object = LOT,
) -> Entry:
    """An entry of one part."""
    assert isinstance(lot, Lot)
    return move(
        kind, WalletId(str(wallet)), Unit(str(unit)), [(lot, amount)], source=source, target=target, merchant=MERCHANT
    )
