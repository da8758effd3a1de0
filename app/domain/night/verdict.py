"""What head office finds: its books laid beside what a till says of itself."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.errors import BrokenPromiseError
from app.domain.night.lots import LotRow, differing
from app.domain.night.summary import ShiftTotals, Summary, Totals

CLOCK_LIMIT_MS = 5 * 60 * 1000
_MINUTE_MS = 60_000

Fact = str | int


class Difference(StrEnum):
    """In which way till and head office are not alike.

    RESTORED: this box has an older state of the till, put back or copied. FORK: another box has, and this one is right.
    OTHER: the one that wrote it is newer and knows more ways.
    """

    NOT_ALL_PUSHED = "not_all_pushed"
    NOT_POSTED = "not_posted"
    FORK = "fork"
    RESTORED = "restored"
    FENCED = "fenced"
    Z_DIFFERS = "z_differs"
    LEASE_DIFFERS = "lease_differs"
    CLOCK_WRONG = "clock_wrong"
    OTHER = "other"


# Head office's own words for why it fenced a till that contradicts it.
_BRANCHED = frozenset({"fork", "restored"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference and the figures that a person needs."""

    kind: Difference
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ParkedEvent:
    """An event of this till that is kept and not posted: which, by what rule, since when (UTC ms)."""

    source: str
    rule: str
    since: int


@dataclass(frozen=True, slots=True)
class Books:
    """What head office has of a till. `last_hash` is that of its event at the seq where the till says it stands.

    `fenced`: why the chain gets no lease any more, empty while it does. `shifts` are its own totals by shift.
    """

    now: int
    fenced: str
    last_seq: int
    last_hash: str
    applied_seq: int
    shifts: Mapping[str, Totals]
    drawers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of one night; `summary` is the SHA-256 of the text it answers, `at` head office's clock (UTC ms)."""

    till: str
    epoch: int
    server_epoch: str
    night: str
    at: int
    summary: str
    findings: tuple[Finding, ...]
    parked: tuple[ParkedEvent, ...] = ()
    parked_count: int = 0

    @property
    def is_equal(self) -> bool:
        """Whether both sides have the same."""
        return not self.findings


def hash_of(text: str) -> str:
    """What a verdict names a summary by."""
    return hashlib.sha256(text.encode()).hexdigest()


def findings(said: Summary, books: Books) -> Iterator[Finding]:
    """Every difference that can be told without the lots themselves (`lot_finding`)."""
    if books.fenced in _BRANCHED:
        yield Finding(_branch(said, books), {"reason": books.fenced})
    elif books.fenced:
        yield Finding(Difference.FENCED, {"reason": books.fenced})
    yield from _clock(said, books)
    if books.fenced in _BRANCHED:
        return  # two branches of one chain: nothing else can be laid side by side
    if said.last_seq > books.last_seq:
        yield Finding(Difference.NOT_ALL_PUSHED, {"missing": said.last_seq - books.last_seq})
    elif said.last_hash != books.last_hash:
        yield Finding(_branch(said, books), {"seq": said.last_seq})
        return
    elif books.applied_seq < books.last_seq and not books.fenced:
        yield Finding(Difference.NOT_POSTED, {"waiting": books.last_seq - books.applied_seq})
    for shift in said.shifts:
        if shift.last_seq <= books.last_seq:
            yield from _shift(shift, books.shifts.get(shift.shift, Totals()))


def drawers_to_tell(said: Summary, books: Books) -> tuple[int, ...]:
    """The drawers whose lots must be told one by one; none where leases cannot be compared at all."""
    if books.fenced or said.last_seq != books.last_seq or books.applied_seq != books.last_seq:
        return ()
    return differing(said.drawers, books.drawers)


