"""Head offices and tills as processes of their own that begin with everything imported: that is most of their start.

They are forks of one process that has done nothing but import. Each has its own files, threads and sockets, and is
killed like any other.
"""

import contextlib
import multiprocessing
import os
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TextIO

from sync.office.cli import main as office_main
from tests.chain.follower import FollowerInWaiting

ROOT = Path(__file__).resolve().parents[2]
_CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()
_CONTEXT = multiprocessing.get_context("forkserver") if _CAN_FORK else multiprocessing.get_context("spawn")
_CONTEXT.set_forkserver_preload(
    [
        "sync.office.cli.inside",
        "alembic.command",
        "sqlalchemy.dialects.postgresql.psycopg",
        "tests.chain.till_process",
        "tests.app.storage.killed_child",
    ]
)


@dataclass(frozen=True)
class Talking:
    """A process, and what goes to its standard input and comes from its standard output."""

    process: BaseProcess
    to: TextIO
    said: TextIO

    def hang_up(self) -> None:
        """Let go of both ends."""
        for end in (self.to, self.said):
            with contextlib.suppress(OSError):
                end.close()


def start_office(words: Sequence[str], log: Path) -> BaseProcess:
    """`membertill-office` with these words; its log is added to `log`."""
    return _started(_office, words, log)


def start_office_with(words: Sequence[str], files: Sequence[int]) -> BaseProcess:
    """`membertill-office` with these words and these three standard files, which are closed here."""
    sent = [Connection(file) for file in files]  # something open that can be sent to another process
    try:
        return _started(_office_with, words, sent)
    finally:
        for each in sent:
            each.close()


def start_till(words: Sequence[str], errors: Path) -> Talking:
    """`tests.chain.till_process` with these words; its errors are added to `errors`."""
    return _talking(_till, words, errors)


def start_seller(words: Sequence[str], errors: Path) -> Talking:
    """`tests.app.storage.killed_child` with these words; its errors are added to `errors`."""
    return _talking(_seller, words, errors)


def _talking(run: Callable[..., None], words: Sequence[str], errors: Path) -> Talking:
    ours, its = socket.socketpair()
    with ours, its:
        process = _started(run, words, errors, its)
        return Talking(process, ours.makefile("w", encoding="utf-8"), ours.makefile("r", encoding="utf-8"))


def _started(run: Callable[..., None], *arguments: object) -> BaseProcess:
    # One that a test leaves behind ends with the tests.
    process = _CONTEXT.Process(target=run, args=arguments, daemon=True)
    process.start()
    return process


def _office(words: Sequence[str], log: Path) -> None:
    _settle_in(log)
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    if _CAN_FORK:
        os.setpgrp()  # so that a power cut meets its follower too
        FollowerInWaiting().stand_in()
    sys.exit(office_main(words))


def _office_with(words: Sequence[str], files: "Sequence[Connection]") -> None:
    os.chdir(ROOT)
    for standard, file in enumerate(files):
        os.dup2(file.fileno(), standard)
        file.close()  # its reader is to hear the end of it
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - until the process ends
    os.nice = lambda _: 0  # a till's own office steps back behind the till; here it would behind all other tests
    sys.exit(office_main(words))


def _till(words: Sequence[str], errors: Path, line: socket.socket) -> None:
    from tests.chain.till_process import main  # it stands on a till, which head offices do without

    _settle_in(errors)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    sys.stdin, sys.stdout = line.makefile("r", encoding="utf-8"), line.makefile("w", encoding="utf-8")
    line.close()
    sys.exit(main(words))


def _seller(words: Sequence[str], errors: Path, line: socket.socket) -> None:
    from tests.app.storage.killed_child import main

    _settle_in(errors)
    sys.stdout = line.makefile("w", encoding="utf-8")
    line.close()
    main(words)


def _settle_in(errors: Path) -> None:
    os.chdir(ROOT)
    with errors.open("ab") as file:
        os.dup2(file.fileno(), 2)
