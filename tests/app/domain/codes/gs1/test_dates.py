"""Two digits of a year: the nearest century, and the month's last day where none is given."""

import pytest

from app.domain.codes.gs1.dates import day_of


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        ("261231", "2026-12-31"),
        ("260200", "2026-02-28"),
        ("280200", "2028-02-29"),
        ("260231", "2026-02-28"),
        ("760101", "2076-01-01"),
        ("770101", "1977-01-01"),
        ("991231", "1999-12-31"),
    ],
)
def test_the_day_that_is_meant(digits: str, day: str) -> None:
    assert day_of(digits, "2026-11-22") == day


def test_the_next_century_comes_nearer() -> None:
    assert day_of("010101", "2099-11-22") == "2101-01-01"
