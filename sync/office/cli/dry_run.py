"""`dry-run`: what a draft of the programme would have cost; nothing is written."""

import argparse
import dataclasses
import json
import sys
from pathlib import Path

from app.domain.programme.file import ProgrammeFileError, read_programme
from app.domain.programme.spans import add_days
from app.domain.rehearsal.dry_run import Figures, Margin
from sync.office.cli.office import opened
from sync.office.cli.publishing import AddCommand, in_words
from sync.office.cli.times import day
from sync.office.services.programme.dry_run import DryRunDraft

_BROKEN_OFF = 130


def add_commands(add: AddCommand) -> None:
    """Its words on the command line."""
    line = add("dry-run", dry_run, "play the real sales again under a draft; nothing is written")
    line.add_argument("draft", type=Path, help="a programme file")
    line.add_argument("--since", type=_since, default="90d", help="90d, or a date (default: %(default)s)")
    line.add_argument("--json", action="store_true", help="the figures as JSON, money in minor units")


def dry_run(arguments: argparse.Namespace) -> int:
    """Play, and print the figures."""
    try:
        draft = read_programme(arguments.draft.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return _sorry(str(error))
    except ProgrammeFileError as error:
        for fault in error.faults:
            print(f"{arguments.draft}:{in_words(fault)}", file=sys.stderr)
        return _sorry(f"{len(error.faults)} mistakes in the draft")
    with opened(arguments) as office:
        since = arguments.since
        first = since if isinstance(since, str) else add_days(office.world.now()[:10], -since)
        try:
            figures = DryRunDraft(office.world)(draft, first, _progress)
        except KeyboardInterrupt:
            _sorry("\nbroken off; nothing was written")
            return _BROKEN_OFF
    print(_as_json(figures, first) if arguments.json else _as_text(figures, first))
    return 0


def _since(text: str) -> str | int:
    """A day, or a number of days back."""
    if text.endswith("d") and text[:-1].isdecimal():
        return int(text[:-1])
    return day(text)


def _as_json(figures: Figures, since: str) -> str:
    told = dataclasses.asdict(figures) | {
        "since": since,
        "moved": [{"from": old, "to": new, "members": count} for (old, new), count in figures.moved.items()],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _as_text(figures: Figures, since: str) -> str:
    return "\n".join(
        [
            f"since {since}: {figures.sales} sales, {figures.members} members",
            f"discounts      {figures.discount_minor / 100:+.2f}",
            f"margin         {_margin(figures.margin)}",
            f"points         {figures.points:+}",
            f"stored value   {figures.stored_value_minor / 100:+.2f}",
            *(f"tier {old or '-'} -> {new or '-'}: {count}" for (old, new), count in figures.moved.items()),
            *(
                f"sale {each.sale}: {each.was_minor / 100:.2f} -> {each.would_be_minor / 100:.2f}"
                for each in figures.baskets
            ),
        ]
    )


def _margin(margin: Margin | None) -> str:
    if margin is None or not margin.was_minor:
        return "not known: no goods that were sold have a cost price (`catalogue import`, column cost)"
    shares = (
        f"{(sold - margin.cost_minor) / 100:.2f} ({100 * (sold - margin.cost_minor) / sold:.1f} %)" if sold else "-"
        for sold in (margin.was_minor, margin.would_be_minor)
    )
    known = 100 * margin.was_minor // margin.of_all_minor if margin.of_all_minor else 0
    return f"{' -> '.join(shares)}; {known} % of what was sold has a cost price"


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty() and (done == of or not done % 100):
        print(f"\r{100 * done // of:3} %", end="\n" if done == of else "", file=sys.stderr, flush=True)


def _sorry(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
