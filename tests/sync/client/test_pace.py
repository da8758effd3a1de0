"""Tries spread out, never further than five minutes, never before head office wants them."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sync.client.pace import FIRST_MS, LONGEST_MS, next_try_ms


@given(failures=st.integers(0, 10_000), seed=st.integers(), retry_after=st.integers(0, 100_000))
def test_a_try_lies_between_nothing_and_its_span(failures: int, seed: int, retry_after: int) -> None:
    waited = next_try_ms(failures, Random(seed).randrange, retry_after)
    assert retry_after <= waited <= retry_after + min(LONGEST_MS, FIRST_MS * 2 ** min(failures, 20))


def test_the_whole_span_is_used() -> None:
    assert next_try_ms(3, lambda below: below - 1) == 8_000
    assert next_try_ms(30, lambda below: below - 1) == LONGEST_MS
    assert next_try_ms(30, lambda _: 0) == 0
