"""`membertill-office`: run head office and look after it."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import platformdirs

from sync.office.cli import (
    care,
    commands,
    disputes,
    dry_run,
    imports,
    members,
    nights,
    parked,
    people,
    programme_files,
    publishing,
    raffle,
    settlement,
    staff,
    tokens,
    top_up,
)
from sync.office.cli.machine import OfficeRunningError
from sync.office.storage.engines import OfficeUnavailableError
from sync.office.storage.keys import DamagedKeyError, key_from
from sync.office.storage.migrate import NewerDatabaseError

PORT = 8460


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; its exit status."""
    read = parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = read.command
    try:
        read.key = key_from(sys.stdin) if read.key_on_stdin else b""
        return command(read)
    except OfficeRunningError:
        print(f"a head office is running in {read.folder}; stop it first", file=sys.stderr)
    except (OfficeUnavailableError, DamagedKeyError, NewerDatabaseError) as error:
        print(error, file=sys.stderr)
    return 2


def _serve(arguments: argparse.Namespace) -> int:
    # The web server is half of the start-up time; the other commands do without it.
    from sync.office.cli.serve import serve

    return serve(arguments)


def _inside(arguments: argparse.Namespace) -> int:
    from sync.office.cli.inside import inside

    return inside(arguments)


def parser() -> argparse.ArgumentParser:
    """The command line as argparse reads it."""
    line = argparse.ArgumentParser(prog="membertill-office", description="The head office of membertill tills.")
    line.add_argument(
        "--folder",
        type=commands.folder_of,
        default=Path(platformdirs.user_data_dir("membertill-office", appauthor=False)),
        help="where database, key and certificate lie (default: %(default)s)",
    )
    line.add_argument("--database", metavar="URL", default="", help="PostgreSQL instead of the file in the folder")
    line.add_argument("--merchant", default="shop", help="legal entity of a new head office (default: %(default)s)")
    line.add_argument("--single-shop", action="store_true", help="one till, no caps, one person writes off")
    line.add_argument(
        "--key-on-stdin", action="store_true", help="the database's key is the first line of standard input (hex)"
    )
    kinds = line.add_subparsers(title="commands", required=True, metavar="COMMAND")

    serve = _add(kinds, "serve", _serve, "answer tills; an empty folder is enough")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    serve.add_argument("--port", type=int, default=PORT, help="port to listen on (default: %(default)s)")
    serve.add_argument("--shop", default="", help="the shop the first code is made for")

    inner = _add(kinds, "inside", _inside, "as its till starts it: answer that one till, and end with it")
    inner.add_argument("--till", required=True, help="the till's name")
    inner.add_argument("--epoch", type=int, default=1, help="the epoch of its journal (default: %(default)s)")
    inner.add_argument("--shop", default="", help="the shop's name")
    inner.add_argument("--programme", type=commands.folder_of, metavar="FILE", help="the shop's programme file")

    code = _add(kinds, "enrol-code", commands.enrol_code, "make a one-time code for a new till (15 minutes)")
    code.add_argument("--shop", default="", help="the shop the till stands in")
    code.add_argument("--for-merchant", default="", help="legal entity it posts for (default: head office's own)")
    code.add_argument("--address", default=f"https://127.0.0.1:{PORT}", help="where tills reach this head office")

    phone = _add(kinds, "member-code", commands.member_code, "the code a member's phone shows, as text of a QR code")
    phone.add_argument("card", help="number of the member's card")
    phone.add_argument("--valid", type=int, default=60, metavar="SECONDS", help="for how long (default: %(default)s)")

    _add(kinds, "tills", commands.tills, "every till: last heard, events waiting, what it holds")
    _add(kinds, "suspense", commands.suspense, "events that broke a rule, and what it cost")
    waiting = _add(kinds, "parked", parked.parked, "events that could not be read or posted; post or close one")
    one = waiting.add_mutually_exclusive_group()
    one.add_argument("--retry", metavar="ID", default="", help="post this one again, after an update")
    one.add_argument("--close", metavar="ID", default="", help="nothing will come of this one; no account is touched")
    waiting.add_argument("--by", action="append", metavar="PERSON", help="who closes it; twice")
    waiting.add_argument("--reason", default="", help="why it is closed")
    slip = _add(kinds, "post-top-up", top_up.post_top_up, "post a top-up from its slip; its till is lost or silent")
    slip.add_argument("code", help="the text of the QR code on the customer's slip")
    _add(kinds, "verify", commands.check, "prove chains, entries and balances; exit status 1 where something is wrong")

    for name, command, text in (
        ("fence", commands.fence, "give a till no more leases; it may still upload"),
        ("write-off", commands.write_off, "a till is lost: make its members whole from the reserve"),
    ):
        lost = _add(kinds, name, command, text)
        lost.add_argument("till")
        lost.add_argument("--epoch", type=int, default=1, help="which of its journals (default: %(default)s)")
        lost.add_argument("--reason", required=True)
        if name == "write-off":
            lost.add_argument("--by", action="append", required=True, metavar="PERSON", help="who; twice")

    publishing.add_commands(partial(_add, kinds))
    raffle.add_commands(partial(_add, kinds))
    care.add_commands(partial(_add, kinds))
    imports.add_commands(partial(_add, kinds))
    members.add_commands(partial(_add, kinds))
    dry_run.add_commands(partial(_add, kinds))
    settlement.add_commands(partial(_add, kinds))
    nights.add_commands(partial(_add, kinds))
    disputes.add_commands(partial(_add, kinds))

    register = kinds.add_parser("members", help="members and cards: import, merge, forget, freeze, what is stopped")
    of_members = partial(_add, register.add_subparsers(title="tasks", required=True, metavar="TASK"))
    people.add_tasks(of_members)
    care.add_tasks(of_members)
    imports.add_tasks_of_members(of_members)

    shops = kinds.add_parser("staff", help="who may sign on: import; the members of those who left: left, hand-over")
    staff.add_tasks(partial(_add, shops.add_subparsers(title="tasks", required=True, metavar="TASK")))

    files = kinds.add_parser("programme", help="programme files: check one, or write schema and page of the format")
    tasks = files.add_subparsers(title="tasks", required=True, metavar="TASK")
    programme_files.add_tasks(partial(_add, tasks))

    door = kinds.add_parser("token", help="who may tell things by the open door (docs/open-api.md)")
    tokens.add_tasks(partial(_add, door.add_subparsers(title="tasks", required=True, metavar="TASK")))

    backup = _add(kinds, "backup", commands.backup, "copy the database while it is in use")
    backup.add_argument("file", type=commands.folder_of)
    history = _add(kinds, "hand-over", commands.hand_over, "a single shop's history as a file, for a chain it joins")
    history.add_argument("file", type=commands.folder_of)
    restore = _add(kinds, "restore", commands.restore, "put a copy back and hear every till before lending again")
    restore.add_argument("file", type=commands.folder_of, nargs="?", help="the copy; none with PostgreSQL")
    return line


def _add(
    kinds: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    command: Callable[[argparse.Namespace], int],
    text: str,
) -> argparse.ArgumentParser:
    made = kinds.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    made.set_defaults(command=command)
    return made
