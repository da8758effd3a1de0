"""Head office's follower, forked while nothing is open yet: it begins with everything imported, too."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

from sync.office.cli import follower
from sync.office.cli import main as office_main

_LOOK_S = 0.01


class FollowerInWaiting:
    """A process that does nothing until it is told the words of `follow`; it ends with its standard input."""

    def __init__(self) -> None:
        its, ours = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            os.close(ours)
            os.dup2(its, 0)
            os.close(its)
            os._exit(_follow())
        os.close(its)
        self.stdin = os.fdopen(ours, "wb")

    def stand_in(self) -> None:
        """Be what this process's head office starts."""
        setattr(follower, "subprocess", self)  # noqa: B010 - it exports no such name

    # What head office asks of `subprocess`, and of the process it is given.
    PIPE, DEVNULL, TimeoutExpired = subprocess.PIPE, subprocess.DEVNULL, subprocess.TimeoutExpired

    def Popen(self, command: Sequence[str], **_: object) -> "FollowerInWaiting":  # noqa: N802 - as it is called there
        """Let it begin."""
        words = command[command.index("--folder") :]
        self.stdin.write(json.dumps(words).encode() + b"\n")
        self.stdin.flush()
        return self

    def wait(self, seconds: float | None = None) -> None:
        """Until it has ended; TimeoutExpired."""
        deadline = time.monotonic() + (seconds or float("inf"))
        while os.waitpid(self._process, os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired("follow", seconds or 0.0)
            time.sleep(_LOOK_S)

    def kill(self) -> None:
        """At once."""
        os.kill(self._process, signal.SIGKILL)


def _follow() -> int:
    """The exit status of `membertill-office … follow`; it may have no office to follow, and then ends."""
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - until the process ends
    said = sys.stdin.readline()
    return office_main(json.loads(said)) if said else 0
