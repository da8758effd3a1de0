"""What a sale earns at the till and what a return takes of it: the same as the programme's own rules say."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import SaleId
from app.domain.ledger import POINTS
from app.domain.pricing import price
from app.domain.programme.file.read import read_programme
from app.domain.programme.lifecycle.facts import Bought, Fact, Joined, Paid, Returned, ReturnedLine, SoldLine
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Benefits, Condition, Goods, Measure, MeasureLine, Multiplier, Programme, Tier
from app.domain.programme.scene import Moment
from app.domain.rehearsal.replay import replay
from app.domain.sale.earned import tier_reached
from app.domain.sale.facts import Refund, Sale
from app.domain.sale.refund import build_refund, refundable
from tests.app.domain.builders import (
    TODAY,
    approval,
    basket_of,
    cash,
    leases,
    member_view,
    origin,
    product,
    sale_of,
)
from tests.app.domain.programme.programmes import NAMES, plain

Policy = Literal["amount", "item"]
MANY = Multiplier(id="many", names=NAMES, rate_basis_points=20_000, paid_at_least_minor=10_000)
TEA = Multiplier(id="tea", names=NAMES, rate_basis_points=30_000, goods=Goods(categories=frozenset({"tea"})))


def rules(policy: Policy, per_minor: int) -> Programme:
    return replace(plain(return_reverses=policy, per_minor=per_minor), multipliers=(MANY, TEA))


def sold(programme: Programme, milk_minor: int, tea_minor: int) -> Sale:
    """Two lines to a member, paid in cash."""
    basket = basket_of(product(1, milk_minor), product(2, tea_minor, category="tea"), member=member_view(None))
    priced = price(basket, programme, Moment(TODAY))
    return sale_of(priced, cash(priced.total_minor), programme=programme)


def refunded(sale: Sale, programme: Programme, earlier: list[Refund], number: int) -> Refund:
    left = replace(refundable(sale, earlier), leases=leases(points=90_000), programme=programme)
    made = build_refund(left, {number: 1_000}, refund_id=SaleId("r"), origin=origin(9), approval=approval())
    assert isinstance(made, Refund)
    return made


def by_the_rules(programme: Programme, sale: Sale, *numbers: int) -> list[int]:
    """The points a member has under the programme's own rules: after the sale, and after each line came back."""
    moment, lines = Moment(TODAY), sale.lines
    goods = tuple(SoldLine(each.product, each.list_minor, each.net_minor, each.category) for each in lines)
    bought = Bought("s", moment, goods, (Paid("cash", sale.total_minor),))
    backs = (
        Returned(f"r{number}", moment, "s", (ReturnedLine(number - 1, lines[number - 1].net_minor),))
        for number in numbers
    )
    standing, points = Standing(), list[int]()
    facts: tuple[Fact, ...] = (Joined("j", moment), bought, *backs)
    for fact in facts:
        standing = standing.after(react(programme, standing, fact), fact)
        points.append(standing.total(POINTS))
    return points[1:]


@given(
    policy=st.sampled_from(["amount", "item"]),
    per_minor=st.sampled_from([100, 300, 700]),
    milk=st.integers(1, 30_000),
    tea=st.integers(1, 30_000),
    first=st.sampled_from([1, 2]),
)
def test_a_return_takes_what_the_programme_says_in_whichever_order(
    policy: Policy, per_minor: int, milk: int, tea: int, first: int
) -> None:
    programme = rules(policy, per_minor)
    sale = sold(programme, milk, tea)
    one = refunded(sale, programme, [], first)
    two = refunded(sale, programme, [one], 3 - first)
    there = sale.points
    assert [there, there - one.points, there - one.points - two.points] == by_the_rules(
        programme, sale, first, 3 - first
    )
    assert one.points + two.points == sale.points


