"""Counting note by note."""

from app.ui.shift.count import counted, denominations


def test_renminbi_from_the_hundred_down_to_the_ten_fen() -> None:
    assert denominations("CNY")[0] == 10_000
    assert denominations("CNY")[-1] == 10
    assert list(denominations("CNY")) == sorted(denominations("CNY"), reverse=True)


def test_other_currencies_are_typed_as_a_sum() -> None:
    assert denominations("XXX") == ()


def test_the_sum_of_what_lies_there() -> None:
    assert counted({10_000: 3, 500: 2, 10: 7}) == 31_070
    assert counted({}) == 0
