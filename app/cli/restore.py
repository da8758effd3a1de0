"""`membertill restore`: put a backup in the broken store's place, and bring it up to date from the second journal."""

from pathlib import Path
from typing import TextIO

from app.paths import second_volume
from app.ports.store import StoreFullError, StoreUnavailableError
from app.storage.keys import choose_key_provider
from app.storage.restore import restore as restore_store


def restore(data_dir: Path, source: Path, out: TextIO) -> int:
    """Restore from `source` and say how far it goes; what lay there before is set aside, never deleted."""
    try:
        key = choose_key_provider(data_dir).load()
        if key is None:
            print(
                f"the till's key is not in {data_dir}: put its copy there first; a new one could not read it", file=out
            )
            return 2
        done = restore_store(data_dir, key, source, second_volume(data_dir))
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
