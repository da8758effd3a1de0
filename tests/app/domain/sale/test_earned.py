"""What a sale earns at the till and what a return takes of it: the same as the programme's own rules say."""

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import SaleId
from app.domain.ledger import POINTS
from app.domain.pricing import price
from app.domain.programme.lifecycle.facts import Bought, Fact, Joined, Paid, Returned, ReturnedLine, SoldLine
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Goods, Multiplier, Programme
from app.domain.programme.scene import Moment
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
