"""Sounds never hold anybody up, and their absence is no error."""

import queue
import threading
import wave
from pathlib import Path

import pytest

from app.devices.sounds import SystemSounds
from app.paths import resources_dir
from app.ports.sounds import Sound

FOLDER = resources_dir() / "sounds"


def test_a_sound_is_played_in_its_loudness_and_none_when_off() -> None:
    played: queue.Queue[Path] = queue.Queue()
    sounds = SystemSounds(FOLDER, played.put)
    try:
        sounds.play(Sound.PAID)
        sounds.set_loudness("loud")
        sounds.play(Sound.SCANNED)
        assert played.get(timeout=3) == FOLDER / "loud" / "scanned.wav"
        assert played.empty()
    finally:
        sounds.close()


def test_a_slow_or_broken_player_holds_nobody_up() -> None:
    go_on, tries = threading.Event(), queue.Queue[Path]()

    def broken(path: Path) -> None:
        tries.put(path)
        go_on.wait(3)
        raise OSError("no device")

    sounds = SystemSounds(FOLDER, broken)
    sounds.set_loudness("quiet")
    for _ in range(20):
        sounds.play(Sound.REFUSED)
    tries.get(timeout=3)
    go_on.set()
    tries.get(timeout=3)
    sounds.close()


@pytest.mark.parametrize("sound", list(Sound))
@pytest.mark.parametrize("loudness", ["quiet", "loud"])
def test_every_sound_is_there_and_short(sound: Sound, loudness: str) -> None:
    with wave.open(str(FOLDER / loudness / f"{sound.value}.wav")) as file:
        assert file.getnframes() / file.getframerate() < 0.5
