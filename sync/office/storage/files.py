"""The embedded database as a file: copied while it is in use, checked, put in the place of another."""

import os
from pathlib import Path

from sqlcipher3 import dbapi2

from sync.office.storage.engines import OfficeUnavailableError, connect_sqlite


def copy_database(source: Path, target: Path, key: bytes) -> None:
    """A whole copy under the same key, as of one moment; it appears under its name only when it is complete."""
    draft = target.with_name(target.name + ".new")
    draft.unlink(missing_ok=True)
    connection = connect_sqlite(source, key)
    try:
        connection.execute("VACUUM INTO ?", (str(draft),))
    finally:
        connection.close()
    check_database(draft, key)
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    draft.replace(target)


def check_database(path: Path, key: bytes) -> None:
    """OfficeUnavailableError where the file is damaged or has another key."""
    if not path.is_file():
        raise OfficeUnavailableError(f"{path} is not there")
    connection = connect_sqlite(path, key)
    try:
        faults = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
        faults += [row[0] for row in connection.execute("PRAGMA quick_check").fetchall() if row[0] != "ok"]
    except dbapi2.DatabaseError as error:
        raise OfficeUnavailableError(f"{path} is damaged: {error}") from error
    finally:
        connection.close()
    if faults:
        raise OfficeUnavailableError(f"{path} is damaged: {faults[0]}")


def set_aside(path: Path, suffix: str) -> Path | None:
    """Move a database with its write-ahead log out of the way; where it is now."""
    if not path.exists():
        return None
    aside = path.with_name(f"{path.name}.{suffix}")
    for ending in ("", "-wal", "-shm"):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    return aside
