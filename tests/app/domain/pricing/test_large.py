"""Baskets of usual size: the search is exact to thirty lines under twelve offers, and a slower method agrees."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from app.domain.basket import Basket
from app.domain.catalogue import Product
from app.domain.money import MILLI, share
from app.domain.pricing import Bound, Proved, price
from app.domain.programme.model import (
    AmountOff,
    BasketPercent,
    Coupon,
    CouponAmount,
    CouponPercent,
    Goods,
    NthPiece,
    Offer,
    Percent,
    SpecialPrice,
    Step,
)
from tests.app.domain.builders import product
from tests.app.domain.pricing.brute_force import Piece, State, after_sums
from tests.app.domain.pricing.exotic import exotic
from tests.app.domain.pricing.offers import NAMES, NOW, holding, with_offers
from tests.app.domain.pricing.shops import goods, large

SEEDS = range(24)


def test_thirty_lines_under_twelve_offers_are_proved_or_nearly_so() -> None:
    gaps = [0]
    for seed in SEEDS:
        basket, programme = large(seed)
        result = price(basket, programme, NOW)
        if isinstance(result.proof, Bound):
            gaps.append(10_000 * result.proof.gap_minor // result.total_minor)
    assert len(gaps) - 1 <= 1
    assert max(gaps) <= 100


def test_of_baskets_under_the_strangest_offers_hardly_any_is_not_proved() -> None:
    proofs = [price(*exotic(seed), NOW).proof for seed in range(40)]
    assert sum(isinstance(proof, Bound) for proof in proofs) <= 1


def test_small_baskets_under_twelve_offers_are_all_proved() -> None:
    for seed in SEEDS:
        for lines in (3, 8):
            assert isinstance(price(*large(seed, lines), NOW).proof, Proved)


HALF = NthPiece(id="i0", names=NAMES, count=2, pay_basis_points=5_000)
SNACKS = Percent(id="i1", names=NAMES, pay_basis_points=7_500, goods=Goods(categories=frozenset({"snacks"})))
DRINKS = Percent(id="i2", names=NAMES, pay_basis_points=5_000, goods=Goods(categories=frozenset({"drinks"})))
FULL = AmountOff(
    id="b0",
    names=NAMES,
    steps=(Step(at_least_minor=40_000, off_minor=3_000), Step(at_least_minor=60_000, off_minor=7_000)),
)
EACH = AmountOff(id="b1", names=NAMES, repeats=True, steps=(Step(at_least_minor=15_000, off_minor=900),))
TENTH = BasketPercent(id="b2", names=NAMES, pay_basis_points=9_000, at_least_minor=65_000)
OWN = BasketPercent(
    id="b3", names=NAMES, pay_basis_points=9_500, at_least_minor=30_000, at_most_minor=2_000, group="own"
)
COUPONS = (
    Coupon(id="c0", names=NAMES, effect=CouponAmount(off_minor=1_500), at_least_minor=16_900, per_sale=2),
    Coupon(id="c1", names=NAMES, effect=CouponAmount(off_minor=5_000), at_least_minor=55_000),
    Coupon(id="c2", names=NAMES, effect=CouponPercent(pay_basis_points=9_200), at_most_minor=4_000),
    Coupon(id="c3", names=NAMES, effect=CouponAmount(off_minor=300), group="small"),
)


@pytest.mark.parametrize("seed", range(3))
def test_a_method_that_keeps_every_sum_finds_the_same(seed: int) -> None:
    # Whole prices and round shares, so that there are hundreds of sums and not tens of thousands.
    there = [
        replace(each, price_minor=(each.price_minor + 50) // 100 * 100, member_price_minor=None)
        for each in goods(Random(seed), 30)
    ]
    special = SpecialPrice(
        id="i3", names=NAMES, goods=Goods(products=frozenset({there[0].id})), price_minor=there[0].price_minor - 50
    )
    items, sums = (HALF, SNACKS, DRINKS, special), (FULL, EACH, TENTH, OWN)
    basket = Basket().with_member(replace(holding((), (), COUPONS, (2, 1, 1, 1)), member=None))
    counts = [1 + number % 2 for number in range(30)]
    for each, count in zip(there, counts, strict=True):
        basket = basket.add(each, count * MILLI)
    result = price(basket, with_offers((*items, *sums), COUPONS), NOW)
    pieces = [each for each, count in zip(there, counts, strict=True) for _ in range(count)]
    totals = sums_of_pieces(sorted(pieces, key=lambda each: (-each.price_minor, each.id)), special)
    assert isinstance(result.proof, Proved)
    least = min(totals)
    for total in sorted(totals):
        # All offers together take less than two fifths off.
        if total * 3 // 5 >= least:
            break
        least = min(least, least_after(total, (*sums, *COUPONS)))
    assert result.total_minor == least


def sums_of_pieces(pieces: Sequence[Product], special: SpecialPrice) -> set[int]:
    """Everything that the pieces can come to: each by itself, cheaper, or one of two of which the second is half."""
    alone, open_ones = {0}, set[int]()
    for piece in pieces:
        prices = {piece.price_minor}
        for percent in (SNACKS, DRINKS):
            if piece.category in percent.goods.categories:
                prices.add(share(piece.price_minor, percent.pay_basis_points))
        if piece.id in special.goods.products:
            prices.add(special.price_minor)
        half = share(piece.price_minor, HALF.pay_basis_points)
        alone, open_ones = (
            {total + cost for total in alone for cost in prices} | {total + half for total in open_ones},
            {total + cost for total in open_ones for cost in prices} | {total + piece.price_minor for total in alone},
        )
    return alone


def least_after(total: int, offers: Sequence[Offer]) -> int:
    """What offers on all goods can make of goods that come to this, in any order."""
    whole = Piece(product(1, total), total, total)
    state = State([total], [0], [set()], [False], [False], [False])
    return after_sums([whole], offers, {"c0": 2, "c1": 1, "c2": 1, "c3": 1}, state, in_coupons=False)
