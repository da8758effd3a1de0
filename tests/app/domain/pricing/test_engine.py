"""The price is right, explained, and the same whatever the order of scanning."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.basket import ManualPrice
from app.domain.catalogue import Product
from app.domain.ids import OperatorId
from app.domain.pricing import PricedBasket
from app.domain.programme.model import AmountOff, NthPiece, Step
from app.domain.programme.reasons import NextStep, ReasonCode
from app.domain.staff import Approval, Permission
from tests.app.domain.builders import DEMO_PROGRAMME, basket_of, member_view, priced, product, weighed
from tests.app.domain.pricing.offers import NAMES

goods = st.builds(
    product,
    number=st.integers(1, 40),
    price_minor=st.integers(1, 30_000),
    category=st.sampled_from(["snacks", "drinks", "bakery", "beauty"]),
    member_price_minor=st.one_of(st.none(), st.integers(1, 20_000)),
)
baskets = st.lists(goods, max_size=12, unique_by=lambda p: p.id)
tiers = st.sampled_from([None, "silver", "gold", "black"])


def bill(result: PricedBasket) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """What each product costs and why, without regard to the order of lines."""
    return sorted(
        (line.line.product.id, line.net_minor, [(r.code.value + r.offer, r.amount_minor) for r in line.reasons])
        for line in result.lines
    )


@given(items=baskets, tier=tiers, order=st.randoms(use_true_random=False))
def test_the_order_of_scanning_changes_nothing(items: list[Product], tier: str | None, order: object) -> None:
    view = member_view(tier) if tier else None
    scanned = [*items, *items]
    first = priced(basket_of(*scanned, member=view))
    order.shuffle(scanned)  # type: ignore[attr-defined]
    second = priced(basket_of(*scanned, member=view))
    assert bill(first) == bill(second)
    assert first.next_steps == second.next_steps


@given(items=baskets, tier=tiers)
def test_reasons_explain_every_cent_and_nothing_costs_less_than_nothing(items: list[Product], tier: str | None) -> None:
    result = priced(basket_of(*items, *items, member=member_view(tier) if tier else None))
    for line in result.lines:
        assert line.net_minor >= 0
        assert line.list_minor - line.net_minor == -sum(reason.amount_minor for reason in line.reasons)
    assert result.total_minor + result.saving_minor == result.list_minor


@given(items=baskets, tier=st.sampled_from(["silver", "gold", "black"]))
def test_a_member_never_pays_more_than_a_stranger(items: list[Product], tier: str) -> None:
    scanned = [*items, *items[:3]]
    as_member = priced(basket_of(*scanned, member=member_view(tier)))
    assert as_member.total_minor <= priced(basket_of(*scanned)).total_minor


def test_a_member_price_is_given_up_on_one_line_for_the_sake_of_a_threshold() -> None:
    dear, cheap = product(1, 8_000, member_price_minor=7_900), product(2, 2_050, member_price_minor=2_000)
    result = priced(basket_of(dear, cheap, member=member_view("silver")))
    # 99.00 at member prices; one of them given up comes to 100.00 and takes 10.00 off.
    assert result.total_minor == 10_000 - 1_000
    codes = [[reason.code for reason in line.reasons] for line in result.lines]
    assert codes == [[ReasonCode.PROMOTION], [ReasonCode.MEMBER_PRICE, ReasonCode.PROMOTION]]


def test_member_prices_are_given_up_altogether_where_they_put_the_pieces_in_a_worse_order() -> None:
    prices = ((10_000, 9_900), (9_000, 5_000), (8_000, 4_000), (6_000, None))
    goods = [product(n, price, member_price_minor=less) for n, (price, less) in enumerate(prices, start=1)]
    half = NthPiece(id="half", names=NAMES, count=2, pay_basis_points=5_000)
    much = AmountOff(id="much", names=NAMES, steps=(Step(at_least_minor=25_500, off_minor=20_000),))
    programme = replace(DEMO_PROGRAMME, promotions=(half, much), coupons=())
    stranger = priced(basket_of(*goods), programme)
    member = priced(basket_of(*goods, member=member_view("silver")), programme)
    assert member.total_minor <= stranger.total_minor


def test_the_better_of_member_price_and_tier_discount_counts() -> None:
    cake = product(1, 8_000, category="bakery", member_price_minor=7_800)
    [line] = priced(basket_of(cake, member=member_view("gold"))).lines
    assert (line.reasons[0].code, line.reasons[0].amount_minor) == (ReasonCode.TIER_DISCOUNT, -400)
    [line] = priced(basket_of(cake, member=member_view("silver"))).lines
    assert (line.reasons[0].code, line.reasons[0].amount_minor) == (ReasonCode.MEMBER_PRICE, -200)


def test_the_second_drink_is_half_price_and_the_cheaper_one_is_it() -> None:
    dear, cheap = product(1, 800, category="drinks"), product(2, 500, category="drinks")
    result = priced(basket_of(cheap, dear))
    assert [line.net_minor for line in result.lines] == [250, 800]


def test_amount_off_is_shared_over_the_lines_to_the_last_cent() -> None:
    result = priced(basket_of(product(1, 3_333), product(2, 3_333), product(3, 3_335)))
    assert result.total_minor == 10_001 - 1_000
    assert result.next_steps == (NextStep("full-100", 9_999, 1_500),)


def test_a_weighed_label_price_stands_as_printed() -> None:
    basket = basket_of().add(weighed(), 525, 2_090)
    assert priced(basket).total_minor == 2_090
    assert priced(basket_of().add(weighed(), 525)).total_minor == 2_090


def test_a_price_by_hand_takes_no_other_benefit() -> None:
    allowed = Approval(Permission.PRICE_OVERRIDE, OperatorId("chen"), OperatorId("zhou"), "临期")
    basket = basket_of(product(1, 20_000, member_price_minor=15_000), member=member_view())
    result = priced(basket.with_manual_price(1, ManualPrice(12_000, allowed)))
    assert result.total_minor == 12_000
    assert [reason.code for reason in result.lines[0].reasons] == [ReasonCode.MANUAL_PRICE]


def test_spend_lifts_a_member_into_the_next_tier_at_once() -> None:
    view = member_view("silver", spend=200_000)
    assert view.member is not None
    result = priced(basket_of(product(1, 1_000, category="bakery"), member=view))
    assert result.tier is not None
    assert result.tier.id == "gold"
    kept = replace(view, member=replace(view.member, measures={"spend": 0}))
    again = priced(basket_of(product(1), member=kept)).tier
    assert again is not None
    assert again.id == "silver"
