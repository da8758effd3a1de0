"""Stored value is spent in the programme's order and never beyond what the till holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.stored_value import SpendOrder, split_spend
from tests.app.domain.builders import TODAY, leases


@given(
    principal=st.integers(0, 10_000),
    bonus=st.integers(0, 10_000),
    amount=st.integers(0, 25_000),
    order=st.sampled_from(SpendOrder),
)
def test_takes_add_up_or_are_refused(principal: int, bonus: int, amount: int, order: SpendOrder) -> None:
    takes = split_spend(leases(principal, bonus), amount, order, TODAY)
    if amount > principal + bonus:
        assert takes is None
        return
    assert takes is not None
    assert sum(take.amount for take in takes) == amount
    assert sum(take.amount for take in takes if take.unit == PRINCIPAL) <= principal
    assert sum(take.amount for take in takes if take.unit == BONUS) <= bonus


@pytest.mark.parametrize(
    ("order", "from_principal"),
    [(SpendOrder.BONUS_AFTER, 5_000), (SpendOrder.BONUS_BEFORE, 4_000), (SpendOrder.PROPORTIONAL, 4_500)],
)
def test_the_order_decides_which_part_goes_first(order: SpendOrder, from_principal: int) -> None:
    takes = split_spend(leases(9_000, 1_000), 5_000, order, TODAY)
    assert takes is not None
    assert sum(take.amount for take in takes if take.unit == PRINCIPAL) == from_principal
