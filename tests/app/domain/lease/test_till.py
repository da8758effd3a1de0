"""A lease never holds less than nothing, and messages may come twice or late."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BrokenPromiseError
from app.domain.lease import Lease, after_posting, held, take
from app.domain.ledger import POINTS, PRINCIPAL, Lot
from tests.app.domain.builders import TODAY, WALLET

totals = st.lists(st.integers(0, 10_000), max_size=8)


@given(totals=totals, order=st.randoms(use_true_random=False))
def test_grants_merge_to_the_same_whatever_the_order_and_the_doubles(totals: list[int], order: object) -> None:
    shuffled = [*totals, *totals]
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    lease = Lease(WALLET, PRINCIPAL, Lot("top_up"))
    for total in shuffled:
        lease = lease.with_grant(total)
    assert lease.granted == max(totals, default=0)


@given(granted=st.integers(0, 5_000), moves=st.lists(st.integers(-3_000, 3_000).filter(bool), max_size=30))
def test_no_posting_takes_more_than_is_held(granted: int, moves: list[int]) -> None:
    lease = Lease(WALLET, PRINCIPAL, Lot("top_up"), granted=granted)
    balance = granted
    for move in moves:
        if balance + move < 0:
            with pytest.raises(BrokenPromiseError):
                after_posting(lease, move)
        else:
            lease, balance = after_posting(lease, move), balance + move
    assert lease.held == balance >= 0


def test_a_return_is_counted_apart_from_a_spend() -> None:
    lease = after_posting(Lease(WALLET, PRINCIPAL, Lot("top_up"), granted=100), -40, is_return=True)
    assert (lease.returned, lease.spent, lease.held) == (40, 0, 60)


def test_the_lot_that_expires_first_goes_first_and_expired_or_future_lots_never() -> None:
    leases = [
        Lease(WALLET, POINTS, Lot("a", "", ""), granted=10),
        Lease(WALLET, POINTS, Lot("b", "", "2027-12-31"), granted=10),
        Lease(WALLET, POINTS, Lot("c", "", "2026-11-21"), granted=10),
        Lease(WALLET, POINTS, Lot("d", "2026-11-23", "2026-11-30"), granted=10),
        Lease(WALLET, POINTS, Lot("e", "", TODAY), granted=10),
    ]
    assert held(leases, POINTS, TODAY) == 30
    assert [(t.lot.origin, t.amount) for t in take(leases, POINTS, 25, TODAY)] == [("e", 10), ("b", 10), ("a", 5)]
    assert sum(t.amount for t in take(leases, POINTS, 99, TODAY)) == 30
