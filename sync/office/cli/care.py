"""`report members|liabilities`, `messages`, `members export`: what is known of members, and what is told them."""

import argparse
import csv
import json
import sys
from pathlib import Path

from app.domain.programme.spans import add_days
from sync.office.cli.office import opened
from sync.office.cli.publishing import AddCommand
from sync.office.cli.times import day
from sync.office.services.errors import RecoveryError
from sync.office.services.life.decide import UnknownMemberError
from sync.office.services.life.write_messages import WriteMessages
from sync.office.services.people.member_file import MemberFile
from sync.office.services.people.member_report import MemberReport

_MONEY = frozenset({"principal", "bonus"})
_USUAL_DAYS = 90


def add_commands(add: AddCommand) -> None:
    """Their words on the command line."""
    report = add("report", _report, "figures about members, or what is owed to them")
    report.add_argument("about", choices=("members", "liabilities"))
    report.add_argument("--since", type=day, help=f"members: from this day on (default: the last {_USUAL_DAYS} days)")
    waiting = add("messages", _messages, "the messages that wait for members, in words")
    waiting.add_argument("--language", default="zh_CN", choices=("zh_CN", "en"))
    waiting.add_argument("--shop", default="", help="the name for {shop} (default: the programme's)")
    waiting.add_argument(
        "--take", type=Path, metavar="FILE", help="write them to a CSV file to be sent; then they wait no more"
    )


def add_tasks(add: AddCommand) -> None:
    """Its words below `members`."""
    export = add("export", _export, "everything that is known of a member, as JSON, for the member")
    export.add_argument("member", help="id, wallet, phone or card")


def _report(arguments: argparse.Namespace) -> int:
    with opened(arguments) as office:
        report = MemberReport(office.world)
        if arguments.about == "liabilities":
            for owed in report.liabilities():
                amount = f"{owed.amount / 100:.2f}" if owed.unit in _MONEY else str(owed.amount)
                print(f"{owed.unit:32} {amount:>16}  {owed.wallets} wallets")
            return 0
        figures = report.members(arguments.since or add_days(office.world.now()[:10], -_USUAL_DAYS))
    print(f"members              {figures.members}")
    print(f"joined since {figures.since}  {figures.joined}")
    print(f"active               {figures.active}")
    print(f"came again           {figures.repeating} ({figures.repeat_percent} % of the active)")
    print(f"sales                {figures.sales}, {figures.conversion_percent} % of them members'")
    print(f"a member's sale      {figures.average_order_minor / 100:.2f} on average")
    return 0


def _messages(arguments: argparse.Namespace) -> int:
    with opened(arguments) as office:
        write = WriteMessages(office.world, arguments.shop)
        if arguments.take is None:
            for each in write.waiting(arguments.language):
                print(f"{each.day}  {each.phone or '-':12} {each.text}")
            return 0
        taken = 0
        with arguments.take.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("phone", "day", "message", "text"))
            while written := write.waiting(arguments.language):
                rows.writerows((each.phone, each.day, each.message, each.text) for each in written)
                file.flush()
                write.sent(written)
                taken += len(written)
    print(f"{taken} messages in {arguments.take}")
    return 0


def _export(arguments: argparse.Namespace) -> int:
    with opened(arguments) as office:
        try:
            told = MemberFile(office.world)(arguments.member)
        except UnknownMemberError:
            print("no member with this id, wallet, phone or card is known here", file=sys.stderr)
            return 2
        except RecoveryError:
            print("head office waits for its tills after a restore", file=sys.stderr)
            return 2
    print(json.dumps(told, ensure_ascii=False, indent=2))
    return 0
