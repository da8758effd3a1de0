"""The file with which a single shop joins: its parts, kept until it is whole, and its lines, read without trust."""

import hashlib
import io
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import zstandard
from sqlalchemy import Connection

from sync.office.storage.history import forget_parts, keep_part, parts_of, received, received_of_others
from sync.protocol.history import LARGEST_FILE, HistoryPart

_BUFFER = 1 << 20
# The largest event that a till may push, in hex, and room for the rest of its row.
_LONGEST_LINE = 9 << 20


class HistoryRefusedError(Exception):
    """This file cannot become part of the chain; the text says why. Nothing is kept of it."""


def kept(connection: Connection, part: HistoryPart, content: bytes) -> int:
    """How many bytes of the file are here, this part among them; one that came before changes nothing."""
    there = received(connection, part.digest)
    if content and part.offset == there:
        # However many files somebody begins, no more is kept than one may have.
        if received_of_others(connection, part.digest) + there + len(content) > LARGEST_FILE:
            forget_parts(connection, part.digest)
        keep_part(connection, part.digest, part.offset, content)
        return there + len(content)
    return there


@contextmanager
def unpacked(connection: Connection, part: HistoryPart) -> Iterator[Iterable[bytes]]:
    """The file's lines; HistoryRefusedError where it is not the file that was announced."""
    digest = hashlib.sha256()
    with tempfile.TemporaryFile() as packed:
        for content in parts_of(connection, part.digest):
            digest.update(content)
            packed.write(content)
        if digest.hexdigest() != part.digest:
            raise HistoryRefusedError("the file was changed on the way")
        packed.seek(0)
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(packed) as reader:
            yield _lines(io.BufferedReader(reader, _BUFFER))


def _lines(file: io.BufferedReader) -> Iterator[bytes]:
    """One after the other; a few bytes can unpack to a line that no memory holds."""
    while line := file.readline(_LONGEST_LINE + 1):
        if len(line) > _LONGEST_LINE:
            raise HistoryRefusedError("the file is no history of a shop")
        yield line
