"""`catalogue`, `staff`, `members` from tables; `setting`, `region`: what goes down to the shops."""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from sync.office.cli.office import opened
from sync.office.cli.publishing import AddCommand
from sync.office.services.errors import RecoveryError
from sync.office.services.people.hand_members_on import HandMembersOn
from sync.office.services.people.import_members import ImportMembers
from sync.office.services.streams.import_catalogue import ImportCatalogue, Imported
from sync.office.services.streams.import_staff import ImportStaff
from sync.office.services.streams.set_shops import SHARED_SETTINGS, SetShops
from sync.office.services.streams.table_file import Mistake, TableError

_SHOWN = 20


def add_commands(add: AddCommand) -> None:
    """Their words on the command line."""
    line = add("catalogue", catalogue, "read a table of products (CSV); all of it or nothing")
    line.add_argument("task", choices=("import",))
    _add_table(line)
    line.add_argument("--whole", action="store_true", help="there are no products but these: the others go")
    setting = add("setting", set_one, "settings that all tills take up; without a name, what is set")
    setting.add_argument("name", nargs="?", choices=SHARED_SETTINGS, metavar="NAME")
    setting.add_argument("value", nargs="?", help="text, or JSON; none leaves it to the tills again")
    setting.add_argument("--shop", default="", help="of this shop only")
    region = add("region", set_region, "put a shop into a region: its tills carry the members of that region")
    region.add_argument("shop")
    region.add_argument("region", nargs="?", default="", help="none: its tills carry all members")


def add_tasks_of_staff(add: AddCommand) -> None:
    """`staff import`."""
    line = add("import", staff, "read a table of people who may sign on (CSV); all of it or nothing")
    _add_table(line)
    line.add_argument("--whole", action="store_true", help="nobody but these may sign on: the others go")


def add_tasks_of_members(add: AddCommand) -> None:
    """`members import`."""
    line = add("import", members, "read a table of members and cards with opening balances; all of it or nothing")
    _add_table(line)
    line.add_argument("--for-merchant", default="", help="legal entity that has issued the balances")


def catalogue(arguments: argparse.Namespace) -> int:
    """Read products."""
    with opened(arguments) as office:
        read = ImportCatalogue(office.world)
        return _imported(arguments, partial(read, is_whole=arguments.whole, is_trial=arguments.dry_run))


def staff(arguments: argparse.Namespace) -> int:
    """Read people."""
    with opened(arguments) as office:
        read = ImportStaff(office.world)
        status = _imported(arguments, partial(read, is_whole=arguments.whole, is_trial=arguments.dry_run))
        for leaver in HandMembersOn(office.world).left():
            print(f"{leaver.colleague} has left {len(leaver.members)} members behind: `staff hand-over` gives them on")
        return status


def members(arguments: argparse.Namespace) -> int:
    """Read members and cards."""
    with opened(arguments) as office:
        read = ImportMembers(office.world)
        try:
            return _imported(
                arguments,
                partial(read, is_trial=arguments.dry_run, merchant=arguments.for_merchant, progress=_progress),
            )
        except RecoveryError:
            print("head office waits for its tills after a restore", file=sys.stderr)
        except KeyboardInterrupt:
            print("broken off; nothing is written", file=sys.stderr)
        return 2


def set_one(arguments: argparse.Namespace) -> int:
    """Set one, or list them."""
    with opened(arguments) as office:
        shops = SetShops(office.world)
        if arguments.name:
            shops.set(arguments.name, _value(arguments.value), arguments.shop)
        for row in shops.all():
            print(f"{row.shop or 'all shops':16} {row.name:20} {json.dumps(row.value, ensure_ascii=False)}")
    return 0


def set_region(arguments: argparse.Namespace) -> int:
    """Put a shop into a region."""
    with opened(arguments) as office:
        SetShops(office.world).put_into_region(arguments.shop, arguments.region)
    print(f"{arguments.shop} lies in {arguments.region or 'no region: its tills carry all members'}")
    return 0


def _add_table(line: argparse.ArgumentParser) -> None:
    line.add_argument("file", type=Path)
    line.add_argument("--dry-run", action="store_true", help="say what would be, write nothing")
    line.add_argument("--errors", type=Path, metavar="FILE", help="write every mistake into this table (CSV)")


def _imported(arguments: argparse.Namespace, read: Callable[[bytes], Imported]) -> int:
    try:
        made = read(arguments.file.read_bytes())
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    except TableError as error:
        return _refused(arguments, error.mistakes)
    print(_told(made) + (" (dry run: nothing is written)" if arguments.dry_run else ""))
    return 0


def _progress(done: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} rows", end="", file=sys.stderr, flush=True)


def _told(made: Imported) -> str:
    return f"{made.new} new, {made.changed} changed, {made.same} as before, {made.gone} gone"


def _refused(arguments: argparse.Namespace, mistakes: Sequence[Mistake]) -> int:
    if arguments.errors:
        with arguments.errors.open("w", encoding="utf-8-sig", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(("line", "column", "found", "expected"))
            lines.writerows((each.line, each.column, each.found, each.expected) for each in mistakes)
    for each in mistakes[:_SHOWN]:
        where = f"{arguments.file}:{each.line}: {each.column}" if each.column else f"{arguments.file}:{each.line}"
        print(f"{where}: {each.found or '(nothing)'}, expected {each.expected}", file=sys.stderr)
    more = f" ({len(mistakes) - _SHOWN} more)" if len(mistakes) > _SHOWN else ""
    place = f", all in {arguments.errors}" if arguments.errors else ""
    print(f"{len(mistakes)} mistakes{more}{place}; nothing is written", file=sys.stderr)
    return 2


def _value(text: str | None) -> object:
    if text is None:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text
