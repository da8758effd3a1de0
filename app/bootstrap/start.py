"""From the command line to what it asks for."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app.cli.arguments import parser
from app.paths import default_data_dir


def start(arguments: Sequence[str]) -> int:
    """Run the till or one command; the exit status: 0 good, 1 something is wrong, 2 cannot be done here."""
    options = parser().parse_args(arguments)
    data_dir = (options.data_dir or default_data_dir()).resolve()
    return _COMMANDS[options.command](data_dir, options)


# Each imports what it needs when it runs: a command line that only verifies loads no screen, and the till no tests.


def _till(data_dir: Path, _options: argparse.Namespace) -> int:
    from app.bootstrap.window import run_till

    return run_till(data_dir)


def _demo(data_dir: Path, options: argparse.Namespace) -> int:
    from app.bootstrap.demo import run_demo

    chosen = data_dir if options.data_dir else Path("build/demo-shop").resolve()
    return run_demo(chosen, options)


def _verify(data_dir: Path, _options: argparse.Namespace) -> int:
    from app.cli.verify import verify

    return verify(data_dir, sys.stdout)


def _backup(data_dir: Path, options: argparse.Namespace) -> int:
    from app.cli.backup import backup

    return backup(data_dir, options.target, sys.stdout)


def _restore(data_dir: Path, options: argparse.Namespace) -> int:
    from app.cli.restore import restore

    return restore(data_dir, options.source, sys.stdout)


def _doctor(data_dir: Path, options: argparse.Namespace) -> int:
    from app.bootstrap.printing import ask_printer
    from app.cli.doctor import doctor

    return doctor(data_dir, sys.stdout, ask_printer, options.bundle)


def _enrol(data_dir: Path, options: argparse.Namespace) -> int:
    from app.bootstrap.enrol import enrol

    return enrol(data_dir, options, sys.stdout)


def _sync(data_dir: Path, options: argparse.Namespace) -> int:
    if options.nightly:
        from app.bootstrap.nightly import send_at_night

        return send_at_night(data_dir, sys.stdout)
    from app.bootstrap.send_all import send_all

    return send_all(data_dir, sys.stdout)


def _office(data_dir: Path, options: argparse.Namespace) -> int:
    from app.bootstrap.ask_office import ask_office

    return ask_office(data_dir, options.words)


def _printer(_data_dir: Path, options: argparse.Namespace) -> int:
    from app.devices.printer.simulator.__main__ import serve

    return serve(options)


_COMMANDS: dict[str | None, Callable[[Path, argparse.Namespace], int]] = {
    None: _till,
    "demo": _demo,
    "verify": _verify,
    "backup": _backup,
    "restore": _restore,
    "doctor": _doctor,
    "enrol": _enrol,
    "sync": _sync,
    "office": _office,
    "printer": _printer,
}
