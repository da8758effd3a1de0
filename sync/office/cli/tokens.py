"""`token`: who may tell head office things by the open door."""

import argparse
import re
import sys

from sync.office.cli.office import opened
from sync.office.cli.publishing import AddCommand
from sync.office.services.door.open_tokens import CloseToken, MakeToken, TokenNameTakenError
from sync.office.storage.open_door import all_tokens
from sync.protocol.open_door import SCOPES

_NAME = re.compile(r"[0-9A-Za-z._-]{1,60}")


def add_tasks(add: AddCommand) -> None:
    """Their words on the command line."""
    make = add("make", make_token, "make one; its private key is printed once and kept nowhere here")
    make.add_argument("name", type=_name, help="letters, digits, dot, dash; never used again")
    make.add_argument(
        "--scope", action="append", required=True, choices=SCOPES, help="what it may tell; more than once"
    )
    make.add_argument("--days", type=int, default=365, help="how long it is good (default: %(default)s)")
    make.add_argument("--for-merchant", default="", help="legal entity it posts for (default: head office's own)")
    add("list", list_tokens, "every token: scopes, merchant, until when")
    close = add("close", close_token, "nobody comes in by it any more")
    close.add_argument("name")


def make_token(arguments: argparse.Namespace) -> int:
    """Make and print."""
    with opened(arguments) as office:
        try:
            key = MakeToken(office.world)(arguments.name, arguments.scope, arguments.days, arguments.for_merchant)
        except TokenNameTakenError:
            print(f"there is a token {arguments.name} already; a name is never used twice", file=sys.stderr)
            return 2
    print(key, end="")
    print(f"key id: open:{arguments.name}; keep the key above, it is not shown again", file=sys.stderr)
    return 0


def list_tokens(arguments: argparse.Namespace) -> int:
    """A line each."""
    with opened(arguments) as office:
        now = office.world.clock.now_ms()
        for token in office.world.database.read(all_tokens):
            state = "" if token.is_good(now) else " (closed)" if token.closed_at else " (past its time)"
            until = office.world.local_time(token.expires_at)
            print(f"{token.name}: {' '.join(sorted(token.scopes))}, for {token.merchant or 'us'}, until {until}{state}")
    return 0


def close_token(arguments: argparse.Namespace) -> int:
    """Close."""
    with opened(arguments) as office:
        if not CloseToken(office.world)(arguments.name):
            print(f"there is no open token {arguments.name}", file=sys.stderr)
            return 2
    print(f"closed: {arguments.name}")
    return 0


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no name: letters, digits, dot, dash, at most 60")
    return text
