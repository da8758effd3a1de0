"""An X server of our own with a window manager, and real key strokes into it."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TOOLS = ("Xvfb", "openbox", "xdotool")
_START_TIMEOUT_S = 15.0


def missing_tools() -> list[str]:
    """Which programs are not installed; empty when a server can be started."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@dataclass(frozen=True)
class XServer:
    """A running server; `env` is what a Qt program needs to show itself on it."""

    display: str
    home: Path

    @property
    def env(self) -> Mapping[str, str]:
        """The environment of a program that shall use this screen and nothing of the developer's session."""
        kept = {name: value for name, value in os.environ.items() if name not in {"WAYLAND_DISPLAY", "QT_IM_MODULE"}}
        return kept | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "HOME": str(self.home)}

    def keys(self, script: Iterable[str]) -> None:
        """Run xdotool commands, word by word, in one process, so that no start-up time falls between the keys."""
        subprocess.run(["xdotool", *script], env=dict(self.env), check=True, timeout=60)

    def type_text(self, text: str, delay_ms: int) -> None:
        """Press the keys of `text`, a line end being Enter."""
        self.keys(typing(text, delay_ms))


def typing(text: str, delay_ms: int) -> list[str]:
    """The xdotool commands that press the keys of `text`; left to itself it makes a line end a Linefeed key."""
    script: list[str] = []
    for line in text.splitlines(keepends=True):
        if keys := line.rstrip("\n"):
            script += ["type", "--delay", str(delay_ms), "--args", "1", "--", keys]
        if line.endswith("\n"):
            script += ["key", "--delay", str(delay_ms), "Return"]
    return script


@contextmanager
def x_server(size: str = "1366x768x24") -> Iterator[XServer]:
    """Start Xvfb on a free display with openbox on it, and end both."""
    with tempfile.TemporaryDirectory(prefix="membertill-x-") as home:
        read_end, write_end = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
            pass_fds=(write_end,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        try:
            with os.fdopen(read_end) as displays:
                display = XServer(f":{displays.readline().strip()}", Path(home))
            with _window_manager(display):
                yield display
        finally:
            _end(server)


@contextmanager
def _window_manager(display: XServer) -> Iterator[None]:
    """Run openbox; without a window manager the keyboard focus is unreliable."""
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"], env=dict(display.env), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for_window_manager(display)
        yield
    finally:
        _end(manager)


def _wait_for_window_manager(display: XServer) -> None:
    deadline = time.monotonic() + _START_TIMEOUT_S
    while time.monotonic() < deadline:
        asked = subprocess.run(["xdotool", "get_desktop"], env=dict(display.env), capture_output=True, check=False)
        if asked.returncode == 0:
            return
        time.sleep(0.05)
    raise TimeoutError("openbox did not come up")


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
