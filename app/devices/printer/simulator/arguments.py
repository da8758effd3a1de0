"""What the virtual printer may be told on a command line. Without Pillow, so that naming it costs the till nothing."""

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `membertill printer` and `python -m app.devices.printer.simulator`."""
    line = parser.add_mutually_exclusive_group()
    line.add_argument("--tcp", type=int, default=9100, metavar="PORT", help="listen on this port (9100); 0 picks one")
    line.add_argument("--pty", action="store_true", help="be a serial printer on a pseudo-terminal")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--columns", type=int, default=48, help="32 for 58 mm paper, 48 for 80 mm (48)")
    parser.add_argument("--out", type=Path, default=Path("slips"), metavar="DIR", help="where the PNG files go (slips)")
    parser.add_argument("--strict", action="store_true", help="end with 1 at the first unknown byte or command")
