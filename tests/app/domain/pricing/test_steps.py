"""Each kind of offer with its reason, its next step, and what it uses up."""

from dataclasses import replace

import pytest

from app.domain.basket import Wishes
from app.domain.ledger import POINTS
from app.domain.pricing import CouponState, Held, Withheld, points_taken, price, price_items_only
from app.domain.programme.model import (
    AmountOff,
    Bundle,
    BundlePart,
    Coupon,
    CouponAmount,
    Fee,
    Goods,
    Limit,
    NthPiece,
    Percent,
    PiecesFor,
    PointsOff,
    Policies,
    Step,
    Tier,
    Waiver,
)
from app.domain.programme.reasons import NextStep, ReasonCode, StepKind
from app.domain.programme.rights import coupon_unit, right_unit
from app.domain.spend import Spend
from tests.app.domain.builders import TODAY, basket_of, cash, member_view, product, sale_of
from tests.app.domain.pricing.offers import NAMES, NOW, PLAIN, holding, priced, scanned, with_offers

TEA, BREAD = product(1, 1_000, category="drinks"), product(2, 2_000, category="bakery")
HALF = NthPiece(id="half", names=NAMES, count=2, pay_basis_points=5_000)
FULL = AmountOff(id="full", names=NAMES, steps=(Step(at_least_minor=3_200, off_minor=500),))
COUPON = Coupon(id="ten", names=NAMES, effect=CouponAmount(off_minor=1_000), at_least_minor=3_500)


def test_a_piece_missing_to_the_second_at_half_price() -> None:
    assert priced([TEA], [HALF]).next_steps == (NextStep("half", 0, 500, StepKind.NTH_PIECE, 1),)
    assert priced([TEA, BREAD], [HALF]).next_steps == ()


def test_money_missing_to_the_step_of_an_amount_off() -> None:
    assert priced([TEA, BREAD], [FULL]).next_steps == (NextStep("full", 200, 500),)


def test_a_piece_missing_to_pieces_for() -> None:
    three = PiecesFor(id="three", names=NAMES, count=3, price_minor=4_000)
    assert priced([BREAD, TEA], [three]).next_steps == ()
    assert priced([BREAD, replace(TEA, price_minor=1_500)], [three]).next_steps == (
        NextStep("three", 0, 1_000, StepKind.PIECES_FOR, 1),
    )


def test_a_part_missing_to_a_bundle() -> None:
    parts = (
        BundlePart(goods=Goods(categories=frozenset({"drinks"}))),
        BundlePart(goods=Goods(products=frozenset({"p2"}))),
    )
    bundle = Bundle(id="set", names=NAMES, parts=parts, price_minor=2_500)
    assert priced([TEA], [bundle]).next_steps == (NextStep("set", 0, 0, StepKind.BUNDLE, 1),)
    assert priced([TEA, BREAD], [bundle]).total_minor == 2_500


def test_money_missing_to_a_coupon_and_the_coupon_used() -> None:
    short = priced([TEA, product(4, 2_000)], ten=COUPON)
    assert short.next_steps == (NextStep("ten", 500, 1_000, StepKind.COUPON),)
    assert (short.coupons[0].state, short.coupons[0].missing_minor) == (CouponState.MISSING, 500)
    used = priced([TEA, product(4, 2_000), product(3, 500)], ten=COUPON)
    assert (used.total_minor, used.spends) == (2_500, (Spend(coupon_unit("ten"), 1),))
    assert used.coupons[0].state is CouponState.APPLIED
    assert {reason.code for line in used.lines for reason in line.reasons} == {ReasonCode.COUPON}


def test_a_fee_is_waived_from_a_sum_on_and_says_how_much_is_missing() -> None:
    wrap = Fee(id="wrap", names=NAMES, price_minor=300, tax_basis_points=600)
    gold = next(tier for tier in PLAIN.tiers if tier.id == "gold")
    waives = replace(gold, benefits=replace(gold.benefits, waives=(Waiver(fee="wrap", at_least_minor=2_500),)))
    programme = replace(PLAIN, fees=(wrap,), tiers=tuple(_instead(waives, tier) for tier in PLAIN.tiers))
    wishes = Wishes(fees=frozenset({"wrap"}))
    little = price(basket_of(BREAD, member=member_view("gold")).with_wishes(wishes), programme, NOW)
    assert (little.total_minor, little.next_steps) == (
        1_900 + 300,
        (NextStep("wrap", 600, 300, StepKind.FEE),),
    )
    assert sale_of(little, cash(2_200), programme=programme).lines[-1].tax_minor == 17
    enough = price(basket_of(BREAD, TEA, member=member_view("gold")).with_wishes(wishes), programme, NOW)
    assert (enough.total_minor, enough.fees[0].net_minor) == (2_900, 0)
    sale = sale_of(enough, cash(2_900), programme=programme)
    assert [(line.name, line.list_minor, line.net_minor) for line in sale.lines][-1] == ("优惠", 300, 0)


def _instead(changed: Tier, tier: Tier) -> Tier:
    return changed if tier.id == changed.id else tier


