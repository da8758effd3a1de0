"""The real program as a process on a screen of its own, with real key strokes and a real network printer."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageGrab

from app.bootstrap.till import open_till
from app.cli.demo.staff import SHOP_MANAGER
from app.settings import PrinterSettings, SerialScannerSettings
from app.storage.keys import open_key
from app.storage.places import TILL_DB
from app.storage.sqlcipher import connect_raw
from app.storage.verify.finding import Finding
from app.storage.verify.run import verify_files
from tests.xkeys import keyboard
from tests.xserver import XServer

ROOT = Path(__file__).resolve().parents[2]
# `make freeze-check` names the frozen program; the tests are the same.
PROGRAM = os.environ.get("MEMBERTILL_PROGRAM", "").split() or [sys.executable, "-m", "app"]
PATIENCE_S = 20.0
SCANNER_MS = 5
PERSON_MS = 60
TYPED_S = 0.45  # the keys are tapped, as by no finger: the till waits so long whether a scan's next key comes
GLANCE_S = 0.25
SEEN_S = 0.6  # a sale is on disk before the screen says so; a person waits until they see it
_ANOTHER_SCREEN = 0.1  # of all points; the digits of a PIN and a blinking caret are far less


def wait_until(is_so: Callable[[], bool], what: str, timeout_s: float = PATIENCE_S) -> None:
    """Wait for something that shall happen soon."""
    deadline = time.monotonic() + timeout_s
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {timeout_s} s for {what}")
        time.sleep(0.05)


def set_up(data_dir: Path, *, printer_port: int, scanner_port: str | None = None) -> None:
    """Give the shop a network printer and, if there is one, a serial scanner."""
    till = open_till(data_dir)
    try:
        scanners = (SerialScannerSettings(port=scanner_port),) if scanner_port else ()
        printer = PrinterSettings(connection="tcp", address="127.0.0.1", port=printer_port)
        changed = till.settings.model_copy(update={"printer": printer, "serial_scanners": scanners})
        assert till.use_cases.change_settings(SHOP_MANAGER.operator, changed) == changed
    finally:
        till.directory.close()
        till.store.close()


class RunningTill:
    """One run of the program over a data directory."""

    def __init__(self, display: XServer, data_dir: Path) -> None:
        self.display = display
        self.data_dir = data_dir
        self._log_before = self._log_size()
        self.process = subprocess.Popen(
            [*PROGRAM, "--data-dir", str(data_dir)],
            env=dict(display.env),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def wait_until_ready(self) -> None:
        """Until somebody can sign on."""
        wait_until(self._says_ready, "the till to be ready")
        wait_until(self._has_the_keyboard, "the till to have the keyboard")
        time.sleep(GLANCE_S)

    def scan(self, code: str, gap_ms: int = SCANNER_MS) -> None:
        """As a keyboard scanner types it; then a look at the screen."""
        self._stroke(f"{code}\n", gap_ms)
        time.sleep(GLANCE_S)

    def press(self, *keys: str) -> None:
        """Keys by their X names, with a person's pauses."""
        for key in keys:
            self.display.keys(["key", key])
            time.sleep(PERSON_MS / 1000)

    def turn_page(self, key: str) -> None:
        """A key that leads to another screen; go on when that is seen."""
        before = self._seen()
        self.press(key)
        wait_until(lambda: _share_changed(before, self._seen()) > _ANOTHER_SCREEN, "another screen")
        time.sleep(GLANCE_S)

    def type_text(self, text: str) -> None:
        """As a person types."""
        self._stroke(text, PERSON_MS)
        time.sleep(TYPED_S)

    def sign_on_and_open(self, pin: str = "1111", float_text: str = "300") -> None:
        """The first operator in the list signs on and opens a shift, if none is open."""
        is_open = bool(self.rows("SELECT 1 FROM shift WHERE closed_at IS NULL"))
        self.type_text(pin)
        self.turn_page("Return")
        if not is_open:
            self.type_text(float_text)
            self.turn_page("Return")
            wait_until(lambda: bool(self.rows("SELECT 1 FROM shift WHERE closed_at IS NULL")), "the shift to open")

    def rows(self, sql: str, *values: object) -> list[Any]:
        """What the till's database says, read beside it."""
        key = open_key(self.data_dir).for_till_db()
        connection = connect_raw(self.data_dir / TILL_DB, key)
        try:
            return list(connection.execute(sql, values).fetchall())
        finally:
            connection.close()

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self.rows(f"SELECT count(*) FROM {table}")[0][0])

    def wait_for_sales(self, count: int) -> None:
        """Until so many sales are on disk."""
        wait_until(lambda: self.count("sale") >= count, f"{count} sales; {self.count('sale')} there")
        time.sleep(SEEN_S)

    def kill(self) -> None:
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()

    def end(self) -> str:
        """Close it as a session that ends does; what it said on its error output."""
        if self.process.stderr is None or self.process.stderr.closed:
            return ""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        _, said = self.process.communicate()
        return said.decode(errors="replace")

    def findings(self) -> list[Finding]:
        """What `membertill verify` finds."""
        return verify_files(self.data_dir, open_key(self.data_dir))

    def _stroke(self, text: str, gap_ms: int) -> None:
        """With exact pauses: on a busy machine those of a person would come bunched together, as a scan's."""
        with keyboard(self.display.display) as keys:
            keys.press(text, gap_ms)

    def _seen(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self.display.display)

    def _says_ready(self) -> bool:
        if self.process.poll() is not None:
            raise AssertionError(f"the till ended: {self.end()}")
        log = self.data_dir / "till.log"
        if not log.exists():
            return False
        with log.open("rb") as file:
            file.seek(self._log_before)
            said = file.read()
        return b"ready" in said and b"devices taken up" in said

    def _has_the_keyboard(self) -> bool:
        """Whether the window manager has brought its window to the front; what is typed before goes nowhere."""
        asked = ["xdotool", "getactivewindow", "getwindowpid"]
        said = subprocess.run(asked, env=dict(self.display.env), capture_output=True, text=True, check=False)
        return said.stdout.strip() == str(self.process.pid)

    def _log_size(self) -> int:
        log = self.data_dir / "till.log"
        return log.stat().st_size if log.exists() else 0


def _share_changed(before: Image.Image, now: Image.Image) -> float:
    same, *_ = ImageChops.difference(before, now).convert("L").histogram()
    return 1 - same / (now.width * now.height)


@contextmanager
def running_till(display: XServer, data_dir: Path) -> Iterator[RunningTill]:
    """Start the till, wait until it is ready, end it."""
    till = RunningTill(display, data_dir)
    try:
        till.wait_until_ready()
        yield till
    finally:
        till.end()


def copy_of(shop: Path, place: Path) -> Path:
    """A copy of a built shop to spoil."""
    shutil.copytree(shop, place)
    return place
