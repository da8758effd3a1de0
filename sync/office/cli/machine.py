"""This machine as head office needs it: its clock, its dice, its folder, and only one of us at a time."""

import datetime
import gc
import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_OBJECTS_UNTIL_COLLECTED = 100_000
_FILES = 16_384


def let_the_collector_rest() -> None:
    """What was loaded stays, and many small rows form no circles: the collector need not look at either."""
    gc.freeze()
    gc.set_threshold(_OBJECTS_UNTIL_COLLECTED)


class SystemClock:
    """The machine's clock."""

    def now_ms(self) -> int:
        """UTC milliseconds."""
        return time.time_ns() // 1_000_000

    def day(self) -> str:
        """Today's ISO date in the machine's zone."""
        return datetime.datetime.now().astimezone().date().isoformat()


class SystemDice:
    """The operating system's randomness."""

    def bytes(self, count: int) -> bytes:
        """`count` bytes nobody can foretell."""
        return secrets.token_bytes(count)


class OfficeRunningError(Exception):
    """Another head office uses this folder."""


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; it ends with the process, whatever happens to it."""
    handle = os.open(folder / "office.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _lock(handle)
        yield
    except BlockingIOError as error:
        raise OfficeRunningError(str(folder)) from error
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def open_many_files() -> None:
        """Nothing is to be done here: this system counts no connections as files."""

    def _lock(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
else:
    import fcntl
    import resource

    def open_many_files() -> None:
        """As many as a chain's tills have lines: two each, where a process may open no more than 1024 by itself."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            # A system may have a lower limit of its own; then there are fewer tills at once, and nothing else is lost.
            with suppress(ValueError, OSError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
