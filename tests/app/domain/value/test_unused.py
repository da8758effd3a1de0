"""What of a pass or membership is paid back: by visits, days or whole months, never more than was paid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.programme.model import Lasting, Membership, Pass
from app.domain.programme.spans import add_days
from app.domain.value.unused import unused_of_membership, unused_of_pass

NAMES = {"en": "x"}
TEN = Pass(id="ten", names=NAMES, price_minor=10_000, visits=10)
YEAR = Membership(
    id="year", names=NAMES, tier="club", price_minor=19_900, lasts=Lasting(years=1), refund="unused_months"
)


@pytest.mark.parametrize(
    ("day", "paid_back"),
    [("2026-01-10", 12_000), ("2026-01-11", 11_000), ("2026-02-09", 11_000), ("2026-12-01", 1_000), ("2027-01-09", 0)],
)
def test_whole_months_that_are_left(day: str, paid_back: int) -> None:
    """Bought on 10 January for a year, 10 a month: only months that have not begun count."""
    assert unused_of_membership(YEAR, 12_000, "2026-01-10", "2027-01-09", day) == paid_back


def test_a_pass_of_another_price_pays_back_what_was_paid() -> None:
    assert unused_of_pass(TEN, 8_000, 5, "2026-01-01", "", "2026-06-01") == 4_000
    assert unused_of_pass(TEN, 8_000, 99, "2026-01-01", "", "2026-06-01") == 8_000


def test_what_never_ends_or_is_over_pays_nothing() -> None:
    period = Pass(id="p", names=NAMES, price_minor=10_000)
    assert unused_of_pass(period, 10_000, 1, "2026-01-01", "", "2026-06-01") == 0
    assert unused_of_pass(period, 10_000, 1, "2026-01-01", "2026-01-31", "2026-06-01") == 0


@given(paid=st.integers(0, 10**7), days=st.integers(1, 800), passed=st.integers(0, 900))
def test_never_more_than_was_paid_and_never_below_nothing(paid: int, days: int, passed: int) -> None:
    until, day = add_days("2026-01-31", days), add_days("2026-01-31", passed)
    for policy in ("unused_days", "unused_months"):
        rule = Membership(id="m", names=NAMES, tier="t", price_minor=1, refund=policy)
        assert 0 <= unused_of_membership(rule, paid, "2026-01-31", until, day) <= paid