def test_points_come_off_last_and_are_spent() -> None:
    rule = PointsOff(points=100, worth_minor=100, at_most_basis_points=5_000)
    programme = replace(PLAIN, points_off=rule)
    basket = basket_of(TEA, member=member_view("silver"))
    assert price(basket, programme, NOW).spends == ()
    asked = price(basket.with_wishes(Wishes(points=None)), programme, NOW)
    assert (asked.total_minor, asked.spends) == (700, (Spend(POINTS, 300),))
    assert asked.lines[0].reasons[-1].code is ReasonCode.POINTS


def test_what_points_would_take_is_told_without_pricing_again() -> None:
    programme = replace(PLAIN, points_off=PointsOff(points=100, worth_minor=100, at_most_basis_points=5_000))
    basket = basket_of(TEA, BREAD, member=member_view("silver"))
    for points in (None, 0, 250, 100):
        whole = price(basket.with_wishes(Wishes(points=points)), programme, NOW)
        taken = sum(spend.amount for spend in whole.spends)
        assert points_taken(price(basket, programme, NOW), programme, NOW, points) == taken
        assert points_taken(whole, programme, NOW, 100) == 100


def test_a_limited_offer_needs_its_right_here() -> None:
    limit = Limit(count=2, per="day")
    once = Percent(id="pair", names=NAMES, pay_basis_points=5_000, limits=(limit,))
    assert priced([TEA], [once]).withheld == (Withheld("pair", Held.NEEDS_LEASE),)
    basket = scanned([TEA], 3, holding([once], [2]))
    result = price(basket, with_offers([once]), NOW)
    assert result.total_minor == 2_000
    assert result.spends == (Spend(right_unit("pair", limit, TODAY), 2),)


def test_a_limit_for_all_takes_what_the_till_holds_of_the_programmes_wallet() -> None:
    limit = Limit(count=30, per="life", of="all")
    first = Percent(id="first", names=NAMES, pay_basis_points=0, limits=(limit,), budget_minor=1_500)
    programme, unit = with_offers([first]), right_unit("first", limit, TODAY)
    assert price(basket_of(TEA), programme, NOW).total_minor == 1_000
    rights = {unit: 1, "budget:first": 1_500}
    result = price(basket_of(TEA, BREAD), programme, NOW, rights)  # type: ignore[arg-type]
    assert result.total_minor == 1_500
    assert {spend.unit: spend.amount for spend in result.shared_spends} == {unit: 1, "budget:first": 1_500}


def test_the_best_gives_up_a_discount_for_a_threshold_and_priority_does_not() -> None:
    tenth = Percent(id="tenth", names=NAMES, pay_basis_points=9_000)
    goods = [TEA, replace(BREAD, price_minor=2_200)]
    assert priced(goods, [tenth, FULL]).total_minor == 2_700
    programme = replace(with_offers([tenth, FULL]), policies=Policies(stacking="priority"))
    assert price(basket_of(*goods), programme, NOW).total_minor == 2_880


def test_coupons_on_request_wait_to_be_asked_for() -> None:
    programme = replace(with_offers((), (COUPON,)), policies=Policies(coupons="on_request"))
    basket = basket_of(replace(BREAD, price_minor=4_000), member=holding((), (), (COUPON,), (1,)))
    waiting = price(basket, programme, NOW)
    assert waiting.coupons[0].state is CouponState.ON_REQUEST
    asked = price(basket.with_wishes(Wishes(coupons=frozenset({"ten"}))), programme, NOW)
    assert waiting.total_minor - asked.total_minor == 1_000


def test_a_plain_basket_stands_at_list_prices() -> None:
    basket = basket_of(BREAD, member=holding((), (), (COUPON,), (1,))).with_wishes(Wishes(plain=True))
    assert price(basket, with_offers([HALF], (COUPON,)), NOW).saving_minor == 0


def test_item_prices_come_at_once_and_without_offers() -> None:
    result = price_items_only(basket_of(BREAD, TEA, member=member_view("gold")), with_offers([HALF]), NOW)
    assert (result.total_minor, result.is_complete) == (2_900, False)


def test_item_prices_of_some_lines_are_those_they_have_in_the_whole_basket() -> None:
    basket, programme = basket_of(BREAD, TEA, member=member_view("gold")), with_offers([HALF])
    whole = price_items_only(basket, programme, NOW)
    for line, priced_line in zip(basket.lines, whole.lines, strict=True):
        assert price_items_only(basket, programme, NOW, [line]).lines == (priced_line,)


@pytest.mark.parametrize("quantity", [1, 2, 7])
def test_every_sale_adds_up(quantity: int) -> None:
    result = price(scanned([TEA, BREAD], quantity), with_offers([HALF, FULL]), NOW)
    assert sale_of(result, cash(result.total_minor)).total_minor == result.total_minor


def test_pieces_kept_from_one_coupon_are_left_to_another_of_its_group() -> None:
    free = NthPiece(id="free", names=NAMES, count=2, pay_basis_points=0)
    any_goods = Coupon(id="any", names=NAMES, effect=CouponAmount(off_minor=500))
    untouched = replace(COUPON, effect=CouponAmount(off_minor=500), at_least_minor=1_500, with_promotions=False)
    goods = [product(1, 400), product(2, 400), product(3, 1_500)]
    assert priced(goods, [free], any=any_goods, ten=untouched).total_minor == 1_000
