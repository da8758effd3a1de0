"""The form of the second journal: a header written twice, then one encrypted frame an event.

    header, twice:  "MTJH" version(4) salt(16) crc32(4)
    frame:          "MTJF" epoch(4) seq(8) nonce(12) length(4) sealed(length) key(60) crc32(4) size(4)

`key` opens the personal words in the event: nonce(12) and 48 bytes sealed like the frame; 00 where there are none, FF
where the member was forgotten. It is written over in place, so the CRC leaves it out. All numbers are big-endian.
`sealed` is ChaCha20-Poly1305 over `prev_hash(32) hash(32) payload`, bound to epoch, seq and length; the key is derived
from the till's key and the salt. `size` is the whole frame's, so that the last frame is found from the file's end. The
CRC finds damage fast; what is true only the cipher says.
"""

import io
import os
import struct
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from mmap import mmap
from zlib import crc32

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.domain.journal import Event

Content = bytes | mmap

SALT_BYTES = 16
_VERSION = 1
_HEADER = struct.Struct(">4sI16sI")
_HEADER_MARK = b"MTJH"
HEADER_BYTES = 2 * _HEADER.size

_FRAME = struct.Struct(">4sIQ12sI")
_FRAME_MARK = b"MTJF"
_TRAILER = struct.Struct(">II")
_HASHES_BYTES = 64
_TAG_BYTES = 16
_KEY_BYTES = 12 + 32 + _TAG_BYTES
_NO_KEY, _KEY_GONE = bytes(_KEY_BYTES), b"\xff" * _KEY_BYTES
_LEAST_SEALED = _HASHES_BYTES + _TAG_BYTES
_MOST_SEALED = 64 << 20


class HeaderDamagedError(Exception):
    """Neither copy of the header can be read."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One event of the second journal. `fault` says what is wrong around bytes that are themselves proved right.

    `key` is the event's own, if it has one; `is_forgotten`: it had one. `key_offset` is where it lies.
    """

    offset: int
    end: int
    epoch: int
    seq: int
    prev_hash: bytes
    hash: bytes
    payload: bytes
    key_offset: int
    key: bytes = field(default=b"", repr=False)
    is_forgotten: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes that are no frame. `after` is the (epoch, seq) of the frame before, `is_tail` says nothing good follows."""

    offset: int
    end: int
    after: tuple[int, int]
    is_tail: bool


def pack_header(salt: bytes) -> bytes:
    """The header, both copies."""
    copy = _HEADER.pack(_HEADER_MARK, _VERSION, salt, crc32(salt, _VERSION))
    return copy + copy


def header_salt(content: Content) -> bytes:
    """The salt from whichever copy of the header is whole; HeaderDamagedError where none is."""
    for copy in range(2):
        salt = _salt_of_copy(content, copy)
        if salt is not None:
            return salt
    raise HeaderDamagedError


def damaged_header_copies(content: Content) -> tuple[int, ...]:
    """Which copies of the header (0, 1) cannot be read."""
    return tuple(copy for copy in range(2) if _salt_of_copy(content, copy) is None)


def pack_frame(event: Event, cipher: ChaCha20Poly1305) -> bytes:
    """The event as a frame."""
    nonce = os.urandom(12)
    length = _LEAST_SEALED + len(event.payload)
    sealed = cipher.encrypt(nonce, event.prev_hash + event.hash + event.payload, _bound(event.epoch, event.seq, length))
    framed = _FRAME.pack(_FRAME_MARK, event.epoch, event.seq, nonce, length) + sealed
    size = len(framed) + _KEY_BYTES + _TRAILER.size
    return framed + _pack_key(event, cipher) + _TRAILER.pack(crc32(framed), size)


def _pack_key(event: Event, cipher: ChaCha20Poly1305) -> bytes:
    if not event.key:
        return _NO_KEY
    nonce = os.urandom(12)
    return nonce + cipher.encrypt(nonce, event.key, _bound(event.epoch, event.seq, 0))


def write_key_over(file: io.RawIOBase, key_offset: int) -> None:
    """Nobody opens this event's words any more; to be made durable by the caller."""
    file.seek(key_offset)
    file.write(_KEY_GONE)


