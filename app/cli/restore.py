"""`membertill restore`: put a backup in the broken store's place, and bring it up to date from the second journal."""

from pathlib import Path
from typing import TextIO

from app.paths import second_volume
from app.ports.store import StoreFullError, StoreUnavailableError
from app.storage.keys import open_key
from app.storage.restore import restore as restore_store


def restore(data_dir: Path, source: Path, out: TextIO) -> int:
    """Restore from `source` and say how far it goes; what lay there before is set aside, never deleted."""
    try:
        done = restore_store(data_dir, open_key(data_dir), source, second_volume(data_dir))
    except (StoreFullError, StoreUnavailableError) as error:
        print(f"the restore did not finish: {error}; nothing was deleted, mend that and run it again", file=out)
        return 2
    print(f"restored from {source}; {done.replayed} later event(s) taken from the second journal", file=out)
    for path in done.set_aside:
        print(f"set aside: {path}", file=out)
    if done.stopped:
        print(f"stopped there: {done.stopped}", file=out)
        return 1
    print("now run `membertill verify`", file=out)
    return 0
