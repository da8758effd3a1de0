"""The child process: started, heard of, ended. It dies with this one, for it watches the pipe that brought its key.

`announced` and `end` may be called from different threads: the till is closed while the child is still starting.
"""

import logging
import subprocess
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from app.bootstrap.membership import ShopOfficeKeys
from app.domain.ids import MerchantId, TillId
from app.paths import office_program
from sync.client.office import UnreachableError
from sync.protocol.inside import ANNOUNCEMENT, Announcement

LAST_WORDS = "last-words.txt"
PROGRAMME_FILE = "programme.toml"
_START_SECONDS = 60.0
_LOOK_SECONDS = 0.05
# How long an office may take to finish what it does when the till is closed.
END_SECONDS = 8.0
_MOST_WORDS = 300

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ForWhom:
    """The one till the child serves."""

    till: TillId
    epoch: int
    merchant: MerchantId
    shop: str


class OfficeChild:
    """`membertill-office inside` over one folder."""

    def __init__(self, folder: Path, keys: ShopOfficeKeys, whom: ForWhom) -> None:
        self._folder, self._keys, self._whom = folder, keys, whom
        self._process: subprocess.Popen[bytes] | None = None
        self._guard = threading.Lock()
        self._ending = threading.Event()

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None and self._process.poll() is None

    def announced(self) -> Announcement:
        """Start it and wait until it says where it answers; UnreachableError where it does not come up."""
        self._start()
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline and not self._ending.wait(_LOOK_SECONDS):
            heard = self._heard()
            if heard:
                return heard
            if not self.is_running:
                break
        self._kill()
        words = self._last_words()
        _log.warning("the head office in this shop did not start: %s", words or "no word")
        raise UnreachableError(words)

    def end(self) -> None:
        """Close the pipe: it finishes what it does and goes; killed where it hangs. There is no start after this."""
        self._ending.set()
        with self._guard:
            process = self._process
        if process is None:
            return
        self._let_go()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            _log.warning("the head office in this shop hangs and is killed")
            self._kill()

    def _start(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (self._folder / ANNOUNCEMENT).unlink(missing_ok=True)
        with self._guard, (self._folder / LAST_WORDS).open("wb") as words:
            if self._ending.is_set():
                raise UnreachableError("the till is being closed")
            self._let_go()
            try:
                self._process = self._spawned(words.fileno())
                self._hand_over_the_key(self._process)
            except OSError as error:
                raise UnreachableError(str(error)) from error

    def _spawned(self, words: int) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            self._command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=words,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _hand_over_the_key(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None
        process.stdin.write(self._keys.database.hex().encode("ascii") + b"\n")
        process.stdin.flush()

    def _command(self) -> list[str]:
        whom = self._whom
        return [
            *(*office_program(), "--folder", str(self._folder), "--single-shop"),
            *("--merchant", whom.merchant, "--key-on-stdin", "inside"),
            *("--till", whom.till, "--epoch", str(whom.epoch), "--shop", whom.shop),
            *("--programme", str(self._folder / PROGRAMME_FILE)),
        ]

    def _heard(self) -> Announcement | None:
        path = self._folder / ANNOUNCEMENT
        try:
            heard = Announcement.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            return None
        except ValidationError as error:
            raise UnreachableError("its announcement cannot be read") from error
        path.unlink(missing_ok=True)
        return heard

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._let_go()

    def _let_go(self) -> None:
        if self._process is not None and self._process.stdin:
            with suppress(OSError):  # what a dead process has not read any more
                self._process.stdin.close()

    def _last_words(self) -> str:
        text = (self._folder / LAST_WORDS).read_text(encoding="utf-8", errors="replace").strip()
        return text.splitlines()[-1][:_MOST_WORDS] if text else ""
