"""`nights`: which till had its night when, what was not alike, and what to do about it."""

import argparse
import datetime

from app.domain.night.verdict import Difference, Finding
from sync.office.cli.office import opened
from sync.office.cli.publishing import AddCommand
from sync.office.services.night.list_nights import ListNights, NightReport
from sync.protocol.night_words import found_words

_ENROL_AGAIN = "write it off (`write-off {till} --epoch {epoch}`), then enrol it again with a code"
_REMEDIES = {
    Difference.NOT_ALL_PUSHED: "it sends them by itself; where it does not, look at that till's line",
    Difference.NOT_POSTED: "`tills` shows which till is not heard; write off the one that never comes",
    Difference.FORK: f"find the other box and destroy its data; {_ENROL_AGAIN}",
    Difference.RESTORED: f"`membertill restore` there if its second journal is whole; else {_ENROL_AGAIN}",
    Difference.FENCED: _ENROL_AGAIN,
    Difference.Z_DIFFERS: "run `membertill verify` at that till and `verify` here; the journal counts, not the slip",
    Difference.LEASE_DIFFERS: "run `verify` here and `membertill verify` there; `write-off` the till where it is wrong",
    Difference.CLOCK_WRONG: "let somebody set the clock of that till; its sales are in order all the same",
    Difference.OTHER: "update this program",
}


def add_commands(add: AddCommand) -> None:
    """Its words on the command line."""
    nights = add("nights", list_nights, "each till's nightly audit: when, what was not alike, and what to do")
    nights.add_argument("--last", type=int, default=1, metavar="N", help="so many of each (default: %(default)s)")


def list_nights(arguments: argparse.Namespace) -> int:
    """Print them; 1 where a till differs or was not heard of."""
    with opened(arguments) as office:
        reports = ListNights(office.world)(max(1, arguments.last))
    for report in reports:
        for line in _lines(report):
            print(line)
    wrong = sum(1 for report in reports if report.is_silent or any(not each.is_equal for _, each in report.nights[:1]))
    print(f"{len(reports)} till(s), {wrong} to look at")
    return 1 if wrong else 0


def _lines(report: NightReport) -> list[str]:
    name = f"{report.till}/{report.epoch} {report.shop}".rstrip()
    lines: list[str] = []
    for night, verdict in report.nights:
        said = "everything equal" if verdict.is_equal else "not equal"
        lines.append(f"{name}: night of {night.night}, heard {_time(night.heard_at)}: {said}")
        lines += [f"    {found_words(each)}: {_remedy(each, report)}" for each in verdict.findings]
        if verdict.parked_count:
            lines.append(f"    {verdict.parked_count} event(s) parked: see `parked`")
    if report.is_silent:
        lines.append(
            f"{name}: no night for more than a day; last heard {_time(report.seen_at)}: "
            "is it switched on, and has it a line? It makes up for the night by itself"
        )
    elif not report.nights:
        lines.append(f"{name}: its first night is to come")
    return lines


def _remedy(finding: Finding, report: NightReport) -> str:
    return _REMEDIES[finding.kind].format(till=report.till, epoch=report.epoch)


def _time(at_ms: int) -> str:
    return f"{datetime.datetime.fromtimestamp(at_ms / 1000).astimezone():%Y-%m-%d %H:%M}"
