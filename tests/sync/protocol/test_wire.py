"""A frame carries the exact bytes; whatever else comes is refused as a whole."""

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.wire import LARGEST_FRAME, MOST_BYTES, Frame, MalformedFrameError, decode, encode, fitting, links_of
from tests.sync.protocol.chains import Chain


def frame(count: int = 3) -> Frame:
    chain = Chain()
    for amount in range(1, count + 1):
        chain.spend(amount)
    return Frame(chain.head.till, 1, links_of(chain.events))


def test_the_bytes_arrive_as_the_till_wrote_them() -> None:
    sent = frame()
    assert decode(encode(sent)) == sent


def test_a_frame_may_begin_anywhere_in_the_chain() -> None:
    whole = frame(5)
    part = Frame(whole.till, whole.epoch, whole.links[2:])
    assert decode(encode(part)) == part


@given(position=st.integers(0, 10_000), flip=st.integers(1, 255))
def test_a_byte_changed_on_the_way_is_noticed(position: int, flip: int) -> None:
    plain = bytearray(zstandard.ZstdDecompressor().decompress(encode(frame())))
    position %= len(plain)
    plain[position] ^= flip
    try:
        changed = decode(zstandard.ZstdCompressor().compress(bytes(plain)))
    except MalformedFrameError:
        return
    # What the chain does not cover is the head: it may name another till or epoch, which the signature covers.
    assert changed.links == frame().links or changed.links[0].seq != 1


@given(junk=st.binary(max_size=300))
def test_junk_is_malformed_and_nothing_worse(junk: bytes) -> None:
    for packed in (junk, zstandard.ZstdCompressor().compress(junk)):
        with pytest.raises(MalformedFrameError):
            decode(packed)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(MalformedFrameError, match="at most"):
        decode(zstandard.ZstdCompressor().compress(bytes(LARGEST_FRAME * 50)))


def test_a_cut_frame_is_malformed() -> None:
    packed = encode(frame(50))
    for length in range(0, len(packed), 7):
        with pytest.raises(MalformedFrameError):
            decode(packed[:length])


def test_a_line_break_in_an_event_is_a_bug_of_the_sender() -> None:
    chain = Chain()
    chain.raw(b'{"a":\n1}')
    with pytest.raises(ValueError, match="one line"):
        encode(Frame(chain.head.till, 1, links_of(chain.events)))


def test_a_frame_takes_500_events_or_a_mebibyte_and_at_least_one() -> None:
    chain = Chain()
    for _ in range(3):
        chain.raw(b"x" * (MOST_BYTES // 2))
    links = links_of(chain.events)
    assert len(fitting(links)) == 2
    big = Chain()
    big.raw(b"x" * (MOST_BYTES + 1))
    assert len(fitting(links_of(big.events))) == 1
    small = Chain()
    for _ in range(501):
        small.raw(b"x")
    assert len(fitting(links_of(small.events))) == 500
