"""Where things lie: the product's own resources, and the till's data on this machine."""

import sys
from pathlib import Path

APP_NAME = "membertill"


def resources_dir() -> Path:
    """The folder of programmes, words, pictures and demo goods; inside the bundle in a frozen build."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "resources"


def default_data_dir() -> Path:
    """The till's own folder: `%LOCALAPPDATA%` on Windows, `~/.local/share` on Linux."""
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False)


def office_program() -> list[str]:
    """How head office is started from the till: its own program in a frozen build, else this Python."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return [str(here.with_name(f"membertill-office{here.suffix}"))]
    return [sys.executable, "-m", "sync.office.cli"]


SECOND_VOLUME_FILE = "second-volume.txt"


def second_volume(data_dir: Path) -> Path | None:
    """The folder on a second volume for the second journal, where `second-volume.txt` in `data_dir` names one.

    It stands outside the encrypted store because the store cannot be opened without it.
    """
    note = data_dir / SECOND_VOLUME_FILE
    text = note.read_text(encoding="utf-8").strip() if note.exists() else ""
    return Path(text) if text else None
