"""Points, coupons and rights off a bill: paid from leases, and back in proportion."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.bookkeeping import entries_of_refund, entries_of_sale
from app.domain.ids import MerchantId, SaleId
from app.domain.lease import Lease, Take
from app.domain.ledger import POINTS, REDEEMED, Lot, Unit, imbalance, lease_at
from app.domain.money import MILLI
from app.domain.sale.body import refund_from_body, refund_to_body, sale_from_body, sale_to_body
from app.domain.sale.build import SaleFacts, build_sale
from app.domain.sale.facts import Refund, Sale
from app.domain.sale.refund import build_refund, refundable
from app.domain.spend import PointsRate, ShortOf, Spend, less, pay_spends, share_back
from app.domain.tender import Settlement, settle
from tests.app.domain.builders import (
    DEMO_PROGRAMME,
    TILL,
    TODAY,
    WALLET,
    approval,
    basket_of,
    cash,
    leases,
    member_view,
    origin,
    priced,
    product,
)

COUPON = Unit("coupon:welcome")
RATE = PointsRate(points=100, minor=500)
OLD, NEW = Lot("sale", "2025-01-01", "2026-12-31"), Lot("sale", "2026-01-01", "2027-12-31")
HELD = (
    Lease(WALLET, POINTS, NEW, granted=300),
    Lease(WALLET, POINTS, OLD, granted=120),
    Lease(WALLET, COUPON, Lot("gift", "", "2026-12-01"), granted=1),
)


def a_sale(*spends: Spend) -> Sale:
    basket = priced(basket_of(product(1), product(2), member=member_view()))
    settlement = settle(basket.total_minor, (cash(basket.total_minor),))
    assert isinstance(settlement, Settlement)
    facts = SaleFacts(SaleId("sale1"), origin(), TODAY, 1, 1, (*leases()[:2], *HELD), spends)
    sale = build_sale(basket, settlement, DEMO_PROGRAMME, facts)
    assert isinstance(sale, Sale)
    return sale


def back(sale: Sale, earlier: tuple[Refund, ...], number: int) -> Refund:
    refund = build_refund(
        refundable(sale, earlier),
        {number: MILLI},
        refund_id=SaleId(f"r{number}"),
        origin=origin(1 + number),
        approval=approval(),
    )
    assert isinstance(refund, Refund)
    return refund


def test_the_oldest_expiry_pays_first() -> None:
    assert pay_spends(HELD, (Spend(POINTS, 200),), TODAY) == (Take(POINTS, OLD, 120), Take(POINTS, NEW, 80))


def test_two_spends_of_a_unit_do_not_take_the_same_points_twice() -> None:
    paid = pay_spends(HELD, (Spend(POINTS, 120), Spend(POINTS, 300)), TODAY)
    assert paid == (Take(POINTS, OLD, 120), Take(POINTS, NEW, 300))
    assert pay_spends(HELD, (Spend(POINTS, 120), Spend(POINTS, 301)), TODAY) == ShortOf(POINTS, 301, 300)


def test_what_has_expired_pays_nothing() -> None:
    assert pay_spends(HELD, (Spend(COUPON, 1),), "2026-12-02") == ShortOf(COUPON, 1, 0)


def test_points_pay_in_whole_steps_and_never_more_than_is_due() -> None:
    assert RATE.most_minor(points=399, due_minor=10_000) == 1_500
    assert RATE.most_minor(points=399, due_minor=1_200) == 1_000
    assert RATE.points_for(1_000) == 200
    assert RATE.points_for(501) == 200


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_what_points_take_off_is_never_dearer_than_the_points_there_are(points: int, due_minor: int) -> None:
    off = RATE.most_minor(points, due_minor)
    assert 0 <= off <= due_minor
    assert RATE.points_for(off) <= points


def test_a_sale_spends_them_against_the_house_and_its_body_says_so() -> None:
    sale = a_sale(Spend(POINTS, 200), Spend(COUPON, 1))
    (entry, *_) = entries_of_sale(sale, MerchantId("shop"))
    assert not imbalance(entry)
    spent = {(p.unit, p.lot): p.amount for p in entry.postings if p.place == lease_at(TILL)}
    assert spent == {(POINTS, OLD): -120, (POINTS, NEW): -80, (COUPON, Lot("gift", "", "2026-12-01")): -1}
    assert {p.place for p in entry.postings} == {lease_at(TILL), REDEEMED}
    assert sale_from_body(sale_to_body(sale)) == sale


def test_a_body_of_before_reads_as_nothing_spent() -> None:
    body = {key: value for key, value in sale_to_body(a_sale()).items() if key != "spent"}
    assert sale_from_body(body).spent == ()


def test_what_the_till_does_not_hold_is_refused() -> None:
    basket = priced(basket_of(product(1), member=member_view()))
    settlement = settle(basket.total_minor, (cash(basket.total_minor),))
    assert isinstance(settlement, Settlement)
    facts = SaleFacts(SaleId("sale1"), origin(), TODAY, 1, 1, HELD, (Spend(POINTS, 421),))
    assert build_sale(basket, settlement, DEMO_PROGRAMME, facts) == ShortOf(POINTS, 421, 420)


def test_refunds_give_points_back_in_proportion_and_the_coupon_with_the_last_of_the_goods() -> None:
    sale = a_sale(Spend(POINTS, 201), Spend(COUPON, 1))
    first = back(sale, (), 1)
    second = back(sale, (first,), 2)
    assert sum(part.amount for part in first.spent_back) == 100  # half of 120 and half of 81, rounded down
    assert COUPON not in {part.unit for part in first.spent_back}
    assert less(sale.spent, first.spent_back) == second.spent_back
    assert refund_from_body(refund_to_body(second)) == second
    (entry, *_) = entries_of_refund(second, MerchantId("shop"))
    assert not imbalance(entry)
    assert any(p.unit == COUPON and p.amount == 1 and p.place == lease_at(TILL) for p in entry.postings)


@given(st.lists(st.integers(1, 500), min_size=1, max_size=4), st.lists(st.integers(1, 900), min_size=1, max_size=5))
def test_the_shares_of_all_parts_are_what_was_spent(amounts: list[int], parts: list[int]) -> None:
    spent = tuple(Take(POINTS, Lot(f"lot{n}"), amount) for n, amount in enumerate(amounts))
    left, returned, given_back = spent, 0, 0
    for part in parts:
        returned += part
        share = less(share_back(spent, returned, sum(parts)), less(spent, left))
        left = less(left, share)
        given_back += sum(each.amount for each in share)
    assert given_back == sum(amounts)
    assert left == ()
