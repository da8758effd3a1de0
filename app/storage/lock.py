"""One program at a time writes a data directory: an advisory lock that ends with the process, however it ends."""

import sys
from pathlib import Path

from app.ports.store import StoreUnavailableError
from app.storage.places import LOCK_FILE

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class StoreInUseError(StoreUnavailableError):
    """Another program has this till open."""


class DirectoryLock:
    """The right to write a data directory, held until `release`."""

    def __init__(self, data_dir: Path) -> None:
        self._file = (data_dir / LOCK_FILE).open("a+b")
        try:
            if sys.platform == "win32":
                self._file.seek(0)
                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._file.close()
            raise StoreInUseError(f"another program has the till in {data_dir} open") from error

    def release(self) -> None:
        """Let others in."""
        self._file.close()
