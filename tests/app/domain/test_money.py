"""Money is exact: nothing is lost or made by rounding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import (
    allocate,
    divide_half_up,
    extend,
    format_milli,
    format_minor,
    included_tax,
    parse_milli,
    parse_minor,
    share,
)

amounts = st.integers(min_value=-(10**12), max_value=10**12)


@given(total=st.integers(-(10**9), 10**9), weights=st.lists(st.integers(0, 10**6), min_size=1, max_size=20))
def test_allocated_parts_add_up_and_stay_within_a_cent_of_their_share(total: int, weights: list[int]) -> None:
    parts = allocate(total, weights)
    assert sum(parts) == total
    if sum(weights):
        for part, weight in zip(parts, weights, strict=True):
            assert abs(part * sum(weights) - total * weight) < sum(weights)


@given(weights=st.lists(st.integers(0, 10**6), min_size=1, max_size=20), portion=st.integers(0, 100))
def test_a_part_never_exceeds_its_weight(weights: list[int], portion: int) -> None:
    total = sum(weights) * portion // 100
    assert all(part <= weight for part, weight in zip(allocate(total, weights), weights, strict=True) if sum(weights))


@given(numerator=amounts, denominator=st.integers(1, 10**6))
def test_half_is_rounded_away_from_zero(numerator: int, denominator: int) -> None:
    rounded = divide_half_up(numerator, denominator)
    assert abs(rounded * denominator - numerator) * 2 <= denominator
    assert divide_half_up(-numerator, denominator) == -rounded


@given(amount=st.integers(0, 10**12))
def test_what_is_shown_reads_back_as_the_same_amount(amount: int) -> None:
    assert parse_minor(format_minor(amount)) == amount
    assert parse_minor(format_minor(amount, grouping=True)) == amount


@given(quantity=st.integers(1, 999_999_999))
def test_a_quantity_reads_back(quantity: int) -> None:
    assert parse_milli(format_milli(quantity)) == quantity


@pytest.mark.parametrize("text", ["", ".", "1.234", "12a", "-5", "１２", "1e3", "9" * 13])
def test_what_is_no_amount_is_refused(text: str) -> None:
    assert parse_minor(text) is None


def test_known_figures() -> None:
    assert share(1_999, 9_500) == 1_899
    assert extend(3_980, 525) == 2_090
    assert included_tax(11_300, 1_300) == 1_300
    assert allocate(100, (1, 1, 1)) == (34, 33, 33)
    assert format_minor(-5) == "-0.05"
