"""What a very large basket cannot come below: never above the best, and close to it where item offers compete."""

from dataclasses import replace
from math import prod
from random import Random

from hypothesis import HealthCheck, assume, given, settings

from app.domain.catalogue import Product
from app.domain.money import BASIS_POINTS
from app.domain.pricing import Bound, price
from app.domain.pricing.bounds import Large, Market
from app.domain.pricing.live import ITEM, Live
from app.domain.pricing.options import options_of
from app.domain.pricing.pieces import Pile, TierOffers, pieces_of, piles_of
from app.domain.pricing.sums import SumOffer
from app.domain.pricing.takers import takes
from app.domain.programme.model import (
    AmountOff,
    BasketPercent,
    Coupon,
    CouponPercent,
    Goods,
    NthPiece,
    Offer,
    Programme,
)
from tests.app.domain.builders import basket_of, product
from tests.app.domain.pricing.brute_force import Piece, best_total, choices_of
from tests.app.domain.pricing.offers import CATEGORIES, NAMES, NOW, Case, cases, holding, scanned, with_offers

HALF = NthPiece(id="half", names=NAMES, count=2, pay_basis_points=5_000)
THIRD = NthPiece(id="third", names=NAMES, count=3, pay_basis_points=0, goods=Goods(categories=frozenset({"drinks"})))


def live(offer: Offer, piles: tuple[Pile, ...], step: int = ITEM) -> Live:
    here = (number for number, pile in enumerate(piles) if offer.goods.include(pile.product))
    return Live(offer, step, frozenset(here), cap_minor=offer.at_most_minor)


def market(goods: list[Product], *offers: NthPiece) -> Market:
    piles = piles_of(basket_of(*goods).lines, TierOffers())
    taking = [takes(live(offer, piles), piles) for offer in offers]
    return Market(piles, options_of(piles, taking), taking, [BASIS_POINTS] * len(piles))


def test_pieces_that_bring_nothing_to_their_group_are_not_counted_as_if_they_did() -> None:
    there = [product(number, listed) for number, listed in enumerate((10_000, 6_000, 5_000, 1_000))]
    # 30.00 and 5.00 can be saved of 220.00; by averages it would seem to be 55.00.
    assert 18_300 <= market(there, HALF).never_below(18_500 * BASIS_POINTS) / BASIS_POINTS <= 18_500


def test_no_piece_serves_two_offers() -> None:
    there = [product(number, 3_000, category="drinks") for number in range(3)]
    # The third for nothing saves 30.00; a second at half price then has no pieces left.
    assert 5_900 <= market(there, HALF, THIRD).never_below(6_000 * BASIS_POINTS) / BASIS_POINTS <= 6_000


@settings(max_examples=80, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None)
@given(case=cases(most_pieces=6))
def test_nothing_that_can_be_had_is_below(case: Case) -> None:
    items = [each for each in case.promotions if not isinstance(each, AmountOff | BasketPercent)]
    sums = [each for each in (*case.promotions, *case.coupons) if each not in items]
    piles = piles_of(case.basket.lines, TierOffers())
    pieces = [Piece(pile.product, pile.list_minor, pile.tier_minor) for pile in piles]
    assume(prod(len(choices) for choices in choices_of(pieces, items)) <= 1_000)
    in_order = sorted(items, key=lambda each: (each.priority, each.id))
    taking = [takes(live(each, piles), piles) for each in in_order]
    held = {coupon.id: count for coupon, count in zip(case.coupons, case.held, strict=True)}
    below = Large(
        piles, options_of(piles, taking), taking, [sum_offer(each, piles, held.get(each.id)) for each in sums], True
    )
    assert below.never_below(10**7, 0) <= best_total(pieces, items, sums, held, {})


def sum_offer(offer: Offer, piles: tuple[Pile, ...], held: int | None) -> SumOffer:
    found = live(offer, piles, 2 if isinstance(offer, Coupon) else 1)
    uses = min(held, offer.per_sale) if isinstance(offer, Coupon) and held else None
    mask = sum(1 << piece for piece, pile in enumerate(pieces_of(piles)) if pile in found.piles)
    return SumOffer(replace(found, uses=uses), mask)


def test_a_very_large_basket_is_off_by_little() -> None:
    chance = Random(5)
    there = [product(n, chance.randrange(200, 20_000, 50), category=chance.choice(CATEGORIES)) for n in range(1, 121)]
    coupon = Coupon(
        id="c", names=NAMES, effect=CouponPercent(pay_basis_points=8_000), goods=Goods(categories=frozenset({"snacks"}))
    )
    view = replace(holding((), (), (coupon,), (1,)), member=None)
    result = price(scanned(there, 1, view), several(coupon), NOW)
    assert isinstance(result.proof, Bound)
    assert 0 < 50 * result.proof.gap_minor <= result.total_minor


def several(coupon: Coupon) -> Programme:
    """Four n-th-piece offers that compete for the same goods."""
    of = [Goods(categories=frozenset(some)) for some in (CATEGORIES[:2], CATEGORIES[1:], CATEGORIES[::2])]
    promotions = (
        *(
            NthPiece(id=f"n{number}", names=NAMES, count=3 + number % 2, pay_basis_points=4_000, goods=goods)
            for number, goods in enumerate(of)
        ),
        NthPiece(id="all", names=NAMES, count=2, pay_basis_points=7_000),
    )
    return with_offers(promotions, (coupon,))
