"""The best combination is the best: against brute force, to the cent."""

from dataclasses import replace
from math import prod

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.domain.basket import Wishes
from app.domain.ledger import POINTS as POINTS_UNIT
from app.domain.pricing import Bound, PricedBasket, price
from app.domain.programme.model import (
    AmountOff,
    BasketPercent,
    Coupon,
    CouponAmount,
    CouponItem,
    Goods,
    PiecesFor,
    PointsOff,
    SpecialPrice,
    Step,
)
from tests.app.domain.builders import product
from tests.app.domain.pricing.brute_force import Piece, best_total, choices_of
from tests.app.domain.pricing.offers import NAMES, NOW, PLAIN, Case, cases

POINTS = PointsOff(points=100, worth_minor=100)


def pieces_of(case: Case) -> list[Piece]:
    """Each product once, with the price its tier gives it."""
    lines = price(case.basket, PLAIN, NOW).lines
    pieces = [Piece(line.line.product, line.list_minor, line.net_minor) for line in lines]
    return sorted(pieces, key=lambda piece: (-piece.tier, -piece.listed, piece.product.id))


def bill(result: PricedBasket) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """What each product costs and why, without regard to the order of lines."""
    return sorted(
        (line.line.product.id, line.net_minor, [(r.code.value + r.offer, r.amount_minor) for r in line.reasons])
        for line in result.lines
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None)
@given(case=cases(most_pieces=8), points=st.sampled_from((0, None, 250)))
def test_the_best_is_what_trying_everything_finds(case: Case, points: int | None) -> None:
    """Up to eight pieces under eight offers: groups, caps, limits, coupons, member prices given up, points at last."""
    items = [each for each in case.promotions if not isinstance(each, AmountOff | BasketPercent)]
    sums = [each for each in (*case.promotions, *case.coupons) if each not in items]
    pieces = pieces_of(case)
    assume(prod(len(choices) for choices in choices_of(pieces, items)) <= 2_000)
    held = {coupon.id: count for coupon, count in zip(case.coupons, case.held, strict=True)}
    programme = replace(case.programme, points_off=POINTS)
    result = price(case.basket.with_wishes(Wishes(points=points)), programme, NOW)
    # The member may also come as a stranger: then the pieces stand in the order of their list prices.
    as_stranger = sorted((Piece(p.product, p.listed, p.listed) for p in pieces), key=lambda p: (-p.tier, p.product.id))
    best = min(best_total(each, items, sums, held, case.uses) for each in (pieces, as_stranger))
    least = best - worth_of_points(case, points, best)
    gap_minor = result.proof.gap_minor if isinstance(result.proof, Bound) else 0
    # Of a basket of unproved price points may come off in other steps.
    assert result.total_minor - gap_minor - POINTS.worth_minor * bool(gap_minor) <= least <= result.total_minor


def worth_of_points(case: Case, points: int | None, due_minor: int) -> int:
    """What the member's points take off such a sum."""
    usable = case.basket.member.usable(POINTS_UNIT) if case.basket.member else 0
    steps = (usable if points is None else min(points, usable)) // POINTS.points
    return min(steps, due_minor // POINTS.worth_minor) * POINTS.worth_minor


def test_the_bound_holds_for_the_member_also_where_the_strangers_price_counts() -> None:
    prices = ((1_501, "drinks", None), (400, "bakery", 900), (1_500, "bakery", None))
    more = ((999, "drinks", 1_400), (3_333, "bakery", 900), (2_000, "snacks", None))
    there = tuple(
        product(number, listed, category=category, member_price_minor=price)
        for number, (listed, category, price) in enumerate((*prices, *more), start=1)
    )
    snacks, bakery = (Goods(categories=frozenset({category})) for category in ("snacks", "bakery"))
    once = (Step(at_least_minor=6_000, off_minor=600),), (Step(at_least_minor=1_500, off_minor=150),)
    steps = (Step(at_least_minor=2_500, off_minor=250), Step(at_least_minor=5_000, off_minor=625))
    promotions = (
        SpecialPrice(id="i0", names=NAMES, price_minor=1_300, at_most_minor=333),
        PiecesFor(id="i1", names=NAMES, count=2, price_minor=4_000, goods=snacks, at_most_minor=3_000),
        AmountOff(id="b0", names=NAMES, steps=once[0], repeats=True, at_most_minor=3_000),
        AmountOff(id="b1", names=NAMES, steps=once[1], repeats=True, goods=bakery, group="other", at_most_minor=3_000),
        AmountOff(id="b2", names=NAMES, steps=steps, goods=bakery),
    )
    piece = Coupon(
        id="c0",
        names=NAMES,
        effect=CouponItem(price_minor=100),
        at_least_minor=4_000,
        per_sale=2,
        group="other",
        on_tier_price=False,
        with_promotions=False,
    )
    amount = Coupon(
        id="c1", names=NAMES, effect=CouponAmount(off_minor=1_111), goods=snacks, per_sale=2, with_promotions=False
    )
    case = Case(there, promotions, (piece, amount), (1, 2), (3,) * 5)
    priced = price(case.basket, case.programme, NOW)
    gap_minor = priced.proof.gap_minor if isinstance(priced.proof, Bound) else 0
    # 40.99 is what trying everything finds.
    assert priced.total_minor - gap_minor <= 4_099


@settings(max_examples=200, deadline=None)
@given(case=cases())
def test_shares_add_up_nothing_is_below_nothing_and_order_changes_nothing(case: Case) -> None:
    result = price(case.basket, case.programme, NOW)
    for line in result.lines:
        assert line.net_minor >= 0
    assert result.total_minor + result.saving_minor == result.list_minor
    backwards = Case(case.goods[::-1], case.promotions, case.coupons, case.held, case.left)
    again = price(backwards.basket, backwards.programme, NOW)
    assert bill(again) == bill(result)
    assert again.spends == result.spends
    assert again.next_steps == result.next_steps
    assert price(case.basket, case.programme, NOW) == result
