"""`members`: two that are one, one who wants to be forgotten, and cards that are stopped."""

import argparse
import sys
from collections.abc import Callable

from app.domain.value.facts import CardStep
from sync.office.cli.office import opened
from sync.office.cli.publishing import AddCommand
from sync.office.services.errors import RecoveryError
from sync.office.services.life.decide import UnknownMemberError
from sync.office.services.people.members_by_hand import MembersByHand, UnknownCardError

_STEPS = {"freeze": CardStep.FREEZE, "lost": CardStep.LOSE, "release": CardStep.RELEASE}


def add_tasks(add: AddCommand) -> None:
    """Their words on the command line."""
    merge = add("merge", _merge, "two members are one person: the second ends in the first")
    merge.add_argument("kept", help="id, wallet, phone or card of the one who stays")
    merge.add_argument("gone", help="the same of the one who ends")
    forget = add("forget", _forget, "everything that says who a member is goes; value and cards stay")
    forget.add_argument("member", help="id, wallet, phone or card")
    lines = [merge, forget]
    for name, text in (
        ("freeze", "stop a card; tills return what they hold of its wallet"),
        ("lost", "report a card lost; the same"),
        ("release", "let a stopped card be used again"),
    ):
        line = add(name, _mark, text)
        line.add_argument("card", help="its number")
        line.set_defaults(step=name)
        lines.append(line)
    for line in lines:
        line.add_argument("--reason", required=True)
        line.add_argument("--by", required=True, metavar="PERSON")
    add("stopped", _stopped, "what tills still hold of wallets whose cards are all stopped")


def _merge(arguments: argparse.Namespace) -> int:
    return _done(
        arguments,
        lambda hand: hand.merge(arguments.kept, arguments.gone, arguments.reason, arguments.by),
        f"{arguments.gone} ends in {arguments.kept}; what tills hold of it follows",
    )


def _forget(arguments: argparse.Namespace) -> int:
    return _done(arguments, lambda hand: hand.forget(arguments.member), f"{arguments.member} is forgotten here")


def _mark(arguments: argparse.Namespace) -> int:
    step = _STEPS[arguments.step]
    return _done(
        arguments,
        lambda hand: hand.mark(arguments.card, step, arguments.reason, arguments.by),
        f"card {arguments.card}: {arguments.step}; tills hear of it at their next word",
    )


def _stopped(arguments: argparse.Namespace) -> int:
    with opened(arguments) as office:
        found = MembersByHand(office.world).stopped()
    for each in found:
        print(f"card {each.card} ({each.state.value}): till {each.till} still holds {each.amount} of {each.unit}")
    print(f"{len(found)} lease(s) of stopped cards are not back yet")
    return 0


def _done(arguments: argparse.Namespace, work: Callable[[MembersByHand], None], told: str) -> int:
    with opened(arguments) as office:
        try:
            work(MembersByHand(office.world))
        except UnknownMemberError:
            return _sorry("no member with this id, wallet, phone or card is known here")
        except UnknownCardError:
            return _sorry(f"no card {arguments.card} is known here")
        except RecoveryError:
            return _sorry("head office waits for its tills after a restore")
    print(told)
    return 0


def _sorry(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
