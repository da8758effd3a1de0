"""Goods that a sale rule stops: refused at the scan, in the open, and let pass by somebody who may."""

from dataclasses import replace

import pytest

from app.domain.errors import Refused, Why
from app.domain.pricing import price
from app.domain.programme.model import Condition, Goods, SaleRule
from app.domain.sale.facts import Sale
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.services.post_sale import SaleRequest
from tests.app.ui.memory_shop import CASHIER, GOLD_CARD, MANAGER, TEA, TOAST
from tests.app.ui.sale.test_presenter import Desk

BLACK_ONLY = SaleRule(
    id="black-only",
    names={"zh_CN": "黑卡专享", "en": "Black card only"},
    goods=Goods(categories=frozenset({TEA.category})),
    when=Condition(tiers=frozenset({"black"})),
)
TWO_TOASTS = SaleRule(
    id="two", names={"en": "Two toasts"}, goods=Goods(categories=frozenset({TOAST.category})), at_most=2, override=False
)
LET = Approval(Permission.SALE_EXCEPTION, CASHIER.id, MANAGER.id, "样品")


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.session.programme = replace(desk.session.programme, sale_rules=(BLACK_ONLY, TWO_TOASTS))
    return desk


def post(desk: Desk) -> Sale | Refused:
    """What the till's own book says to the basket, paid in cash to the cent."""
    basket, programme = desk.sale.basket, desk.session.programme
    total = price(basket, programme, desk.session.moment()).total_minor
    kind = programme.tender_kind("cash")
    assert kind is not None
    paid = (Tendered("cash", kind.type, total),)
    return desk.shop.use_cases.post_sale(SaleRequest(CASHIER, basket, programme, paid, total))


def test_a_scan_that_a_rule_stops_does_not_come_into_the_basket(desk: Desk) -> None:
    desk.sale.enter(TEA.gtin)
    desk.sale.enter(GOLD_CARD)
    desk.sale.enter(TEA.gtin)
    assert desk.view.refusals == [Why.GOODS_NEED_CARD, Why.GOODS_NOT_FOR_THEM]
    assert (desk.lines, desk.sale.stopped_by, desk.view.exceptions_offered) == ([], "Black card only", 2)


def test_what_somebody_lets_pass_is_sold_and_stands_on_record(desk: Desk) -> None:
    desk.sale.enter(TEA.gtin)
    desk.sale.let_pass(LET)
    assert (desk.lines, desk.sale.stopped_by) == ([(TEA.id, 1_000)], "")
    desk.sale.enter(TEA.gtin)
    desk.sale.pay()
    assert (desk.lines, desk.view.tenders) == ([(TEA.id, 2_000)], 1)
    sale = post(desk)
    assert isinstance(sale, Sale)
    assert [(each.rule, each.approval) for each in sale.exceptions] == [("black-only", LET)]


def test_a_rule_without_exceptions_offers_none(desk: Desk) -> None:
    desk.sale.enter(f"3*{TOAST.gtin}")
    assert (desk.view.refusals, desk.view.exceptions_offered) == ([Why.GOODS_TOO_MANY], 0)
    desk.sale.enter(f"2*{TOAST.gtin}")
    desk.sale.add_one()
    assert desk.lines == [(TOAST.id, 2_000)]
    desk.sale.let_pass(LET)
    desk.sale.add_one()
    assert desk.view.refusals == [Why.GOODS_TOO_MANY] * 3


def test_who_leaves_takes_the_right_to_the_goods_along(desk: Desk) -> None:
    desk.session.programme = replace(
        desk.session.programme, sale_rules=(replace(BLACK_ONLY, when=Condition(members=True)),)
    )
    desk.sale.enter(GOLD_CARD)
    desk.sale.enter(TEA.gtin)
    desk.sale.use_member(None)
    desk.sale.pay()
    assert (desk.view.refusals, desk.view.tenders) == ([Why.GOODS_NEED_CARD], 0)
    refused = post(desk)
    assert isinstance(refused, Refused)
    assert refused.why is Why.GOODS_NEED_CARD


def test_an_approval_of_somebody_who_may_not_is_worth_nothing(desk: Desk) -> None:
    desk.sale.enter(TEA.gtin)
    desk.sale.let_pass(replace(LET, approved_by=CASHIER.id))
    refused = post(desk)
    assert isinstance(refused, Refused)
    assert refused.why is Why.NOT_PERMITTED
