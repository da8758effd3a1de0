"""A number of a nonce is taken once, while the nonce is fresh."""

from hypothesis import given
from hypothesis import strategies as st

from sync.office.web.nonces import NONCE_LIFE_MS, Nonces

NOW = 1_764_000_000_000


def test_each_number_is_taken_once_by_each_signer() -> None:
    nonces = Nonces()
    nonce = nonces.make(NOW)
    assert nonces.take(f"{nonce}.1", "T01/1", NOW)
    assert not nonces.take(f"{nonce}.1", "T01/1", NOW)
    assert nonces.take(f"{nonce}.2", "T01/1", NOW)
    assert nonces.take(f"{nonce}.1", "T02/1", NOW)


def test_an_old_nonce_and_one_from_the_future_are_none() -> None:
    nonces = Nonces()
    nonce = nonces.make(NOW)
    assert not nonces.take(f"{nonce}.1", "T01/1", NOW + NONCE_LIFE_MS + 1)
    assert not nonces.take(f"{nonce}.1", "T01/1", NOW - 1)
    assert nonces.take(f"{nonce}.1", "T01/1", NOW + NONCE_LIFE_MS)


def test_another_offices_nonce_is_none() -> None:
    assert not Nonces().take(f"{Nonces().make(NOW)}.1", "T01/1", NOW)


def test_used_numbers_are_forgotten_only_when_their_nonce_is_dead() -> None:
    nonces = Nonces()
    for minute in range(0, 60, 5):
        now = NOW + minute * 60_000
        nonce = nonces.make(now)
        assert nonces.take(f"{nonce}.1", "T01/1", now)
        assert not nonces.take(f"{nonce}.1", "T01/1", now + NONCE_LIFE_MS)


@given(text=st.text(max_size=120))
def test_no_text_is_taken_for_a_nonce(text: str) -> None:
    assert not Nonces(b"0" * 32).take(text, "T01/1", NOW)
