"""A shop's history on its way to a chain: one packed file of rows, sent in parts.

The file is lines of JSON under zstd: first a `HistoryHead`, then `[table, row]` for every row, a binary value in hex.
A part is one line of JSON (`HistoryPart`), then bytes of the file.
"""

from typing import Annotated, Literal

from pydantic import Field, ValidationError

from sync.protocol.messages import Count, Epoch, HexHash, Message, Name, Text
from sync.protocol.wire import MalformedFrameError

PART_BYTES = 4 << 20
LARGEST_FILE = 4 << 30
CONTENT_TYPE = "application/octet-stream"


class HistoryHead(Message):
    """The file's first line: whose it is, for which legal entity it posts, and `step`, the schema of its rows."""

    format: Literal[1] = 1
    step: Text
    till: Name
    epoch: Epoch
    last_seq: Count
    last_hash: HexHash
    merchant: Name


class HistoryPart(Message):
    """The bytes from `offset` on of a file of `size` bytes with this SHA-256; `code` lets the till in with the last."""

    message: Literal["join"] = "join"
    code: Text
    till: Name
    epoch: Epoch
    public_key: HexHash
    digest: HexHash
    size: Annotated[int, Field(ge=1, le=LARGEST_FILE, strict=True)]
    offset: Count


class Received(Message):
    """Head office has so many bytes of the file: send on from there."""

    answer: Literal["received"] = "received"
    received: Count


def pack_part(part: HistoryPart, content: bytes) -> bytes:
    """As it is sent."""
    return part.model_dump_json().encode() + b"\n" + content


def unpack_part(sent: bytes) -> tuple[HistoryPart, bytes]:
    """The part and its bytes; MalformedFrameError."""
    line, _, content = sent.partition(b"\n")
    try:
        part = HistoryPart.model_validate_json(line)
    except ValidationError as error:
        raise MalformedFrameError("the first line is no part of a history") from error
    if part.offset + len(content) > part.size:
        raise MalformedFrameError("more bytes than the file has")
    return part, content