def frame_at(content: Content, offset: int, cipher: ChaCha20Poly1305) -> Frame | None:
    """The frame at `offset`, believed only if the cipher proves it."""
    if offset + _FRAME.size > len(content):
        return None
    mark, epoch, seq, nonce, length = _FRAME.unpack_from(content, offset)
    sealed_at = offset + _FRAME.size
    key_at = sealed_at + length
    end = key_at + _KEY_BYTES + _TRAILER.size
    if not _LEAST_SEALED <= length <= _MOST_SEALED or end > len(content):
        return None
    try:
        opened = cipher.decrypt(nonce, content[sealed_at:key_at], _bound(epoch, seq, length))
    except InvalidTag:
        return None
    crc, size = _TRAILER.unpack_from(content, key_at + _KEY_BYTES)
    key, is_forgotten, is_damaged = _key_at(content, key_at, epoch, seq, cipher)
    faults = [
        name
        for name, is_wrong in (
            ("mark", mark != _FRAME_MARK),
            ("checksum", crc != crc32(content[offset:key_at])),
            ("size", size != end - offset),
            ("key", is_damaged),
        )
        if is_wrong
    ]
    return Frame(
        offset=offset,
        end=end,
        epoch=epoch,
        seq=seq,
        prev_hash=opened[:32],
        hash=opened[32:_HASHES_BYTES],
        payload=opened[_HASHES_BYTES:],
        key_offset=key_at,
        key=key,
        is_forgotten=is_forgotten,
        fault=f"{' and '.join(faults)} of the frame changed" if faults else "",
    )


def last_frame(content: Content, cipher: ChaCha20Poly1305) -> Frame | None:
    """The frame that ends where the file ends, if there is one."""
    if len(content) < HEADER_BYTES + _FRAME.size + _TRAILER.size:
        return None
    _, size = _TRAILER.unpack_from(content, len(content) - _TRAILER.size)
    offset = len(content) - size
    if offset < HEADER_BYTES:
        return None
    frame = frame_at(content, offset, cipher)
    return frame if frame is not None and not frame.fault and frame.end == len(content) else None


def frames(content: Content, cipher: ChaCha20Poly1305, offset: int = HEADER_BYTES) -> Iterator[Frame | Damage]:
    """All frames from `offset` on; past damage it goes on with the next frame that proves itself."""
    before = (0, 0)
    while offset < len(content):
        frame = frame_at(content, offset, cipher)
        if frame is None:
            following = _next_frame(content, offset + 1, cipher)
            end = following.offset if following else len(content)
            yield Damage(offset, end, before, is_tail=following is None)
            offset = end
            continue
        yield frame
        before = (frame.epoch, frame.seq)
        offset = frame.end


def key_offsets(content: Content, cipher: ChaCha20Poly1305, wanted: Set[tuple[int, int]]) -> Iterator[int]:
    """Where the keys of the events at these places (epoch, seq) lie; frames are leapt over, not read."""
    offset, left = HEADER_BYTES, set(wanted)
    while left and offset + _FRAME.size <= len(content):
        mark, epoch, seq, _, length = _FRAME.unpack_from(content, offset)
        key_at = offset + _FRAME.size + length
        end = key_at + _KEY_BYTES + _TRAILER.size
        is_frame = mark == _FRAME_MARK and end <= len(content)
        if not is_frame or _TRAILER.unpack_from(content, end - _TRAILER.size)[1] != end - offset:
            found = frame_at(content, offset, cipher) or _next_frame(content, offset + 1, cipher)
            if found is None:
                return
            epoch, seq, key_at, end = found.epoch, found.seq, found.key_offset, found.end
        if (epoch, seq) in left:
            left.discard((epoch, seq))
            yield key_at
        offset = end


def _next_frame(content: Content, offset: int, cipher: ChaCha20Poly1305) -> Frame | None:
    while (offset := content.find(_FRAME_MARK, offset)) >= 0:
        frame = frame_at(content, offset, cipher)
        if frame is not None:
            return frame
        offset += 1
    return None


def _key_at(content: Content, offset: int, epoch: int, seq: int, cipher: ChaCha20Poly1305) -> tuple[bytes, bool, bool]:
    """The key at `offset`, whether it was written over, and whether it is neither."""
    slot = content[offset : offset + _KEY_BYTES]
    if slot in (_NO_KEY, _KEY_GONE):
        return b"", slot == _KEY_GONE, False
    try:
        return cipher.decrypt(slot[:12], slot[12:], _bound(epoch, seq, 0)), False, False
    except InvalidTag:
        return b"", False, True


def _salt_of_copy(content: Content, copy: int) -> bytes | None:
    if len(content) < HEADER_BYTES:
        return None
    mark, version, salt, crc = _HEADER.unpack_from(content, copy * _HEADER.size)
    whole = mark == _HEADER_MARK and version == _VERSION and crc == crc32(salt, _VERSION)
    return bytes(salt) if whole else None


def _bound(epoch: int, seq: int, length: int) -> bytes:
    return struct.pack(">IQI", epoch, seq, length)
