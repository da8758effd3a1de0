"""`disputes`: sales that head office does not believe; list them, show one with both sides, or close it."""

import argparse
import datetime
import json
import sys
from collections.abc import Sequence
from typing import Any

from app.domain.money import format_minor
from sync.office.cli.office import opened
from sync.office.cli.publishing import AddCommand
from sync.office.services.errors import NoSuchDisputeError, NoWordsError
from sync.office.services.night.disputes import Disputes
from sync.office.storage.disputes import Dispute

_KINDS = {
    "price": "by the facts it carries the price is another one",
    "facts": "it rests on facts that never were",
}
_UNITS = {
    "points": "points brought",
    "taken": "used up of the member's",
    "tender": "ways to pay",
    "shared": "used up of limits for all",
}


def add_commands(add: AddCommand) -> None:
    """Its words on the command line."""
    disputes = add("disputes", list_disputes, "sales whose price or facts are not believed; show or close one")
    one = disputes.add_mutually_exclusive_group()
    one.add_argument("--show", metavar="ID", default="", help="both sides of this one")
    one.add_argument("--close", metavar="ID", default="", help="somebody has looked at this one; no account is touched")
    one.add_argument("--all", action="store_true", help="closed ones as well")
    disputes.add_argument("--by", metavar="PERSON", default="", help="who closes it")
    disputes.add_argument("--reason", default="", help="what it was")


def list_disputes(arguments: argparse.Namespace) -> int:
    """List, show or close."""
    with opened(arguments) as office:
        disputes = Disputes(office.world)
        try:
            if arguments.show:
                lines = shown(disputes.find(arguments.show))
            elif arguments.close:
                disputes.close(arguments.close, arguments.by, arguments.reason)
                lines = [f"{arguments.close} is closed: {arguments.reason} ({arguments.by})"]
            else:
                lines = _listed(disputes, is_open=not arguments.all)
        except NoSuchDisputeError:
            return _sorry(f"there is no dispute {arguments.show or arguments.close}")
        except NoWordsError:
            return _sorry("say who closes it and what it was: --by PERSON --reason …")
    for line in lines:
        print(line)
    return 0


def shown(dispute: Dispute) -> list[str]:
    """One with both sides, in words."""
    facts = json.loads(dispute.facts)
    where = f"receipt {facts['receipt']} of {facts['day']}, operator {facts['operator']}"
    lines = [
        f"{dispute.name}: {_KINDS[dispute.kind]}",
        f"    {where}, {format_minor(facts['total'])}{_of(facts['wallet'])}",
    ]
    for part in facts["parts"]:
        lines += [f"    {_about(part)}", f"        the till: {_side(part, 'till')}"]
        lines.append(f"        head office: {_side(part, 'office')}")
    if dispute.ended_at:
        lines.append(f"    closed {_time(dispute.ended_at)} by {dispute.ended_by}: {dispute.reason}")
    return lines


def _listed(disputes: Disputes, *, is_open: bool) -> list[str]:
    found, counts = disputes.all(is_open=is_open), disputes.counts()
    lines = []
    for dispute in found:
        facts = json.loads(dispute.facts)
        ended = f", closed by {dispute.ended_by}: {dispute.reason}" if dispute.ended_at else ""
        about = ", ".join(dict.fromkeys(_about(part) for part in facts["parts"]))
        lines.append(f"{dispute.name}  {facts['receipt']} of {facts['day']}: {_KINDS[dispute.kind]} ({about}){ended}")
    passed_over = f"{counts.passed_over} passed over (another engine or an unpublished programme)"
    late = f"{counts.late} fact(s) true once and changed since"
    return [*lines, f"{len(found)} dispute(s); {counts.priced} sale(s) priced again, {passed_over}, {late}"]


def _about(part: Any) -> str:
    if part["about"] == "line":
        return f"line {part['number']} {part['name']}".rstrip()
    if part["about"] == "measure":
        return f"measure {part['name']}"
    if part["about"] == "balance":
        return f"balance of {part['name']}"
    return _UNITS.get(part["about"], "tier")


def _side(part: Any, which: str) -> str:
    side = part[which]
    whys: Sequence[tuple[str, str, int]] = side["why"]
    match part["about"]:
        case "tier":
            return " or ".join(name or "no tier" for _, name, _ in whys) or "no tier"
        case "tender":
            return ", ".join(f"{name} {format_minor(amount)}" for _, name, amount in whys) or "do not go together"
        case "line":
            reasons = (f"{_reason(code, offer)} {format_minor(amount)}" for code, offer, amount in whys)
            return f"{format_minor(side['amount'])} ({', '.join(reasons) or 'no reason'})"
        case "taken" | "shared":
            return ", ".join(f"{amount} {unit}" for unit, _, amount in whys) or "nothing"
        case "measure":
            return f"{side['amount']}" if which == "till" else f"never more than {side['amount']}"
        case "balance":
            return f"{side['amount']} held" if which == "till" else f"{side['amount']} in all ever came to it"
    return str(side["amount"])


def _reason(code: str, offer: str) -> str:
    return f"{code} {offer}".rstrip()


def _of(wallet: str) -> str:
    return f", wallet {wallet}" if wallet else ""


def _time(at_ms: int) -> str:
    return f"{datetime.datetime.fromtimestamp(at_ms / 1000).astimezone():%Y-%m-%d %H:%M}"


def _sorry(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
