"""`staff`: who may sign on in the shops, and the members of those who have left."""

import argparse
import sys

from sync.office.cli.imports import add_tasks_of_staff
from sync.office.cli.office import opened
from sync.office.cli.publishing import AddCommand
from sync.office.services.errors import RecoveryError
from sync.office.services.people.hand_members_on import HandMembersOn, UnknownColleagueError


def add_tasks(add: AddCommand) -> None:
    """Their words on the command line."""
    add_tasks_of_staff(add)
    left = add("left", _left, "who has left members behind: they need somebody else")
    left.add_argument("--members", action="store_true", help="each of the members, too")
    on = add("hand-over", _hand_over, "all members of one colleague become another's")
    on.add_argument("gone", help="the id of who has left")
    on.add_argument("taker", help="the id of who looks after their members from now on")
    on.add_argument("--reason", default="")
    on.add_argument("--by", required=True, metavar="PERSON")


def _left(arguments: argparse.Namespace) -> int:
    with opened(arguments) as office:
        leavers = HandMembersOn(office.world).left()
    for leaver in leavers:
        print(f"{leaver.colleague}: {len(leaver.members)} members")
        for each in leaver.members if arguments.members else ():
            print(f"  {each.member} {each.name} {each.phone}")
    print(f"{len(leavers)} who have left still look after members")
    return 0


def _hand_over(arguments: argparse.Namespace) -> int:
    gone, taker = arguments.gone, arguments.taker
    with opened(arguments) as office:
        try:
            count = HandMembersOn(office.world)(gone, taker, arguments.reason, arguments.by)
        except UnknownColleagueError:
            return _sorry(
                f"either nobody is named to hand on from, or nobody of the id {taker} may sign on in the shops"
            )
        except RecoveryError:
            return _sorry("head office waits for its tills after a restore")
    print(f"{count} members of {gone} are {taker}'s; tills hear of it at their next word")
    return 0


def _sorry(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
