"""Head offices that a till starts begin with everything imported, as those of `tests.chain.nursery` do.

The till starts a small program in their stead (`office_launcher.py`), which hands its words and its standard files to
this process and waits.
"""

import json
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from pathlib import Path

import pytest

from tests.chain.nursery import start_office_with

_LAUNCHER = Path(__file__).with_name("office_launcher.py")


@contextmanager
def office_nursery(place: Path) -> Iterator[list[str]]:
    """The command that starts such a head office; a socket in `place` while it is open."""
    address = place / "nursery"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(address))
        listener.listen()
        threading.Thread(target=_receive, args=(listener,), daemon=True).start()
        yield [sys.executable, "-I", "-S", str(_LAUNCHER), str(address)]
        listener.shutdown(socket.SHUT_RDWR)


@contextmanager
def started_with(command: list[str]) -> Iterator[None]:
    """Tills start their head offices with this command."""
    with pytest.MonkeyPatch.context() as patch:
        for who in ("app.bootstrap.shop_office.child", "app.bootstrap.ask_office"):
            patch.setattr(f"{who}.office_program", lambda: command)
        yield


def _receive(listener: socket.socket) -> None:
    with suppress(OSError):  # closed
        while True:
            line, _ = listener.accept()
            threading.Thread(target=_bring_up, args=(line,), daemon=True).start()


def _bring_up(line: socket.socket) -> None:
    with line:
        said, files, *_ = socket.recv_fds(line, 65_536, 3)
        process = start_office_with(json.loads(said), files)
        if line in wait([process.sentinel, line]):
            process.kill()
        process.join()
        with suppress(OSError):  # the launcher is gone
            line.sendall(str(process.exitcode).encode())
