"""The till's journal: every change is one event, chained by hash to the one before.

`hash = SHA-256(prev_hash || payload)`, where `payload` is the exact UTF-8 JSON the till wrote: stored,
sent and hashed as it is, never serialised again (docs/architecture.md, "Journal").
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.errors import BrokenPromiseError
from app.domain.ids import EventId, MerchantId, TillId

Json = Mapping[str, Any]

GENESIS_HASH = bytes(32)


class Kind(StrEnum):
    """What an event records."""

    TILL_ENROLLED = "till_enrolled"
    LEASE_GRANTED = "lease_granted"
    LEASE_RETURNED = "lease_returned"
    SHIFT_OPENED = "shift_opened"
    SHIFT_CLOSED = "shift_closed"
    SALE = "sale"
    REFUND = "refund"
    SALE_TAKEN_OVER = "sale_taken_over"
    TOP_UP = "top_up"
    PRINCIPAL_REFUND = "principal_refund"
    TRANSFER = "transfer"
    REDEMPTION = "redemption"
    PASS_USE = "pass_use"
    PASS_SALE = "pass_sale"
    DRAW = "draw"
    MEMBERSHIP_SALE = "membership_sale"
    MEMBER_ACTION = "member_action"
    ADJUSTMENT = "adjustment"
    CARD_CHANGED = "card_changed"
    MEMBER_REGISTERED = "member_registered"
    MEMBER_CHANGED = "member_changed"
    CONSENT_CHANGED = "consent_changed"
    MEMBER_MERGED = "member_merged"
    MEMBER_ERASED = "member_erased"
    BASKET_VOIDED = "basket_voided"
    CASH_MOVEMENT = "cash_movement"
    DRAWER_OPENED = "drawer_opened"
    PAYMENT_STARTED = "payment_started"
    PAYMENT_SETTLED = "payment_settled"
    PAYMENT_REVERSED = "payment_reversed"
    PAYBACK_STARTED = "payback_started"
    PAYBACK_SETTLED = "payback_settled"
    OVERRIDE = "override"
    CARE = "care"
    WALLET_PIN_SET = "wallet_pin_set"
    PROFILE_VIEWED = "profile_viewed"
    STAFF_CHANGED = "staff_changed"
    CLOCK_JUMP = "clock_jump"
    CLOCK_CONFIRMED = "clock_confirmed"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: the last event's number and hash; `seq` 0 before the first."""

    till: TillId
    epoch: int
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it has its number. `recorded_at` is the till's wall clock, UTC ms; `key` as in `Event`."""

    id: EventId
    kind: Kind
    recorded_at: int
    business_date: str
    body: Json
    version: int = 1
    key: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Event:
    """A journal event as stored: its facts, its exact bytes and its links.

    `key` opens the personal words in it (`app.domain.people.sealing`). It lies beside the event and in no hash; empty
    where there are none, or where the member was forgotten.
    """

    till: TillId
    epoch: int
    seq: int
    id: EventId
    kind: Kind
    version: int
    recorded_at: int
    business_date: str
    payload: bytes
    prev_hash: bytes
    hash: bytes
    key: bytes = field(default=b"", repr=False, compare=False)

    @property
    def head(self) -> Head:
        """The chain's end once this event is its last."""
        return Head(self.till, self.epoch, self.seq, self.hash)

    def body(self) -> Json:
        """The body, read from the exact bytes."""
        body = json.loads(self.payload)["body"]
        if not isinstance(body, dict):
            raise BrokenPromiseError("an event's body is an object")
        return body


def next_epoch_body(merchant: MerchantId, before: Head) -> Json:
    """The body of the event that begins a later epoch: it names the end of the chain before."""
    return {"merchant": merchant, "after": [before.epoch, before.seq, before.hash.hex()]}


def follows_epoch(event: Event, before: Head) -> bool:
    """Whether `event` begins the epoch after the chain that ends in `before`."""
    return (
        event.kind == Kind.TILL_ENROLLED
        and (event.till, event.seq) == (before.till, 1)
        and event.epoch > before.epoch
        and event.body().get("after") == [before.epoch, before.seq, before.hash.hex()]
    )


def chain_hash(prev_hash: bytes, payload: bytes) -> bytes:
    """SHA-256 over the previous hash and the event's exact bytes."""
    return hashlib.sha256(prev_hash + payload).digest()


def seal(draft: Draft, head: Head) -> Event:
    """The draft as the next event of the chain that ends in `head`."""
    envelope = {
        "till": head.till,
        "epoch": head.epoch,
        "seq": head.seq + 1,
        "id": draft.id,
        "kind": draft.kind,
        "version": draft.version,
        "recorded_at": draft.recorded_at,
        "business_date": draft.business_date,
        "body": draft.body,
    }
    payload = json.dumps(envelope, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    return Event(
        till=head.till,
        epoch=head.epoch,
        seq=head.seq + 1,
        id=draft.id,
        kind=draft.kind,
        version=draft.version,
        recorded_at=draft.recorded_at,
        business_date=draft.business_date,
        payload=payload,
        prev_hash=head.hash,
        hash=chain_hash(head.hash, payload),
        key=draft.key,
    )


def faults_in(event: Event, before: Head) -> Sequence[str]:
    """What is wrong with `event` as the successor of `before`: plain words, empty when it is right."""
    faults: list[str] = []
    if event.seq != before.seq + 1:
        faults.append(f"seq {event.seq} follows {before.seq}")
    if event.prev_hash != before.hash:
        faults.append("prev_hash is not the hash of the event before")
    if event.hash != chain_hash(event.prev_hash, event.payload):
        faults.append("hash does not fit the bytes")
    faults.extend(_envelope_faults(event))
    return faults


def _envelope_faults(event: Event) -> Sequence[str]:
    try:
        envelope = json.loads(event.payload)
    except ValueError:
        return ["the bytes are no JSON"]
    if not isinstance(envelope, dict):
        return ["the bytes are no event"]
    columns: dict[str, object] = {
        "till": event.till,
        "epoch": event.epoch,
        "seq": event.seq,
        "id": event.id,
        "kind": event.kind,
        "version": event.version,
        "recorded_at": event.recorded_at,
        "business_date": event.business_date,
    }
    return [f"{name} differs from the bytes" for name, value in columns.items() if envelope.get(name) != value]
