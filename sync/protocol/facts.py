"""What head office reads of an event when it takes it in: the envelope and the postings, nothing else.

Nothing here refuses an event. What cannot be read is told as a fault, and the bytes are kept all the same. Of a sale's
bytes only the few names and numbers wanted here ever become objects: that is a seventh of a whole JSON parse.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta, Struct
from pydantic_core import from_json

from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.lease.office import Rule, fault_in
from app.domain.ledger import Entry, EntryKind, Lot, Place, Posting, Unit

_LENGTH = Meta(min_length=1, max_length=200)
_Name = Annotated[str, _LENGTH]
_Version = Annotated[int, Meta(ge=0, lt=2**31)]
_Row = tuple[
    Annotated[WalletId, _LENGTH],
    Annotated[Unit, _LENGTH],
    str,
    Annotated[Place, _LENGTH],
    int,
    Annotated[MerchantId, _LENGTH],
]
# Digits of a number that Python reads, and levels.
_LONGEST_NUMBER, _DEEPEST = 4_300, 200
_LOT_KEY = re.compile(r"[^|\x00-\x1f]{0,200}\|[-0-9]{0,10}\|[-0-9]{0,10}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class _Entry(Struct, gc=False):
    kind: EntryKind
    postings: tuple[_Row, ...]


class _Body(Struct, gc=False):
    entries: tuple[_Entry, ...] = ()


class _Envelope(Struct, gc=False):
    till: str
    epoch: int
    seq: int
    id: _Name
    kind: _Name
    version: _Version
    business_date: _Name


class _Event(_Envelope, gc=False):
    body: _Body


_read_event = msgspec.json.Decoder(_Event).decode
_read_envelope = msgspec.json.Decoder(_Envelope).decode


class EventFacts(NamedTuple):
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
        event, entries = _read(payload)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return EventFacts(fault=Rule.UNREADABLE)
    if event.till != till or event.epoch != epoch or event.seq != seq:
        return EventFacts(fault=Rule.UNREADABLE)
    fault = Rule.UNREADABLE if entries is None else fault_in(entries, till)
    return EventFacts(event.id, event.kind, event.version, event.business_date, entries or (), fault)


def _read(payload: bytes) -> tuple[_Envelope, tuple[Entry, ...] | None]:
    """The envelope, and the entries or None where they cannot be read; raises where there is no envelope."""
    payload.decode()  # what is skipped here is read by others later
    if len(payload) > _LONGEST_NUMBER or payload.count(b"[") + payload.count(b"{") > _DEEPEST:
        from_json(payload)  # refuses longer numbers and deeper nesting, which those others cannot read
    try:
        event = _read_event(payload)
        _check_names(payload, event, event.body.entries)
        return event, tuple([_entry(entry) for entry in event.body.entries])
    except (msgspec.ValidationError, ValueError):
        envelope = _read_envelope(payload)
        _check_names(payload, envelope, ())
        return envelope, None


def _entry(entry: _Entry) -> Entry:
    return Entry(
        entry.kind,
        tuple(
            [
                Posting._make((wallet, unit, _lot(lot), place, amount, merchant))  # quicker than by its name
                for wallet, unit, lot, place, amount, merchant in entry.postings
            ]
        ),
    )


@lru_cache(maxsize=4_096)  # a frame names the same few again and again
def _lot(key: str) -> Lot:
    if not _LOT_KEY.fullmatch(key):
        raise ValueError("no lot key")
    return Lot.from_key(key)


def _check_names(payload: bytes, envelope: _Envelope, entries: Iterable[_Entry]) -> None:
    """ValueError where a name holds a control character: JSON has them as escapes only, but for the last of ASCII."""
    if b"\\" not in payload and b"\x7f" not in payload:
        return
    rows = [row for entry in entries for row in entry.postings]
    names = [envelope.id, envelope.kind, envelope.business_date]
    for wallet, unit, _, place, _, merchant in rows:
        names += wallet, unit, place, merchant
    if any(map(_CONTROL.search, names)):
        raise ValueError("a name holds a control character")
