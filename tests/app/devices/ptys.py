"""Pseudo-terminals standing in for serial devices: the test holds the device's end."""

import os
import select
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class PtyDevice:
    """A device on a port whose path stays the same when it is unplugged and plugged in again."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ttyTEST0"
        self._master = -1
        self._slave = -1

    def plug_in(self) -> None:
        """A new pseudo-terminal under the same path."""
        self._master, self._slave = os.openpty()
        tty.setraw(self._master)
        tty.setraw(self._slave)
        self.path.unlink(missing_ok=True)
        self.path.symlink_to(os.ttyname(self._slave))

    def unplug(self) -> None:
        """The port vanishes, as a USB one does."""
        self.path.unlink(missing_ok=True)
        for end in (self._slave, self._master):
            if end >= 0:
                os.close(end)
        self._master = self._slave = -1

    def send(self, data: bytes) -> None:
        """The device sends."""
        os.write(self._master, data)

    def receive(self, count: int, timeout_s: float = 3.0) -> bytes:
        """What the device got, up to `count` bytes."""
        got = b""
        deadline = time.monotonic() + timeout_s
        while len(got) < count and time.monotonic() < deadline:
            if select.select([self._master], [], [], 0.05)[0]:
                got += os.read(self._master, count - len(got))
        return got


@contextmanager
def pty_device(folder: Path) -> Iterator[PtyDevice]:
    """A device that is plugged in, and unplugged at the end."""
    device = PtyDevice(folder)
    device.plug_in()
    try:
        yield device
    finally:
        device.unplug()