def lot_finding(at_till: Iterable[LotRow], at_office: Iterable[LotRow]) -> Finding | None:
    """The difference between these lots; it names the first and counts the others."""
    here, there = ({row.key: row for row in rows if not row.is_empty} for rows in (at_till, at_office))
    wrong = sorted(key for key in here.keys() | there.keys() if here.get(key) != there.get(key))
    if not wrong:
        return None
    mine, yours = (rows.get(wrong[0], LotRow(*wrong[0], 0, 0)) for rows in (here, there))
    wallet, unit, lot = wrong[0]
    facts: dict[str, Fact] = {
        "wallet": wallet, "unit": unit, "lot": lot, "till": mine.held, "office": yours.held,
        "granted_till": mine.granted, "granted_office": yours.granted, "count": len(wrong),
    }  # fmt: skip
    return Finding(Difference.LEASE_DIFFERS, facts)


def verdict_text(verdict: Verdict) -> str:
    """The canonical text that head office signs."""
    body = {
        "v": 1,
        "till": verdict.till,
        "epoch": verdict.epoch,
        "server_epoch": verdict.server_epoch,
        "night": verdict.night,
        "at": verdict.at,
        "summary": verdict.summary,
        "findings": [{"kind": each.kind.value, "facts": dict(each.facts)} for each in verdict.findings],
        "parked": [[each.source, each.rule, each.since] for each in verdict.parked],
        "parked_count": verdict.parked_count,
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def verdict_in(text: str) -> Verdict:
    """The verdict in such a text; BrokenPromiseError where there is none."""
    try:
        return _verdict_from_json(json.loads(text))
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenPromiseError("this is no verdict on a night") from error


def _verdict_from_json(json_: Any) -> Verdict:
    return Verdict(
        till=str(json_["till"]),
        epoch=int(json_["epoch"]),
        server_epoch=str(json_["server_epoch"]),
        night=str(json_["night"]),
        at=int(json_["at"]),
        summary=str(json_["summary"]),
        findings=tuple(Finding(_difference(each["kind"]), dict(each["facts"])) for each in json_["findings"]),
        parked=tuple(ParkedEvent(str(source), str(rule), int(since)) for source, rule, since in json_["parked"]),
        parked_count=int(json_["parked_count"]),
    )


def _branch(said: Summary, books: Books) -> Difference:
    """Which of two boxes this is: the one whose chain head office has, or the one with an older state."""
    is_on_the_chain = (said.last_seq, said.last_hash) == (books.last_seq, books.last_hash)
    return Difference.FORK if is_on_the_chain else Difference.RESTORED


def _difference(named: str) -> Difference:
    return Difference(named) if named in set(Difference) else Difference.OTHER


def _clock(said: Summary, books: Books) -> Iterator[Finding]:
    off = said.at - books.now
    if abs(off) > CLOCK_LIMIT_MS or said.is_clock_in_doubt:
        yield Finding(Difference.CLOCK_WRONG, {"minutes": (abs(off) // _MINUTE_MS) * (1 if off > 0 else -1)})


def _shift(said: ShiftTotals, books: Totals) -> Iterator[Finding]:
    mine, yours = said.totals, books
    pairs: list[tuple[str, int, int]] = [
        ("sales", mine.sales, yours.sales),
        ("sales_minor", mine.sales_minor, yours.sales_minor),
        ("refunds", mine.refunds, yours.refunds),
        ("refunds_minor", mine.refunds_minor, yours.refunds_minor),
        ("deals", mine.deals, yours.deals),
    ]
    kinds = sorted(mine.by_tender.keys() | yours.by_tender.keys())
    pairs += [(f"tender {kind}", mine.by_tender.get(kind, 0), yours.by_tender.get(kind, 0)) for kind in kinds]
    wrong = [(what, here, there) for what, here, there in pairs if here != there]
    if wrong:
        what, here, there = wrong[0]
        facts: dict[str, Fact] = {"shift": said.number, "what": what, "till": here, "office": there}
        yield Finding(Difference.Z_DIFFERS, facts)
