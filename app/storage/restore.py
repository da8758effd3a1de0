"""Restore by hand: a broken or old `till.db` is set aside, a backup takes its place, the second journal fills it up."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import BrokenPromiseError
from app.domain.journal import Head
from app.ports.store import StoreUnavailableError
from app.storage.backup import copy_durably, read_backup
from app.storage.direct import DirectConnection, connect_writer
from app.storage.journal_frames import Damage, Frame, HeaderDamagedError
from app.storage.keys import StoreKey
from app.storage.lock import DirectoryLock
from app.storage.places import SECOND_JOURNAL, TILL_DB, free_name, sync_directory
from app.storage.second_journal import read_second_journal
from app.storage.till.forgetting import forget
from app.storage.till.migrate import prepare_schema
from app.storage.till.replay import replay, sealed_event
from app.storage.till.work import Known, Work, read_known


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore has done.

    `from_backup` is the chain's end in the backup, `head` its end now; between them lie the `replayed` events that
    the second journal gave. `stopped` says why it gave no more, empty where it gave all it has. Everything set aside is
    kept.
    """

    from_backup: Head
    head: Head
    replayed: int
    stopped: str
    set_aside: tuple[Path, ...]


def restore(data_dir: Path, key: StoreKey, backup: Path, second_dir: Path | None = None) -> Restored:
    """Put `backup` in the place of `till.db` and replay the second journal's later events over it.

    The till must be closed. StoreUnavailableError, with nothing changed, where the backup cannot be used. Lost are:
    what lies behind `stopped`, slips that were waiting, held baskets and settings younger than the backup.
    """
    second = (second_dir or data_dir) / SECOND_JOURNAL
    before = read_backup(backup, key)
    lock = DirectoryLock(data_dir)
    try:
        draft = data_dir / (TILL_DB + ".restored")
        copy_durably(backup, draft)
        set_aside = _set_aside(data_dir / TILL_DB)
        draft.replace(data_dir / TILL_DB)
        sync_directory(data_dir)
        with _opened(data_dir / TILL_DB, key) as connection:
            now, stopped = _replay_all(connection, before, second, key)
        if stopped and second.exists():
            # It goes on where the till now goes another way; the till begins a new one from its own journal.
            aside = free_name(second.with_name(second.name + ".aside"))
            second.rename(aside)
            set_aside = (*set_aside, aside)
    finally:
        lock.release()
    return Restored(before.head, now.head, now.pos - before.pos, stopped, set_aside)


def _replay_all(connection: DirectConnection, known: Known, second: Path, key: StoreKey) -> tuple[Known, str]:
    try:
        with read_second_journal(second, key) as frames:
            for found in frames:
                if isinstance(found, Frame):
                    if (found.epoch, found.seq) > (known.head.epoch, known.head.seq):
                        event = sealed_event(found.payload, found.prev_hash, found.hash, found.key)
                        known = replay(connection, known, event)
                    elif found.is_forgotten:
                        _forget_again(connection, known, (found.epoch, found.seq))
                elif _hides_needed_events(found, known.head):
                    return known, f"bytes {found.offset} to {found.end} of the second journal are damaged"
    except FileNotFoundError:
        return known, "there is no second journal"
    except HeaderDamagedError:
        return known, "the second journal cannot be read"
    except BrokenPromiseError as error:
        return known, str(error)
    return known, ""


def _forget_again(connection: DirectConnection, known: Known, place: tuple[int, int]) -> None:
    """The backup brings back the key of words that were forgotten since."""
    with connection.transaction():
        forget(Work(connection, known), [place])


def _hides_needed_events(damage: Damage, head: Head) -> bool:
    # Damage before what the backup has hides nothing; behind it the chain itself shows whether an event is missing.
    return damage.is_tail and damage.after >= (head.epoch, head.seq)


def _set_aside(path: Path) -> tuple[Path, ...]:
    name = free_name(path.with_name(path.name + ".aside")).name
    moved: list[Path] = []
    for ending in ("", "-wal", "-shm"):
        part = path.with_name(path.name + ending)
        if part.exists():
            moved.append(part.rename(path.with_name(name + ending)))
    return tuple(moved)


@contextmanager
def _opened(path: Path, key: StoreKey) -> Iterator[DirectConnection]:
    connection = connect_writer(path, key.for_till_db())
    try:
        prepare_schema(connection, path, key.for_till_db())
        if read_known(connection) is None:
            raise StoreUnavailableError("the backup is of a till that was never enrolled")
        yield connection
    finally:
        connection.close()
