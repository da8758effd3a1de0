"""The second journal: every event once more, encrypted, in a file of its own, on a second volume where there is one.

It is written after `till.db` has committed, so it may lack the last events and is then completed from there; it never
has one that `till.db` lacks, unless `till.db` is an older one.
"""

import mmap
import os
import secrets
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.domain.journal import Event
from app.storage.journal_frames import (
    HEADER_BYTES,
    SALT_BYTES,
    Content,
    Damage,
    Frame,
    HeaderDamagedError,
    damaged_header_copies,
    frames,
    header_salt,
    key_offsets,
    last_frame,
    pack_frame,
    pack_header,
    write_key_over,
)
from app.storage.keys import StoreKey
from app.storage.places import free_name, sync_directory

_fsync = getattr(os, "fdatasync", os.fsync)


@dataclass(frozen=True, slots=True)
class JournalEnd:
    """The last event in the file."""

    epoch: int
    seq: int
    hash: bytes


class SecondJournal:
    """The file, open for appending; one writer."""

    def __init__(self, path: Path, cipher: ChaCha20Poly1305, size: int, end: JournalEnd | None) -> None:
        self._path = path
        self._cipher = cipher
        self._size = size
        self._end = end
        self._file = path.open("r+b", buffering=0)

    @classmethod
    def open(cls, path: Path, key: StoreKey) -> "SecondJournal":
        """The journal at `path`, made where there is none; a torn tail is cut off and kept aside. OSError if it fails.

        A file that this key does not open at all is set aside whole, and a new one begun.
        """
        if not path.exists():
            return cls._create(path, key)
        try:
            with _content(path) as content:
                cipher = _cipher(content, key)
                size, end = _sound_part(content, cipher)
                torn = content[size:]
        except HeaderDamagedError:
            path.rename(free_name(path.with_name(path.name + ".aside")))
            return cls._create(path, key)
        if torn:
            _keep_aside(free_name(path.with_name(path.name + ".torn")), torn)
        journal = cls(path, cipher, size, end)
        if torn:
            journal._cut_back()
        return journal

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self._path

    @property
    def end(self) -> JournalEnd | None:
        """The last event in it; None while it is empty."""
        return self._end

    @property
    def size_bytes(self) -> int:
        """How much of the file is sound."""
        return self._size

    def append(self, events: Sequence[Event]) -> None:
        """Add events and make them durable. After an OSError nothing counts as added; it may simply be tried again."""
        if not events:
            return
        chunk = b"".join(pack_frame(event, self._cipher) for event in events)
        if self._file.seek(0, os.SEEK_END) != self._size:
            self._cut_back()  # a try before this one failed half-way
            self._file.seek(self._size)
        written = 0
        while written < len(chunk):
            written += self._file.write(chunk[written:]) or 0
        _fsync(self._file.fileno())
        self._size += len(chunk)
        last = events[-1]
        self._end = JournalEnd(last.epoch, last.seq, last.hash)

    def forget(self, places: Set[tuple[int, int]]) -> None:
        """Write the keys of the events at these places (epoch, seq) over, durably. OSError; it may be tried again."""
        with _content(self._path) as content:
            offsets = list(key_offsets(content, self._cipher, places))
        for offset in offsets:
            write_key_over(self._file, offset)
        _fsync(self._file.fileno())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    @classmethod
    def _create(cls, path: Path, key: StoreKey) -> "SecondJournal":
        salt = secrets.token_bytes(SALT_BYTES)
        # Made under another name: a header is whole or not there.
        draft = path.with_name(path.name + ".new")
        with draft.open("wb") as file:
            file.write(pack_header(salt))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_directory(path.parent)
        return cls(path, ChaCha20Poly1305(key.for_second_journal(salt)), HEADER_BYTES, None)

    def _cut_back(self) -> None:
        self._file.truncate(self._size)
        _fsync(self._file.fileno())


@contextmanager
def read_second_journal(path: Path, key: StoreKey) -> Iterator[Iterator[Frame | Damage]]:
    """All frames of the file, and where it is damaged; HeaderDamagedError where no frame can be read at all."""
    with _content(path) as content:
        cipher = _cipher(content, key)
        yield _with_header_faults(content, cipher)


def _with_header_faults(content: Content, cipher: ChaCha20Poly1305) -> Iterator[Frame | Damage]:
    half = HEADER_BYTES // 2
    for copy in damaged_header_copies(content):
        yield Damage(copy * half, (copy + 1) * half, (0, 0), is_tail=False)
    yield from frames(content, cipher)


def _sound_part(content: Content, cipher: ChaCha20Poly1305) -> tuple[int, JournalEnd | None]:
    last = last_frame(content, cipher)
    if last is not None:
        return last.end, JournalEnd(last.epoch, last.seq, last.hash)
    size, end = HEADER_BYTES, None
    for found in frames(content, cipher):
        if isinstance(found, Frame):
            size, end = found.end, JournalEnd(found.epoch, found.seq, found.hash)
    return size, end


def _cipher(content: Content, key: StoreKey) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(key.for_second_journal(header_salt(content)))


@contextmanager
def _content(path: Path) -> Iterator[Content]:
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            yield b""  # an empty file cannot be mapped
            return
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            yield content


def _keep_aside(path: Path, torn: bytes) -> None:
    with path.open("wb") as file:
        file.write(torn)
        file.flush()
        os.fsync(file.fileno())
    sync_directory(path.parent)
