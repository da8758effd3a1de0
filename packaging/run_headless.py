"""Start a program on an invisible screen, wait until it has painted, take a screenshot, end it.

python packaging/run_headless.py --screenshot picture.png -- membertill demo
"""

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageGrab

_PAINTED_SHARE = 0.2  # of the screen must differ from the empty desktop
_STILL_SHARE = 0.002  # a blinking cursor is no movement
_POLL_S = 0.4


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command behind `--`; the exit status says if a picture was taken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--screenshot", type=Path, required=True)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--timeout", type=float, default=90.0, help="seconds to wait for the first picture")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args(arguments)
    missing = [program for program in ("Xvfb", "openbox") if shutil.which(program) is None]
    if missing:
        print(f"an invisible screen needs {' and '.join(missing)}", file=sys.stderr)
        return 1
    with _screen(options.size) as display, _window_manager(display):
        return _photograph(options.command, display, options.screenshot, options.timeout)


@contextlib.contextmanager
def _screen(size: str) -> Iterator[str]:
    """Yield the name of a new X display."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()  # Xvfb writes it once it takes connections
        if not number:
            raise SystemExit("Xvfb did not start")
        yield f":{number}"
    finally:
        _end(server)


@contextlib.contextmanager
def _window_manager(display: str) -> Iterator[None]:
    manager = subprocess.Popen(
        ["openbox"], env=_environment(display), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        _end(manager)


def _environment(display: str) -> dict[str, str]:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    return environment


def _photograph(command: Sequence[str], display: str, target: Path, timeout_s: float) -> int:
    time.sleep(_POLL_S)  # the window manager paints the root window
    empty = ImageGrab.grab(xdisplay=display)
    program = subprocess.Popen(command, env=_environment(display))
    try:
        picture = _wait_for_picture(program, display, empty, timeout_s)
        ended = program.poll()
    finally:
        _end(program)
    if picture is None:
        reason = f"nothing was painted within {timeout_s:.0f} s" if ended is None else f"the program ended with {ended}"
        print(f"no screenshot: {reason}", file=sys.stderr)
        return 1
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.save(target)
    print(target)
    return 0


def _wait_for_picture(
    program: subprocess.Popen[bytes], display: str, empty: Image.Image, timeout_s: float
) -> Image.Image | None:
    """Return the screen once it is painted and stands still, or None."""
    deadline = time.monotonic() + timeout_s
    before = empty
    while time.monotonic() < deadline and program.poll() is None:
        time.sleep(_POLL_S)
        now = ImageGrab.grab(xdisplay=display)
        if _difference(empty, now) > _PAINTED_SHARE and _difference(before, now) < _STILL_SHARE:
            return now
        before = now
    return None


def _difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ."""
    changed = ImageChops.difference(one, other).convert("L").point(lambda level: 255 if level else 0)
    return changed.histogram()[255] / (changed.width * changed.height)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
