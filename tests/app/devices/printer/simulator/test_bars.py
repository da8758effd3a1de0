"""Code 128 as the virtual printer draws it, against another library and a reader."""

import pytest
from barcode.codex import Code128  # type: ignore[import-untyped]

from app.devices.printer.code128 import code128
from app.devices.printer.simulator.bars import BadBarcode, bars, text_of


def test_text_in_code_set_b_is_drawn_as_another_library_draws_it() -> None:
    # Letters only, for python-barcode changes to pairs of digits of its own accord.
    assert bars(b"{BTea for two, please") == Code128("Tea for two, please").build()[0]


def test_pairs_of_digits_are_drawn_as_another_library_draws_them() -> None:
    assert bars(code128("20260101000042").escpos) == Code128("20260101000042").build()[0]


@pytest.mark.parametrize("text", ["T01-000042", "a{b", "0042", "123"])
def test_the_text_comes_back(text: str) -> None:
    assert text_of(code128(text).escpos) == text


def test_code_sets_can_change_inside() -> None:
    assert text_of(b"{BNo {C\x01\x63") == "No 0199"
    assert text_of(b"{AAB\x09{Bcd") == "AB\tcd"


@pytest.mark.parametrize("data", [b"", b"T01", b"{Zx", b"{B", b"{C\x64", b"{B\xff", b"{", b"{A\x60"])
def test_what_no_printer_takes(data: bytes) -> None:
    with pytest.raises(BadBarcode):
        bars(data)
