"""`follow` as a child process beside the server: what takes long must not take its turns."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_END_SECONDS = 10.0


@contextmanager
def follower(arguments: argparse.Namespace) -> Iterator[None]:
    """Runs as long as this is open; it ends with this process, whatever happens to it, for its pipe does."""
    process = subprocess.Popen(command(arguments), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stdin is not None
    try:
        if arguments.key:
            process.stdin.write(arguments.key.hex().encode("ascii") + b"\n")
            process.stdin.flush()
        yield
    finally:
        with suppress(OSError):
            process.stdin.close()
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def command(arguments: argparse.Namespace) -> list[str]:
    """The same head office, followed up."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "sync.office.cli"]
    folder: Path = arguments.folder
    return [
        *program,
        *("--folder", str(folder), "--merchant", arguments.merchant),
        *(("--database", arguments.database) if arguments.database else ()),
        *(("--single-shop",) if arguments.single_shop else ()),
        *(("--key-on-stdin",) if arguments.key else ()),
        "follow",
    ]