@pytest.mark.parametrize(("policy", "points"), [("amount", 80), ("item", 160)])
def test_by_item_what_is_left_earns_anew_and_by_amount_a_share_goes(policy: Policy, points: int) -> None:
    """120 元 double are 240 points; the 40 元 of milk that come back are a third, or with them the doubling is gone."""
    programme = replace(rules(policy, 100), multipliers=(MANY,))
    sale = sold(programme, 4_000, 8_000)
    assert sale.points == 240
    assert refunded(sale, programme, [], 1).points == points


def test_under_rules_that_changed_since_a_share_goes_and_the_last_takes_the_rest() -> None:
    sale = sold(rules("item", 100), 4_000, 8_000)
    programme = rules("item", 1_000)
    one = refunded(sale, programme, [], 1)
    assert 0 < one.points < sale.points
    assert one.points + refunded(sale, programme, [one], 2).points == sale.points


def test_a_sale_that_does_not_say_what_it_rests_on_goes_back_by_the_amount() -> None:
    programme = rules("item", 100)
    sale = replace(sold(programme, 4_000, 8_000), basis=None)
    assert refunded(sale, programme, [], 1).points == sale.points * 4_000 // 12_000


GOLD = Tier(
    id="gold",
    names=NAMES,
    enter=Condition(measures=(MeasureLine(measure="spend", at_least=10_000), MeasureLine(measure="days", at_least=1))),
    benefits=Benefits(points_basis_points=20_000),
)


@given(counts=st.booleans(), before=st.integers(0, 12_000), now=st.integers(1, 12_000))
def test_the_sale_that_lifts_earns_by_the_tier_it_reaches_where_the_programme_says_so(
    *, counts: bool, before: int, now: int
) -> None:
    programme = replace(
        plain(current_sale_counts_for_tier=counts),
        measures=(Measure(id="spend", names=NAMES, of="spend"), Measure(id="days", names=NAMES, of="order_days")),
        tiers=(Tier(id="plain", names=NAMES), GOLD),
    )
    view = member_view("plain")
    assert view.member
    days = 1 if before else 0
    member = replace(view.member, measures={"spend": before, "days": days}, added={"spend": before, "days": days})
    basket = basket_of(product(1, now), member=replace(view, member=member))
    priced = price(basket, programme, Moment(TODAY))
    sale = sale_of(priced, cash(priced.total_minor), programme=programme)
    is_lifted = before < 10_000 <= before + now
    assert tier_reached(priced, sale, programme, Moment(TODAY)) == (GOLD if is_lifted else None)
    is_gold = before >= 10_000 or (counts and before + now >= 10_000)
    assert sale.points == now // 100 * (2 if is_gold else 1)
    assert replay(sale, programme) == ()
    assert sale.points == _lived(programme, before, now)


def test_the_first_purchase_at_a_till_earns_as_white() -> None:
    programme = read_programme(Path("resources/programmes/beauty-four-cards.toml").read_text(encoding="utf-8"))
    basket = basket_of(product(1, 5_000), member=member_view("pink"))
    priced = price(basket, programme, Moment(TODAY))
    sale = sale_of(priced, cash(priced.total_minor), programme=programme)
    assert sale.member
    assert (sale.member.tier, sale.points) == ("pink", 50)
    assert replay(sale, programme) == ()


def _lived(programme: Programme, before: int, now: int) -> int:
    """The points of the second purchase, by the programme's own rules."""
    standing, there = Standing(), 0
    earlier = [Bought("b", Moment("2026-03-01"), (SoldLine("p", before, before),), (Paid("cash", before),))]
    bought = Bought("s", Moment(TODAY), (SoldLine("p", now, now),), (Paid("cash", now),))
    facts: tuple[Fact, ...] = (Joined("j", Moment("2026-01-01")), *(earlier if before else ()), bought)
    for fact in facts:
        there = standing.total(POINTS)
        standing = standing.after(react(programme, standing, fact), fact)
    return standing.total(POINTS) - there
