"""`settlement`: what merchants who share their members' wallets owe each other."""

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from app.domain.money import format_minor
from sync.office.cli.office import opened
from sync.office.cli.publishing import AddCommand
from sync.office.cli.times import day
from sync.office.services.ledger.settle_merchants import NoProgrammeError, Settlement, SettleMerchants


def add_commands(add: AddCommand) -> None:
    """Its words on the command line."""
    line = add("settlement", settlement, "what each merchant issued and took, and what they owe each other")
    line.add_argument("--from", dest="first", type=day, required=True, metavar="DAY", help="first day")
    line.add_argument("--to", dest="last", type=day, required=True, metavar="DAY", help="last day")
    line.add_argument("--csv", type=Path, metavar="FILE", help="into this file as well, for a spreadsheet")


def settlement(arguments: argparse.Namespace) -> int:
    """Work it out and print it."""
    with opened(arguments) as office:
        try:
            found = SettleMerchants(office.world)(arguments.first, arguments.last)
        except NoProgrammeError:
            print("no programme is published: nobody knows what points are worth", file=sys.stderr)
            return 2
    for row in _rows(found):
        print("  ".join(row))
    if arguments.csv:
        # With its mark, so that spreadsheets read Chinese names rightly.
        with arguments.csv.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(_rows(found))
    return 0


def _rows(found: Settlement) -> Iterator[tuple[str, ...]]:
    for total in found.totals:
        yield "merchant", total.merchant, total.unit, "issued", str(total.issued), "taken", str(total.taken)
    for debt in found.debts:
        yield "owes", debt.issuer, debt.taker, debt.unit, str(debt.amount), format_minor(debt.minor)
    for merchant, minor in found.net.items():
        yield "net", merchant, format_minor(minor)
