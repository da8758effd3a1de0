"""The ready-made file of members: fetched part by part, checked, gone on with after whatever broke it off."""

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from sync.client.feeds import Feeds
from sync.client.office import AnswerUnreadableError
from sync.protocol.streams import CHUNK_BYTES, AskChunk, AskCopy, Copy

# Somebody may stand at the till and wait for a lease behind a part: it is as large as comes in about half a second.
SMALLEST_PART, FIRST_PART = 64 << 10, 512 << 10
_QUICK_SECONDS, _SLOW_SECONDS = 0.25, 1.0
# Other work, an upload for one, waits for no longer than this; beginning anew for each part would cost more.
TURN_SECONDS = 2.0
_TRIES = 3
# So much stays free on the disk, for the sales meanwhile.
SPARE_BYTES = 256 << 20


class CopyCancelledError(Exception):
    """Somebody has stopped it; what came stays for the next time."""


class CopyPausedError(Exception):
    """Somebody has other work for this thread; it goes on with the next call."""


class CopyDiskFullError(Exception):
    """The file does not fit on the disk: nothing was begun, or what came stays."""


def free_bytes(folder: Path) -> int:
    """What is free on the disk of a folder."""
    return shutil.disk_usage(folder).free


@dataclass(slots=True)
class CopyFetch:
    """`told(done, of)` hears how far it is, in bytes; between two parts `is_cancelled` and `is_wanted` are asked.

    May raise OfficeError where head office went away, CopyCancelledError, CopyPausedError and CopyDiskFullError.
    """

    folder: Path
    feeds: Feeds
    told: Callable[[int, int], None]
    is_cancelled: Callable[[], bool]
    is_wanted: Callable[[], bool]
    free: Callable[[Path], int] = free_bytes
    seconds: Callable[[], float] = time.monotonic
    _known: dict[Path, int] = field(default_factory=dict)
    _part: int = FIRST_PART
    _began: float = 0.0

    def __call__(self, ask: AskCopy) -> tuple[Copy, Path]:
        """The file as head office has it now, whole and checked; its caller takes it from there."""
        copy, self._began = self.feeds.copy(ask), self.seconds()
        path = self.folder / f"directory-{copy.cursor}-{copy.chunks[0][:8]}.part"
        for other in self.folder.glob("directory-*.part"):
            if other != path:
                other.unlink()
        try:
            with path.open("r+b" if path.exists() else "w+b") as file:
                self._fill(file, path, copy, ask)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise CopyDiskFullError from error
        del self._known[path]
        return copy, path

    def _fill(self, file: BinaryIO, path: Path, copy: Copy, ask: AskCopy) -> None:
        if path not in self._known:
            self._known[path] = _good_bytes(file, copy)
        if self.free(self.folder) < copy.size - self._known[path] + SPARE_BYTES:
            raise CopyDiskFullError
        failures = 0
        while (done := self._known[path]) < copy.size:
            chunk = done // CHUNK_BYTES
            end = min((chunk + 1) * CHUNK_BYTES, copy.size)
            if self._chunk(file, copy, ask, done, end) == copy.chunks[chunk]:
                self._known[path], failures = end, 0
                continue
            failures += 1
            file.truncate(done)
            if failures == _TRIES:
                raise AnswerUnreadableError

    def _chunk(self, file: BinaryIO, copy: Copy, ask: AskCopy, begin: int, end: int) -> str:
        """Fetch what lacks of one chunk; its hash."""
        file.seek(begin)
        there = file.read(end - begin)
        digest, place = hashlib.sha256(there), begin + len(there)
        while place < end:
            for got in self._fetched(copy, ask, place, min(self._part, end - place)):
                file.write(got)
                digest.update(got)
                place += len(got)
            self.told(place, copy.size)
            file.flush()
            if self.is_cancelled():
                raise CopyCancelledError
            if self.is_wanted() and self.seconds() - self._began >= TURN_SECONDS:
                raise CopyPausedError
        return digest.hexdigest()

    def _fetched(self, copy: Copy, ask: AskCopy, offset: int, length: int) -> Iterator[bytes]:
        """One part in pieces, each to be written as it comes."""
        message = AskChunk(
            till=ask.till, epoch=ask.epoch, stream=copy.stream, cursor=copy.cursor, offset=offset, length=length
        )
        if self.is_cancelled():
            raise CopyCancelledError
        began, came = self.seconds(), 0
        for piece in self.feeds.chunk(message):
            came += len(piece)
            if came > length:
                raise AnswerUnreadableError
            yield piece
        if not came:
            raise AnswerUnreadableError
        self._part = _next_part(self._part, self.seconds() - began)


def _next_part(part: int, took: float) -> int:
    if took < _QUICK_SECONDS:
        return min(2 * part, CHUNK_BYTES)
    return max(part // 2, SMALLEST_PART) if took > _SLOW_SECONDS else part


def _good_bytes(file: BinaryIO, copy: Copy) -> int:
    """How much of the file is there already and right. The beginning of a chunk behind that is kept as well."""
    file.seek(0)
    done = 0
    for expected in copy.chunks:
        data = file.read(CHUNK_BYTES)
        if hashlib.sha256(data).hexdigest() != expected:
            break
        done += len(data)
    file.truncate(min(file.seek(0, os.SEEK_END), done + CHUNK_BYTES - 1, copy.size))
    return done
