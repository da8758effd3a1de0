"""SNAPSHOT: the members of a stream as a ready-made encrypted file, for tills that lack too many of them.

A file under a random key of its own, built beside the server by whoever follows up events. What is read is at least as
new as the cursor, so whoever takes the file and then pulls from there has everything.
"""

import hashlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from app.domain.checkpoint import CopyRow
from app.domain.ids import WalletId
from app.ports.directory import DirectoryMark
from app.storage.directory.build import DirectoryBuilder
from sync.office.services.streams.feed_rows import applied_of, followed_of, lags, member_contents
from sync.office.services.streams.tell_members import TellMembers
from sync.office.services.world import World
from sync.office.storage.chains import all_chains
from sync.office.storage.copies import CopyFile, InIt, files_of_copies, find_copy, keep_copy, wanted_copies
from sync.office.storage.regions import is_of_members
from sync.office.storage.state import read_state
from sync.office.storage.streams import head_of_rows, names_of_streams, rows_after
from sync.protocol.streams import CHUNK_BYTES

_PAGE = 2_000
# Whoever takes the file pulls what has changed since: of a twentieth of all members at most, and what a day adds.
_STALE_SHARE = 20

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BuildCopies:
    """Build what is wanted; the file before stays until the next, for who is in the middle of it."""

    world: World

    def __call__(self) -> int:
        """How many files were built."""
        wanted = self.world.database.read(wanted_copies) if self.world.copies else ()
        for stream in wanted:
            self.build(stream)
        return len(wanted)

    def renew(self) -> int:
        """Build what tills may want tomorrow, so that no new one waits for it; how many files. Once a night."""
        stale = self.world.database.read(self._stale) if self.world.copies else ()
        for stream in stale:
            self.build(stream)
        return len(stale)

    def _stale(self, connection: Connection) -> Sequence[str]:
        epoch = read_state(connection).server_epoch
        return [
            stream
            for stream in names_of_streams(connection)
            if is_of_members(stream) and self._is_stale(connection, stream, epoch)
        ]

    def _is_stale(self, connection: Connection, stream: str, epoch: str) -> bool:
        assert self.world.copies is not None
        found, head = find_copy(connection, stream), head_of_rows(connection, stream)
        is_there = found is not None and found.server_epoch == epoch and (self.world.copies / found.file).exists()
        return lags(found.cursor if found and is_there else 0, head, _STALE_SHARE)

    def build(self, stream: str) -> CopyFile:
        """Build the file of a stream now."""
        TellMembers(self.world)()
        folder, now = self.world.copies, self.world.clock.now_ms()
        assert folder is not None
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        before, key = self.world.database.read(lambda connection: find_copy(connection, stream)), self._new_key()
        name = f"members-{self.world.new_id()}.db"
        cursor, epoch, applied = self.world.database.read(
            lambda connection: _write(connection, stream, folder / name, key)
        )
        made = CopyFile(
            stream=stream,
            cursor=cursor,
            server_epoch=epoch,
            file=name,
            key=key,
            size=(folder / name).stat().st_size,
            chunks=_hashes(folder / name),
            applied=applied,
            built_at=now,
        )
        self.world.database.write(lambda connection: keep_copy(connection, made))
        _tidy(folder, {name, before.file} if before else {name}, self.world.database.read(files_of_copies))
        _log.info("a file of %s as of change %d is ready", stream, cursor)
        return made

    def _new_key(self) -> bytes:
        return self.world.randomness.bytes(32)


def _write(connection: Connection, stream: str, path: Path, key: bytes) -> tuple[int, str, Mapping[str, InIt]]:
    """Build the file; its cursor, the server epoch, and how far each chain is in it."""
    # Read first: what is written is as new as these, or newer, and is told again behind the cursor.
    head, epoch = head_of_rows(connection, stream), read_state(connection).server_epoch
    applied = {
        f"{chain.till}/{chain.epoch}": (applied_of(connection, chain), followed_of(connection, chain))
        for chain in all_chains(connection)
    }
    with DirectoryBuilder(path, key) as builder:
        cursor = 0
        while page := rows_after(connection, stream, cursor, _PAGE):
            page = [row for row in page if row.n <= head.n]
            if not page:
                break
            cursor = page[-1].n
            told = member_contents(connection, [WalletId(row.id) for row in page if row.content is not None])
            builder.add_rows(CopyRow(row.id, row.n, told.get(row.id)) for row in page)
        builder.finish(DirectoryMark(head.n, 0), stream, epoch)
    return head.n, epoch, applied


def _hashes(path: Path) -> tuple[str, ...]:
    with path.open("rb") as file:
        return tuple(hashlib.sha256(chunk).hexdigest() for chunk in iter(lambda: file.read(CHUNK_BYTES), b""))


def _tidy(folder: Path, keep: set[str], named: set[str]) -> None:
    """Remove files that no row names and that were not the last ones."""
    for file in folder.glob("members-*.db*"):
        if file.name.split(".db")[0] + ".db" not in keep | named:
            file.unlink(missing_ok=True)
