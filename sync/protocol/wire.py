"""The frame a PUSH travels in: one line of JSON, then the exact bytes of each event, a line each; all under zstd.

The bytes are those the till wrote and hashed. The frame names the chain's hash before its first and after its last
event, so a byte changed on the way shows before anything is kept. The keys of personal words in these events stand in
the first line: they are hashed nowhere, so that they can be deleted (docs/adr/0028).
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal

import zstandard
from pydantic import Field, ValidationError

from app.domain.ids import TillId
from app.domain.journal import Event, chain_hash
from sync.protocol.messages import PROTOCOL_VERSION, Count, Epoch, HexHash, Message, Name

MOST_EVENTS = 500
MOST_BYTES = 1 << 20
# One event may be larger than a frame should be; this is what either side takes at the very most.
LARGEST_FRAME = 4 << 20
CONTENT_TYPE = "application/x-ndjson+zstd"


class MalformedFrameError(Exception):
    """The bytes are no frame, or were changed on the way: nothing of it is kept."""


class PushHead(Message):
    """The frame's first line; `keys` are (seq, key) of the events with personal words in them."""

    message: Literal["push"] = "push"
    protocol: Count = PROTOCOL_VERSION
    till: Name
    epoch: Epoch
    first_seq: Annotated[int, Field(ge=1, le=2**53 - 1, strict=True)]
    count: Annotated[int, Field(ge=1, le=MOST_EVENTS, strict=True)]
    prev_hash: HexHash
    last_hash: HexHash
    keys: Annotated[tuple[tuple[Count, HexHash], ...], Field(max_length=MOST_EVENTS, repr=False)] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """One event of a frame: its place in the chain and its exact bytes; `key` opens the personal words in it."""

    seq: int
    prev_hash: bytes
    hash: bytes
    payload: bytes
    key: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Frame:
    """Consecutive events of one chain."""

    till: TillId
    epoch: int
    links: tuple[Link, ...]


class _Own(threading.local):
    """What a thread packs and unpacks with: making one takes longer than packing a sale."""

    def __init__(self) -> None:
        self.packer = zstandard.ZstdCompressor(level=3)
        self.unpacker = zstandard.ZstdDecompressor(max_window_size=1 << 23)


_OWN = _Own()


def links_of(events: Iterable[Event]) -> tuple[Link, ...]:
    """Journal events as links of a frame."""
    return tuple(Link(event.seq, event.prev_hash, event.hash, event.payload, event.key) for event in events)


def fitting(links: Sequence[Link]) -> tuple[Link, ...]:
    """As many of the links as one frame should carry; at least one."""
    size = 0
    for number, link in enumerate(links[:MOST_EVENTS]):
        size += len(link.payload)
        if number and size > MOST_BYTES:
            return tuple(links[:number])
    return tuple(links[:MOST_EVENTS])


def encode(frame: Frame) -> bytes:
    """The frame's bytes; ValueError where an event holds a line break, which no till writes."""
    first, last = frame.links[0], frame.links[-1]
    if any(b"\n" in link.payload for link in frame.links):
        raise ValueError("an event's bytes are one line")
    head = PushHead(
        till=frame.till,
        epoch=frame.epoch,
        first_seq=first.seq,
        count=len(frame.links),
        prev_hash=first.prev_hash.hex(),
        last_hash=last.hash.hex(),
        keys=tuple((link.seq, link.key.hex()) for link in frame.links if link.key),
    )
    lines = [head.model_dump_json().encode(), *(link.payload for link in frame.links)]
    return _OWN.packer.compress(b"\n".join(lines))


def decode(packed: bytes) -> Frame:
    """The frame in these bytes; MalformedFrameError where there is none."""
    head_line, *payloads = _unpacked(packed).split(b"\n")
    try:
        head = PushHead.model_validate_json(head_line)
    except ValidationError as error:
        raise MalformedFrameError("the frame's first line is no PUSH") from error
    if len(payloads) != head.count:
        raise MalformedFrameError(f"{head.count} events announced, {len(payloads)} found")
    links: list[Link] = []
    before = bytes.fromhex(head.prev_hash)
    keys = {seq: bytes.fromhex(key) for seq, key in head.keys}
    for seq, payload in enumerate(payloads, start=head.first_seq):
        link = Link(seq, before, chain_hash(before, payload), payload, keys.get(seq, b""))
        links.append(link)
        before = link.hash
    if before.hex() != head.last_hash:
        raise MalformedFrameError("the events' hashes do not lead to the announced one")
    return Frame(TillId(head.till), head.epoch, tuple(links))


def _unpacked(packed: bytes) -> bytes:
    # No more memory than the limit, whatever size the frame claims: a few bytes can unpack to gigabytes.
    try:
        if zstandard.frame_content_size(packed) > LARGEST_FRAME:
            raise MalformedFrameError(f"a frame unpacks to {LARGEST_FRAME} bytes at most")
        return _OWN.unpacker.decompress(packed, max_output_size=LARGEST_FRAME)
    except zstandard.ZstdError as error:
        raise MalformedFrameError("these bytes are not zstd") from error
