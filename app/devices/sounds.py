"""Sounds by what the system has: winsound on Windows, a player program elsewhere. Fits `app.ports.sounds.Sounds`."""

import logging
import queue
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from app.devices.own_thread import OwnThread
from app.ports.sounds import Sound

_PLAYERS: Sequence[Sequence[str]] = (("paplay",), ("pw-play",), ("aplay", "-q"), ("afplay",))
_LONGEST_S = 2.0
# Scans come faster than sounds end: what is late is not worth hearing.
_MOST_WAITING = 2
_STOP_TIMEOUT_S = 3.0

_log = logging.getLogger(__name__)

Player = Callable[[Path], None]


class SystemSounds:
    """A thread of its own plays one after the other; without a player or a device it stays silent."""

    def __init__(self, folder: Path, player: Player | None = None) -> None:
        self._folder, self._loudness = folder, "off"
        self._player = player or find_player()
        self._waiting: queue.Queue[Path | None] = queue.Queue(_MOST_WAITING)
        self._thread = OwnThread("sounds")
        if self._player:
            self._thread.start(self._run)

    def set_loudness(self, loudness: str) -> None:
        """From the next sound on."""
        self._loudness = loudness

    def play(self, sound: Sound) -> None:
        """Hand it over; dropped where others still wait."""
        if self._player and self._loudness != "off":
            self._put(self._folder / self._loudness / f"{sound.value}.wav")

    def close(self) -> None:
        """No more sounds."""
        self._thread.ask_to_stop()
        self._put(None)
        self._thread.join(_STOP_TIMEOUT_S)

    def _put(self, path: Path | None) -> None:
        try:
            self._waiting.put_nowait(path)
        except queue.Full:
            return

    def _run(self) -> None:
        while not self._thread.stopping:
            path = self._waiting.get()
            if path and self._player and not self._thread.stopping:
                try:
                    self._player(path)
                except (OSError, RuntimeError, subprocess.SubprocessError) as silent:
                    _log.info("a sound could not be played: %s", type(silent).__name__)


def find_player() -> Player | None:
    """What this system plays sounds with; None where there is nothing."""
    if sys.platform == "win32":
        return _winsound
    for name, *options in _PLAYERS:
        if program := shutil.which(name):
            return partial(_run_program, (program, *options))
    return None


def _run_program(command: Sequence[str], path: Path) -> None:
    subprocess.run(
        [*command, str(path)],
        timeout=_LONGEST_S,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _winsound(path: Path) -> None:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
