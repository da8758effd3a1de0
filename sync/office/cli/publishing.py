"""`publish`, `programmes`, `rollback`: the programme at head office."""

import argparse
import getpass
import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

from app.domain.programme.file import Fault, ProgrammeFileError
from app.domain.programme.publishing import Publication, in_force
from sync.office.cli.office import opened
from sync.office.cli.times import local_time
from sync.office.services.programme.publish import PublishProgramme
from sync.office.services.programmes import NoSuchPublicationError, Programmes, VersionTakenError

AddCommand = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]


def add_commands(add: AddCommand) -> None:
    """Their words on the command line."""
    publish_line = add("publish", publish, "check a programme file and put it in force from a time on")
    publish_line.add_argument("file", type=Path)
    _say_when_and_who(publish_line)
    add("programmes", programmes, "every programme version that was published, and which one is in force")
    back = add("rollback", roll_back, "put an earlier programme version in force again")
    back.add_argument("number", type=int, help="its number in `programmes`")
    _say_when_and_who(back)


def publish(arguments: argparse.Namespace) -> int:
    """Publish the file, or say everything that is wrong with it."""
    try:
        text = arguments.file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return _sorry(str(error))
    with opened(arguments) as office:
        try:
            made = PublishProgramme(office.world)(text, arguments.since or office.world.now(), arguments.by)
        except ProgrammeFileError as error:
            for fault in error.faults:
                print(f"{arguments.file}:{in_words(fault)}", file=sys.stderr)
            return _sorry(f"{len(error.faults)} mistakes; nothing is published")
        except VersionTakenError:
            return _sorry("another text was published under this version: raise `version` in the file")
    print(f"{_named(made)} is published and applies from {made.effective_from}")
    return 0


def programmes(arguments: argparse.Namespace) -> int:
    """List the publications."""
    with opened(arguments) as office:
        known, now = Programmes(office.world).all(), office.world.now()
    current = in_force(known, now)
    for each in known:
        state = "in force" if each is current else "to come" if each.effective_from > now else ""
        restored = f", brings back {each.restores}" if each.restores else ""
        digest = hashlib.sha256(each.text.encode()).hexdigest()[:12]
        decided = f"{digest}  {each.published_by}{restored}"
        print(f"{each.n:4}  {_named(each):24} from {each.effective_from}  {decided}  {state}")
    print(f"{len(known)} published")
    return 0


def roll_back(arguments: argparse.Namespace) -> int:
    """Bring an earlier one back."""
    with opened(arguments) as office:
        since = arguments.since or office.world.now()
        try:
            made = PublishProgramme(office.world).roll_back(arguments.number, since, arguments.by)
        except NoSuchPublicationError:
            return _sorry(f"nothing was published under number {arguments.number}")
    print(f"{_named(made)} applies again from {made.effective_from}")
    return 0


def in_words(fault: Fault) -> str:
    """A mistake on one line, as compilers write it; `programme check` says it at length."""
    nearest = f"; did you mean {fault.nearest}?" if fault.nearest else ""
    expected = f", expected {fault.expected}" if fault.expected else ""
    found = f": {fault.found}" if fault.found else ""
    return f"{fault.line}: {fault.path}: {fault.code.value.replace('_', ' ')}{found}{expected}{nearest}"


def _say_when_and_who(line: argparse.ArgumentParser) -> None:
    line.add_argument(
        "--from",
        dest="since",
        type=local_time,
        metavar="DATE",
        help="day, or day and time, of the shops' clocks (default: now)",
    )
    line.add_argument("--by", default=getpass.getuser(), metavar="PERSON", help="who decides (default: %(default)s)")


def _named(publication: Publication) -> str:
    return f"{publication.programme} {publication.version}"


def _sorry(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
