"""`membertill backup`: copy the encrypted store and the second journal, also while the till sells."""

from pathlib import Path
from typing import TextIO

from app.paths import second_volume
from app.ports.store import StoreFullError, StoreUnavailableError
from app.storage.backup import back_up
from app.storage.keys import open_key
from app.storage.places import TILL_DB


def backup(data_dir: Path, target: Path, out: TextIO) -> int:
    """Make the copy at `target` and say what is in it; 2 where it cannot be made."""
    if not (data_dir / TILL_DB).exists():
        print(f"there is no till in {data_dir}", file=out)
        return 2
    try:
        made = back_up(data_dir, open_key(data_dir), target, second_volume(data_dir))
    except (StoreFullError, StoreUnavailableError) as error:
        print(f"no backup was made: {error}", file=out)
        return 2
    print(f"backup at {made.path}: events up to {made.head.seq}", file=out)
    print("the key is not in it; keep a copy of the key in another place", file=out)
    return 0
