"""What head office reads of an event when it takes it in: the envelope and the postings, nothing else.

Nothing here refuses an event. What cannot be read is told as a fault, and the bytes are kept all the same.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from app.domain.bookkeeping import entries_of_body
from app.domain.ids import TillId
from app.domain.lease.office import Rule, fault_in
from app.domain.ledger import Entry

_NAME = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]{1,200}")
_LOT = re.compile(r"[^|\x00-\x1f\ud800-\udfff]{0,200}\|[-0-9]{0,10}\|[-0-9]{0,10}")


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
        envelope = json.loads(payload)
        if (envelope["till"], envelope["epoch"], envelope["seq"]) != (till, epoch, seq):
            return EventFacts(fault=Rule.UNREADABLE)
        read = EventFacts(
            id=_name(envelope["id"]),
            kind=_name(envelope["kind"]),
            version=_version(envelope["version"]),
            business_date=_name(envelope["business_date"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return EventFacts(fault=Rule.UNREADABLE)
    return _with_entries(read, envelope.get("body"), till)


def _with_entries(read: EventFacts, body: Any, till: TillId) -> EventFacts:
    try:
        entries = entries_of_body(body)
        _check_names(entries)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return EventFacts(read.id, read.kind, read.version, read.business_date, (), Rule.UNREADABLE)
    fault = fault_in(entries, till)
    return EventFacts(read.id, read.kind, read.version, read.business_date, entries, fault)


def _check_names(entries: tuple[Entry, ...]) -> None:
    # A database's text column takes no NUL and no lone surrogate; a till writes neither.
    for entry in entries:
        for posting in entry.postings:
            if isinstance(posting.amount, bool):
                raise TypeError("an amount is a number")
            for name in (posting.wallet, posting.unit, posting.place, posting.merchant):
                _name(name)
            if not _LOT.fullmatch(posting.lot.key):
                raise ValueError("no lot key")


def _name(text: object) -> str:
    if not isinstance(text, str) or not _NAME.fullmatch(text):
        raise ValueError("no name")
    return text


def _version(number: object) -> int:
    if not isinstance(number, int) or not 0 <= number < 2**31:
        raise ValueError("no version")
    return number
