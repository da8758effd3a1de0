"""The form of the second journal: a header written twice, then one encrypted frame an event.

    header, twice:  "MTJH" version(4) salt(16) crc32(4)
    frame:          "MTJF" epoch(4) seq(8) nonce(12) length(4) sealed(length) crc32(4) size(4)

All numbers are big-endian. `sealed` is ChaCha20-Poly1305 over `prev_hash(32) hash(32) payload`, bound to epoch, seq and
length; the key is derived from the till's key and the salt. `size` is the whole frame's, so that the last frame is
found from the file's end. The CRC finds damage fast; what is true only the cipher says.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
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
_LEAST_SEALED = _HASHES_BYTES + _TAG_BYTES
_MOST_SEALED = 64 << 20


class HeaderDamagedError(Exception):
    """Neither copy of the header can be read."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One event of the second journal. `fault` says what is wrong around bytes that are themselves proved right."""

    offset: int
    end: int
    epoch: int
    seq: int
    prev_hash: bytes
    hash: bytes
    payload: bytes
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
    return framed + _TRAILER.pack(crc32(framed), len(framed) + _TRAILER.size)


def frame_at(content: Content, offset: int, cipher: ChaCha20Poly1305) -> Frame | None:
    """The frame at `offset`, believed only if the cipher proves it."""
    if offset + _FRAME.size > len(content):
        return None
    mark, epoch, seq, nonce, length = _FRAME.unpack_from(content, offset)
    sealed_at = offset + _FRAME.size
    end = sealed_at + length + _TRAILER.size
    if not _LEAST_SEALED <= length <= _MOST_SEALED or end > len(content):
        return None
    try:
        opened = cipher.decrypt(nonce, content[sealed_at : sealed_at + length], _bound(epoch, seq, length))
    except InvalidTag:
        return None
    crc, size = _TRAILER.unpack_from(content, sealed_at + length)
    faults = [
        name
        for name, is_wrong in (
            ("mark", mark != _FRAME_MARK),
            ("checksum", crc != crc32(content[offset : sealed_at + length])),
            ("size", size != end - offset),
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


def _next_frame(content: Content, offset: int, cipher: ChaCha20Poly1305) -> Frame | None:
    while (offset := content.find(_FRAME_MARK, offset)) >= 0:
        frame = frame_at(content, offset, cipher)
        if frame is not None:
            return frame
        offset += 1
    return None


def _salt_of_copy(content: Content, copy: int) -> bytes | None:
    if len(content) < HEADER_BYTES:
        return None
    mark, version, salt, crc = _HEADER.unpack_from(content, copy * _HEADER.size)
    whole = mark == _HEADER_MARK and version == _VERSION and crc == crc32(salt, _VERSION)
    return bytes(salt) if whole else None


def _bound(epoch: int, seq: int, length: int) -> bytes:
    return struct.pack(">IQI", epoch, seq, length)
