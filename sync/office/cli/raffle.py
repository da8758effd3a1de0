"""`draw`: a raffle's winners, drawn so that anyone can check it."""

import argparse
import getpass
import sys

from app.domain.programme.drawing import commitment
from sync.office.cli.office import opened
from sync.office.cli.publishing import AddCommand
from sync.office.services.errors import RecoveryError
from sync.office.services.life.draw_raffle import DrawRaffle, NotYetError, UnknownRaffleError
from sync.office.storage.raffles import Raffle


def add_commands(add: AddCommand) -> None:
    """Its words on the command line."""
    line = add("draw", draw, "draw a raffle of the programme: winners get their prizes; said again it tells the same")
    line.add_argument("name", help='the id of a draw with kind = "raffle"')
    line.add_argument("--promise", action="store_true", help="only print the hash of the seed, to publish it before")
    line.add_argument("--by", default=getpass.getuser(), metavar="PERSON", help="who draws (default: %(default)s)")


def draw(arguments: argparse.Namespace) -> int:
    """Promise or draw."""
    with opened(arguments) as office:
        try:
            if arguments.promise:
                print(DrawRaffle(office.world).promise(arguments.name))
                return 0
            drawn = DrawRaffle(office.world)(arguments.name, arguments.by)
        except UnknownRaffleError:
            return _sorry(f"the programme in force has no raffle {arguments.name}")
        except NotYetError as error:
            return _sorry(f"this raffle is drawn on {error}, not before")
        except RecoveryError:
            return _sorry("head office waits for its tills after a restore")
    print(as_text(drawn))
    return 0


def as_text(drawn: Raffle) -> str:
    """The winners and what is needed to check them."""
    tickets = sum(drawn.entries.values())
    return "\n".join(
        [
            f"{drawn.name}: {tickets} tickets of {len(drawn.entries)} members, drawn by {drawn.drawn_by}",
            f"seed {drawn.seed}, promised as {commitment(drawn.seed)}",
            *(f"{place:3}  {each.prize:20} {each.ticket}" for place, each in enumerate(drawn.winners, start=1)),
            f"{len(drawn.winners)} winners: the tickets with the smallest SHA-256 of seed:ticket, one a member",
        ]
    )


def _sorry(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
