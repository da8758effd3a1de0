"""The command line: what may be said, and the help for it."""

import argparse
from pathlib import Path

from app import __version__
from app.devices.printer.simulator.arguments import add_arguments as add_printer_arguments
from app.paths import resources_dir


def parser() -> argparse.ArgumentParser:
    """The whole command line of `membertill`."""
    whole = argparse.ArgumentParser(
        prog="membertill",
        description="The till. Without a command it opens the cashier's window.",
        epilog="Each command has a help of its own: membertill COMMAND --help",
    )
    whole.add_argument("--version", action="version", version=f"membertill {__version__}")
    _add_data_dir(whole, None)
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    _add_demo(commands.add_parser("demo", help="build a demo shop once and open the till with it"))
    verify = commands.add_parser("verify", help="prove journal, ledger and balances; name the first bad event")
    _add_data_dir(verify, argparse.SUPPRESS)
    backup = commands.add_parser("backup", help="copy the encrypted store to a file, also while the till sells")
    backup.add_argument("target", type=Path, help="file for the copy; the second journal goes beside it, ending .mtj")
    _add_data_dir(backup, argparse.SUPPRESS)
    restore = commands.add_parser(
        "restore", help="put a backup in place and bring it up to date from the second journal"
    )
    restore.add_argument("source", type=Path, help="file that `membertill backup` made")
    _add_data_dir(restore, argparse.SUPPRESS)
    _add_enrol(commands.add_parser("enrol", help="join a chain: set this till up with a code of head office"))
    sync = commands.add_parser("sync", help="send head office everything that waits, and say what it answered")
    sync.add_argument(
        "--nightly", action="store_true", help="wait for this till's slot of the night first; for a timer (packaging/)"
    )
    _add_data_dir(sync, argparse.SUPPRESS)
    office = commands.add_parser(
        "office", help="look after the head office inside this shop: tills, suspense, verify, backup FILE, …"
    )
    _add_data_dir(office, argparse.SUPPRESS)
    office.add_argument("words", nargs=argparse.REMAINDER, metavar="COMMAND", help="as `membertill-office` takes it")
    doctor = commands.add_parser("doctor", help="say what is right and wrong with store, key, devices and screen")
    doctor.epilog = "exit status: 0 all is well, 1 selling goes on but somebody should look, 2 the till cannot sell"
    doctor.add_argument("--bundle", type=Path, metavar="FILE.zip", help="also write a file for support, without names")
    _add_data_dir(doctor, argparse.SUPPRESS)
    add_printer_arguments(
        commands.add_parser("printer", help="run a simulated receipt printer that draws each slip as a picture")
    )
    return whole


def _add_data_dir(target: argparse.ArgumentParser, default: object) -> None:
    target.add_argument(
        "--data-dir",
        type=Path,
        default=default,
        metavar="FOLDER",
        help="where the till keeps its data (default: the user's own)",
    )


def _add_enrol(enrol: argparse.ArgumentParser) -> None:
    enrol.description = (
        "Set up a new till of a chain; goods, people, programme and members come from head office. A till that was "
        "set up already is changed only with --with-history or --again."
    )
    enrol.add_argument(
        "--code",
        required=True,
        help="what `membertill-office enrol-code` prints: the whole line, or CODE#FINGERPRINT with --office",
    )
    enrol.add_argument(
        "--with-history",
        action="store_true",
        help="for a shop that stands alone: join with its members, their money and every event",
    )
    enrol.add_argument(
        "--again",
        action="store_true",
        help="this till of a chain was fenced, restored or forgotten: go on with its files, in a new epoch",
    )
    enrol.add_argument("--office", metavar="URL", help="where head office is, if the code does not say it")
    enrol.add_argument("--till", metavar="NAME", default="", help="the till's name in the chain (default: a new one)")
    enrol.add_argument(
        "--manager", metavar="NAME", default="店长", help="the first person who may sign on (default: %(default)s)"
    )
    _add_data_dir(enrol, argparse.SUPPRESS)


def _add_demo(demo: argparse.ArgumentParser) -> None:
    _add_data_dir(demo, argparse.SUPPRESS)
    demo.add_argument(
        "--members", type=int, default=10_000, metavar="N", help="members in the demo shop (default 10000)"
    )
    demo.add_argument("--seed", type=int, default=1, metavar="N", help="another seed makes another shop (default 1)")
    demo.add_argument(
        "--day", type=int, default=0, metavar="SALES", help="also trade a day of so many sales and close it"
    )
    demo.add_argument(
        "--programme",
        choices=sorted(path.stem for path in (resources_dir() / "programmes").glob("*.toml")),
        default="demo",
        metavar="NAME",
        help="the membership programme of the shop, one of: %(choices)s (default: %(default)s)",
    )
    demo.add_argument("--build-only", action="store_true", help="build the shop and do not open the till")
