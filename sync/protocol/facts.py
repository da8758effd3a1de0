"""What head office reads of an event when it takes it in: the envelope and the postings, nothing else.

Nothing here refuses an event. What cannot be read is told as a fault, and the bytes are kept all the same. Of a sale's
3 KB only the few names and numbers wanted here ever become objects: that is a third of a whole JSON parse.
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, ValidationError

from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.lease.office import Rule, fault_in
from app.domain.ledger import Entry, EntryKind, Lot, Place, Posting, Unit
from sync.protocol.messages import Message, Name

_Whole = Annotated[int, Field(strict=True)]
_Version = Annotated[int, Field(strict=True, ge=0, lt=2**31)]
_LotKey = Annotated[str, Field(pattern=r"^[^|\x00-\x1f]{0,200}\|[-0-9]{0,10}\|[-0-9]{0,10}$")]


class _Entry(Message):
    kind: EntryKind
    postings: tuple[tuple[Name, Name, _LotKey, Name, _Whole, Name], ...]


class _Body(Message):
    entries: tuple[_Entry, ...] = ()


class _Envelope(Message):
    till: str
    epoch: _Whole
    seq: _Whole
    id: Name
    kind: Name
    version: _Version
    business_date: Name


class _Event(_Envelope):
    body: _Body


@dataclass(frozen=True, slots=True)
class EventFacts:
    """An event as head office files it; empty or 0 where the bytes do not say."""

    id: str = ""
    kind: str = ""
    version: int = 0
    business_date: str = ""
    entries: tuple[Entry, ...] = ()
    fault: Rule | None = None


def facts_of(payload: bytes, till: TillId, epoch: int, seq: int) -> EventFacts:
    """What the event at this place of the chain says; never raises."""
    try:
        event: _Envelope = _Event.model_validate_json(payload)
    except ValidationError:
        try:
            event = _Envelope.model_validate_json(payload)
        except ValidationError:
            return EventFacts(fault=Rule.UNREADABLE)
    if (event.till, event.epoch, event.seq) != (till, epoch, seq):
        return EventFacts(fault=Rule.UNREADABLE)
    entries = tuple(map(_entry, event.body.entries)) if isinstance(event, _Event) else None
    fault = Rule.UNREADABLE if entries is None else fault_in(entries, till)
    return EventFacts(event.id, event.kind, event.version, event.business_date, entries or (), fault)


def _entry(entry: _Entry) -> Entry:
    return Entry(
        entry.kind,
        tuple(
            Posting(WalletId(wallet), Unit(unit), Lot.from_key(lot), Place(place), amount, MerchantId(merchant))
            for wallet, unit, lot, place, amount, merchant in entry.postings
        ),
    )
