"""`python -m app.devices.printer.simulator`: a printer to try the till with, its slips as PNG files in a folder."""

import argparse
import sys
import time
from collections.abc import Sequence

from app.devices.printer.simulator.arguments import add_arguments
from app.devices.printer.simulator.pty_port import PtyPort
from app.devices.printer.simulator.tcp_port import TcpPort
from app.devices.printer.simulator.virtual_printer import VirtualPrinter

_POLL_S = 0.2


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve as a command line says."""
    parser = argparse.ArgumentParser(prog="python -m app.devices.printer.simulator", description=serve.__doc__)
    add_arguments(parser)
    return serve(parser.parse_args(arguments))


def serve(options: argparse.Namespace) -> int:
    """Serve until interrupted; with --strict, until the first bytes that no printer would understand."""
    printer = VirtualPrinter(options.columns, out_dir=options.out)
    port = PtyPort(printer) if options.pty else TcpPort(printer, options.host, options.tcp)
    _say(f"printer at {port.path if isinstance(port, PtyPort) else f'{port.host}:{port.port}'}")
    _say(f"slips go to {options.out.resolve()}")
    try:
        with port:
            return _watch(printer, is_strict=options.strict)
    except KeyboardInterrupt:
        return 0


def _watch(printer: VirtualPrinter, *, is_strict: bool) -> int:
    """Tell of slips and complaints as they come."""
    slips_told = complaints_told = 0
    while True:
        for slip in printer.slips[slips_told:]:
            _say(f"slip {slip.number}: {slip.png}, {len(slip.lines)} lines")
            slips_told += 1
        for complaint in printer.complaints[complaints_told:]:
            _say(f"complaint: {complaint}")
            complaints_told += 1
            if is_strict:
                return 1
        time.sleep(_POLL_S)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
