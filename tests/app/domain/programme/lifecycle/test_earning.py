"""What a purchase earns, and both sides of each policy on it."""

from dataclasses import replace

import pytest

from app.domain.ledger import POINTS
from app.domain.programme.model import (
    Benefits,
    Condition,
    Goods,
    Limit,
    Measure,
    MeasureLine,
    Multiplier,
    Policies,
    TenderKind,
    TenderType,
    Tier,
)
from tests.app.domain.programme.lifecycle.lives import lived, sale
from tests.app.domain.programme.programmes import NAMES, plain

DAY = "2026-06-10"


@pytest.mark.parametrize(("points_on", "points"), [("list", 100), ("discounted", 80), ("paid", 80)])
def test_points_on_the_list_price_the_discounted_or_what_was_paid(points_on: str, points: int) -> None:
    assert lived(plain(points_on=points_on), sale("s", DAY, 8_000, 10_000)).total(POINTS) == points


@pytest.mark.parametrize(("points_on", "points"), [("list", 100), ("discounted", 80), ("paid", 0)])
def test_a_tender_that_does_not_earn_matters_only_to_what_is_paid(points_on: str, points: int) -> None:
    gift_card = TenderKind(id="gift_card", names=NAMES, type=TenderType.EXTERNAL, earns=False)
    programme = plain(points_on=points_on)
    programme = replace(programme, tender_kinds=(*programme.tender_kinds, gift_card))
    assert lived(programme, sale("s", DAY, 8_000, 10_000, "gift_card")).total(POINTS) == points


@pytest.mark.parametrize(("combine", "points"), [("best", 300), ("add", 400), ("multiply", 600)])
def test_several_multipliers_the_best_their_sum_or_their_product(combine: str, points: int) -> None:
    multipliers = (
        Multiplier(id="a", names=NAMES, rate_basis_points=20_000),
        Multiplier(id="b", names=NAMES, rate_basis_points=30_000),
    )
    programme = replace(plain(multipliers=combine), multipliers=multipliers)
    assert lived(programme, sale("s", DAY, 10_000)).total(POINTS) == points


def test_a_multiplier_is_for_its_goods_and_from_its_threshold_on() -> None:
    of_food = Multiplier(id="a", names=NAMES, rate_basis_points=20_000, goods=Goods(categories=frozenset({"food"})))
    from_100 = Multiplier(id="b", names=NAMES, rate_basis_points=20_000, paid_at_least_minor=10_000)
    assert lived(replace(plain(), multipliers=(of_food,)), sale("s", DAY, 9_000)).total(POINTS) == 90
    assert lived(replace(plain(), multipliers=(from_100,)), sale("s", DAY, 9_999)).total(POINTS) == 99
    assert lived(replace(plain(), multipliers=(from_100,)), sale("s", DAY, 10_000)).total(POINTS) == 200


def test_the_birthday_month_doubles_one_order_a_year() -> None:
    double = Multiplier(
        id="double",
        names=NAMES,
        rate_basis_points=20_000,
        when=Condition(birthday="month"),
        limits=(Limit(count=1, per="birthday_month"),),
    )
    programme = replace(plain(), multipliers=(double,))
    orders = [sale(f"s{number}", f"2026-06-1{number}", 10_000) for number in range(3)]
    assert lived(programme, *orders).total(POINTS) == 400
    assert lived(programme, *orders, sale("next", "2027-06-10", 10_000)).total(POINTS) == 600


@pytest.mark.parametrize(("counts", "points"), [(True, 200), (False, 100)])
def test_whether_the_sale_that_lifts_earns_by_the_new_tier(*, counts: bool, points: int) -> None:
    gold = Tier(
        id="gold",
        names=NAMES,
        enter=Condition(measures=(MeasureLine(measure="spend", at_least=10_000),)),
        benefits=Benefits(points_basis_points=20_000),
    )
    programme = replace(
        plain(),
        policies=Policies(current_sale_counts_for_tier=counts),
        measures=(Measure(id="spend", names=NAMES, of="spend"),),
        tiers=(Tier(id="plain", names=NAMES), gold),
    )
    assert lived(programme, sale("s", DAY, 10_000)).total(POINTS) == points
