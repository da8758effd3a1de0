"""Ids rise with time and keep the form of RFC 9562."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import uuid7


@given(now=st.integers(0, 2**48 - 1), noise=st.binary(min_size=10, max_size=10))
def test_an_id_is_a_version_7_uuid_of_its_millisecond(now: int, noise: bytes) -> None:
    identity = UUID(uuid7(now, noise))
    assert (identity.version, identity.variant) == (7, UUID(int=0xA << 60).variant)
    assert identity.int >> 80 == now


@given(now=st.integers(0, 2**47), later=st.integers(1, 10**9), noise=st.binary(min_size=20, max_size=20))
def test_a_later_id_sorts_behind(now: int, later: int, noise: bytes) -> None:
    assert uuid7(now, noise[:10]) < uuid7(now + later, noise[10:])
