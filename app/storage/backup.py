"""Backups: a copy of `till.db`, encrypted as it is, and of the second journal, made while the till goes on selling.

The key is not in it: whoever has only the backup can read nothing, and can restore nothing.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from app.domain.journal import Head
from app.ports.store import StoreUnavailableError
from app.storage.direct import connect_reader
from app.storage.keys import StoreKey
from app.storage.places import SECOND_JOURNAL, TILL_DB, sync_directory
from app.storage.sqlcipher import check_sqlite_version, condition_of, connect_raw
from app.storage.till.work import Known, read_known


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was read back. `second` is the copy of the second journal, None where there was none to copy."""

    path: Path
    second: Path | None
    head: Head


def back_up(data_dir: Path, key: StoreKey, target: Path, second_dir: Path | None = None) -> BackupMade:
    """Copy the till's files to `target` (and `target` with the ending `.mtj`), whole or not at all.

    Raises StoreFullError or StoreUnavailableError. Reads beside the till; a sale does not wait for it.
    """
    check_sqlite_version()
    source, database_key = data_dir / TILL_DB, key.for_till_db()
    if not source.exists():
        raise StoreUnavailableError(f"there is no store at {source}")
    draft = target.with_name(target.name + ".new")
    try:
        _remove_database(draft)
        _copy_database(source, draft, database_key)
        known = read_backup(draft, key)
        # Copied after the database, so that it has every event the database has.
        second = _copy_second((second_dir or data_dir) / SECOND_JOURNAL, target.with_suffix(".mtj"))
        draft.replace(target)
        sync_directory(target.parent)
    except OSError as error:
        _remove_database(draft)
        raise StoreUnavailableError(f"the backup could not be written: {error}") from error
    except BaseException:
        _remove_database(draft)
        raise
    return BackupMade(target, second, known.head)


def read_backup(path: Path, key: StoreKey) -> Known:
    """What the backup knows of its till; StoreUnavailableError where it is no backup that this key opens."""
    if not path.exists():
        raise StoreUnavailableError(f"there is no backup at {path}")
    connection = connect_reader(path, key.for_till_db())
    try:
        damaged = connection.run("PRAGMA cipher_integrity_check").fetchall()
        known = read_known(connection)
    finally:
        connection.close()
    if damaged or known is None:
        raise StoreUnavailableError(f"{path} is damaged, or of a till that was never enrolled")
    return known


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file and see that it lies on the disk."""
    with source.open("rb") as reading, target.open("wb") as writing:
        shutil.copyfileobj(reading, writing, 1 << 20)
        writing.flush()
        os.fsync(writing.fileno())


def _copy_database(source: Path, target: Path, key: bytes) -> None:
    reading, writing = None, None
    try:
        reading = connect_raw(source, key, pragmas=("query_only=ON", "busy_timeout=5000"))
        # The journal's mode comes along with the copied pages; a backup stands alone, without a log beside it.
        writing = connect_raw(target, key)
        reading.backup(writing)  # in one step: one read transaction, and a writer goes on behind it
        writing.execute("PRAGMA journal_mode=DELETE").fetchall()
    except dbapi2.Error as error:
        raise condition_of(error, target.parent) or error from error
    finally:
        for connection in (reading, writing):
            if connection is not None:
                connection.close()
    with target.open("rb") as file:
        os.fsync(file.fileno())


def _copy_second(source: Path, target: Path) -> Path | None:
    if not source.exists():
        return None
    draft = target.with_name(target.name + ".new")
    copy_durably(source, draft)
    draft.replace(target)
    return target


def _remove_database(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
