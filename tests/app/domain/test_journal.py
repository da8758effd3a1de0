"""The chain finds every changed byte."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import EventId, TillId
from app.domain.journal import GENESIS_HASH, Draft, Event, Head, Kind, faults_in, seal

START = Head(TillId("T01"), 1, 0, GENESIS_HASH)


def draft(note: str) -> Draft:
    """An event with a body."""
    return Draft(EventId("0" * 32), Kind.SALE, 1_764_000_000_000, "2026-11-22", {"note": note})


@given(note=st.text(), position=st.integers(0), bit=st.integers(0, 7))
def test_any_flipped_bit_is_found(note: str, position: int, bit: int) -> None:
    event = seal(draft(note), START)
    assert not faults_in(event, START)
    payload = bytearray(event.payload)
    payload[position % len(payload)] ^= 1 << bit
    assert faults_in(replace(event, payload=bytes(payload)), START)


def test_a_missing_or_swapped_event_is_found() -> None:
    first = seal(draft("一"), START)
    second = seal(draft("二"), first.head)
    assert not faults_in(second, first.head)
    assert faults_in(second, START)
    assert faults_in(replace(second, seq=3), first.head)
    assert faults_in(replace(second, kind=Kind.REFUND), first.head)


def test_the_body_comes_back_as_written() -> None:
    event: Event = seal(draft("张三 𠮷"), START)
    assert event.body() == {"note": "张三 𠮷"}
    assert "张三" in event.payload.decode()
