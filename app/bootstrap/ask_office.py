"""`membertill office COMMAND`: the commands of `membertill-office` for the head office inside this shop."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from app.paths import office_program
from app.ports.store import StoreUnavailableError
from app.storage.keys import open_key
from app.storage.places import OFFICE_FOLDER, TILL_DB


def ask_office(data_dir: Path, words: Sequence[str]) -> int:
    """Run the command over this shop's office, with its key; the exit status."""
    folder = data_dir / OFFICE_FOLDER
    if not (data_dir / TILL_DB).exists() or not folder.exists():
        print(f"there is no head office in {data_dir}; the till starts it when it is opened", file=sys.stderr)
        return 2
    try:
        key = open_key(data_dir).for_office_db()
    except StoreUnavailableError as error:
        print(error, file=sys.stderr)
        return 2
    command = [*office_program(), "--folder", str(folder), "--single-shop", "--key-on-stdin"]
    return subprocess.run([*command, *words], input=f"{key.hex()}\n", text=True, check=False).returncode
