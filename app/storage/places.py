"""The names of the files in a till's data directory."""

import os
from pathlib import Path

TILL_DB = "till.db"
SECOND_JOURNAL = "journal2.mtj"
KEY_FILE = "till.key"
KEYRING_MARK = "till.keyring"
LOCK_FILE = "till.lock"
OFFICE_FOLDER = "office"
# Here from before head office is asked until the till is whole.
DRAFT_FILE = "enrolling.json"


def sync_directory(directory: Path) -> None:
    """Make names just created in `directory` durable; Windows does this by itself."""
    if os.name != "posix":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def move_in(site: Path, data_dir: Path) -> None:
    """What was built in `site` into its place: as a whole, or, where that folder is in use already, `till.db` last."""
    if data_dir.exists() and not any(data_dir.iterdir()):
        data_dir.rmdir()
    if not data_dir.exists():
        site.rename(data_dir)
    else:
        for file in sorted(site.iterdir(), key=lambda file: file.name == TILL_DB):
            file.replace(data_dir / file.name)
    sync_directory(data_dir)
    sync_directory(data_dir.parent)


def free_name(path: Path) -> Path:
    """`path`, or `path` with the first free number behind it; nothing set aside overwrites what lies there."""
    number, free = 1, path
    while free.exists():
        number, free = number + 1, path.with_name(f"{path.name}-{number}")
    return free
