"""Code 128: code set and width."""

import pytest

from app.devices.printer.code128 import code128


def test_text_goes_in_code_set_b() -> None:
    assert code128("T01-42").escpos == b"{BT01-42"


def test_a_brace_is_doubled() -> None:
    assert code128("a{b").escpos == b"{Ba{{b"


def test_an_even_number_of_digits_goes_in_pairs() -> None:
    assert code128("00010299").escpos == b"{C\x00\x01\x02\x63"


def test_an_odd_number_of_digits_goes_one_by_one() -> None:
    assert code128("123").escpos == b"{B123"


@pytest.mark.parametrize("text", ["T01-000042", "20260101000042", "123"])
def test_the_width_is_that_of_the_bars(text: str) -> None:
    assert len(code128(text).bars) <= code128(text).modules
    assert set(code128(text).bars) == {"0", "1"}


@pytest.mark.parametrize("text", ["", "单号", "a\tb"])
def test_what_it_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="printable ASCII"):
        code128(text)
