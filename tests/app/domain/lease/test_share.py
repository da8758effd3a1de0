"""What a till asks for when a card is read, and of what all members share."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.lease.share import MOST_UNITS, batch_of, batches, kind_of, wants
from app.domain.ledger import BONUS, POINTS, POINTS_DEBT, PRINCIPAL, Unit

COUPON, RIGHT = Unit("coupon:birthday"), Unit("right:double:day:2026-11-22")


def asked(held: dict[Unit, int], elsewhere: dict[Unit, int]) -> list[tuple[Unit, int]]:
    return list(wants(held, elsewhere, ticket_minor=6_000, share_minor=20_000))


def test_money_comes_first_and_together_makes_one_share() -> None:
    assert asked({}, {BONUS: 9_000, PRINCIPAL: 15_000}) == [(PRINCIPAL, 15_000), (BONUS, 5_000)]
    assert asked({PRINCIPAL: 5_000, BONUS: 999}, {PRINCIPAL: 50_000}) == [(PRINCIPAL, 14_001)]
    assert asked({PRINCIPAL: 5_000, BONUS: 1_000}, {PRINCIPAL: 50_000}) == []


def test_points_coupons_and_rights_come_too() -> None:
    assert asked({}, {RIGHT: 1, POINTS: 9_000, COUPON: 2}) == [(COUPON, 2), (POINTS, 5_000), (RIGHT, 1)]


def test_what_is_still_enough_here_is_not_asked_for() -> None:
    assert asked({POINTS: 1_667, COUPON: 2}, {POINTS: 9_000, COUPON: 9}) == []
    assert asked({POINTS: 1_666, COUPON: 1}, {POINTS: 9_000, COUPON: 9}) == [(COUPON, 4), (POINTS, 3_334)]


def test_growth_and_what_nobody_knows_are_never_lent_but_a_debt_so_that_it_is_paid() -> None:
    assert asked({}, {Unit("growth"): 500, POINTS_DEBT: 20, Unit("visits"): 3}) == [(POINTS_DEBT, 20)]


def test_a_wallet_with_many_kinds_is_not_asked_for_all_at_once() -> None:
    elsewhere = {Unit(f"coupon:{number:02}"): 1 for number in range(30)} | {PRINCIPAL: 1_000}
    listed = asked({}, elsewhere)
    assert (len(listed), listed[0]) == (MOST_UNITS, (PRINCIPAL, 1_000))


UNITS = st.sampled_from([PRINCIPAL, BONUS, POINTS, COUPON, RIGHT, Unit("growth")])
AMOUNTS = st.dictionaries(UNITS, st.integers(0, 100_000))


@given(AMOUNTS, AMOUNTS)
def test_no_more_is_asked_for_than_lies_elsewhere(held: dict[Unit, int], elsewhere: dict[Unit, int]) -> None:
    for unit, want in asked(held, elsewhere):
        assert 0 < want <= elsewhere[unit]


def test_what_all_share_comes_in_batches() -> None:
    assert [batch_of(count) for count in (1, 9, 30, 100, 100_000)] == [1, 1, 3, 10, 20]
    assert batches({RIGHT: 3}, {RIGHT: 10, COUPON: 1}) == [(RIGHT, 7), (COUPON, 1)]
    assert batches({RIGHT: 4, COUPON: 1}, {RIGHT: 10, COUPON: 1}) == []


def test_the_kind_of_a_unit_stands_before_its_colon() -> None:
    assert [kind_of(unit) for unit in (COUPON, RIGHT, POINTS)] == ["coupon", "right", "points"]
