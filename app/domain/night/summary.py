"""What a till says of itself at night, as the text it signs. The text is kept, sent and checked as it is."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.errors import BrokenPromiseError
from app.domain.figures.till_day import TillDay
from app.domain.night.lots import DRAWERS
from app.domain.shift import Shift

_BEFORE_SUMMARY = b"membertill night 1\n"
_BEFORE_VERDICT = b"membertill verdict 1\n"


@dataclass(frozen=True, slots=True)
class Totals:
    """A shift in a few figures (minor units): sales and refunds, deals of value, and the net of each tender."""

    sales: int = 0
    sales_minor: int = 0
    refunds: int = 0
    refunds_minor: int = 0
    deals: int = 0
    tenders: Mapping[str, int] | None = None

    @property
    def by_tender(self) -> dict[str, int]:
        """The net of each tender that moved any money."""
        return {kind: amount for kind, amount in sorted((self.tenders or {}).items()) if amount}


@dataclass(frozen=True, slots=True)
class ShiftSpan:
    """A shift and where its events lie in the till's chain, its opening and its closing among them."""

    shift: Shift
    first_seq: int
    last_seq: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class ShiftTotals:
    """The totals of one shift; its events lie from `first_seq` to `last_seq` of the till's chain."""

    shift: str
    number: int
    is_open: bool
    first_seq: int
    last_seq: int
    totals: Totals


@dataclass(frozen=True, slots=True)
class Summary:
    """One till's night. `at` is its wall clock (UTC ms); `drawers` sum up the `lots` it holds as of `last_seq`."""

    till: str
    epoch: int
    server_epoch: str
    night: str
    at: int
    is_clock_in_doubt: bool
    last_seq: int
    last_hash: str
    shifts: tuple[ShiftTotals, ...]
    lots: int
    drawers: tuple[str, ...]


def totals_of(day: TillDay) -> Totals:
    """The figures of an X or Z report as the night compares them."""
    value = day.value
    tenders = Counter(day.tenders)
    tenders.update(value.tenders)
    deals = value.top_up_count + value.refund_count + value.transfer_count + value.service_count
    return Totals(day.sale_count, day.sales_minor, day.refund_count, day.refunds_minor, deals, dict(tenders))


def summary_text(summary: Summary) -> str:
    """The canonical text: the same summary is always the same bytes."""
    return _canonical(
        {
            "v": 1,
            "till": summary.till,
            "epoch": summary.epoch,
            "server_epoch": summary.server_epoch,
            "night": summary.night,
            "at": summary.at,
            "clock_in_doubt": summary.is_clock_in_doubt,
            "last_seq": summary.last_seq,
            "last_hash": summary.last_hash,
            "shifts": [_shift_to_json(shift) for shift in summary.shifts],
            "lots": summary.lots,
            "drawers": list(summary.drawers),
        }
    )


def summary_in(text: str) -> Summary:
    """The summary that such a text holds; BrokenPromiseError where it holds none."""
    try:
        return _summary_from_json(json.loads(text))
    except (AttributeError, KeyError, OverflowError, RecursionError, TypeError, ValueError) as error:
        raise BrokenPromiseError("this is no summary of a night") from error


def signed_part(text: str) -> bytes:
    """What the till puts its signature under."""
    return _BEFORE_SUMMARY + text.encode()


def answered_part(text: str) -> bytes:
    """What head office puts its signature under."""
    return _BEFORE_VERDICT + text.encode()


def _canonical(json_: Mapping[str, Any]) -> str:
    return json.dumps(json_, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _shift_to_json(shift: ShiftTotals) -> dict[str, Any]:
    totals = shift.totals
    return {
        "shift": shift.shift,
        "number": shift.number,
        "open": shift.is_open,
        "events": [shift.first_seq, shift.last_seq],
        "sales": [totals.sales, totals.sales_minor],
        "refunds": [totals.refunds, totals.refunds_minor],
        "deals": totals.deals,
        "tenders": totals.by_tender,
    }


def _shift_from_json(json_: Any) -> ShiftTotals:
    first_seq, last_seq = map(int, json_["events"])
    sales, sales_minor = map(int, json_["sales"])
    refunds, refunds_minor = map(int, json_["refunds"])
    tenders = {str(kind): int(amount) for kind, amount in json_["tenders"].items()}
    totals = Totals(sales, sales_minor, refunds, refunds_minor, int(json_["deals"]), tenders)
    return ShiftTotals(str(json_["shift"]), int(json_["number"]), bool(json_["open"]), first_seq, last_seq, totals)


def _summary_from_json(json_: Any) -> Summary:
    drawers = tuple(str(drawer) for drawer in json_["drawers"])
    if len(drawers) != DRAWERS:
        raise ValueError("drawers")
    return Summary(
        till=str(json_["till"]),
        epoch=int(json_["epoch"]),
        server_epoch=str(json_["server_epoch"]),
        night=str(json_["night"]),
        at=int(json_["at"]),
        is_clock_in_doubt=bool(json_["clock_in_doubt"]),
        last_seq=int(json_["last_seq"]),
        last_hash=str(json_["last_hash"]),
        shifts=tuple(map(_shift_from_json, json_["shifts"])),
        lots=int(json_["lots"]),
        drawers=drawers,
    )
