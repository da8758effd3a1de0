"""Who may buy which goods, and how many."""

from dataclasses import replace

import pytest

from app.domain.basket import Basket, SaleException
from app.domain.catalogue import Product
from app.domain.errors import Why
from app.domain.ids import MemberId, OperatorId, ProductId, TierId, WalletId
from app.domain.ledger import Unit
from app.domain.member import Holding, Member, MemberView
from app.domain.money import MILLI
from app.domain.programme.model import Benefits, Condition, Dates, Goods, Limit, SaleRule, Tier
from app.domain.programme.sale_rules import Stop, counted, refusal_of, stopped
from app.domain.programme.scene import Moment
from app.domain.spend import Spend
from app.domain.staff import Approval, Permission
from tests.app.domain.programme.programmes import NAMES, plain

TODAY = Moment("2026-06-16")
PHONE = Product(ProductId("phone"), "手机", 499_900, goods_class="launch")
TEA = Product(ProductId("tea"), "茶", 1_000)
LAUNCH = Goods(classes=frozenset({"launch"}))
RULE = SaleRule(id="launch", names=NAMES, goods=LAUNCH)
GOLD = Tier(id="gold", names=NAMES, bought=True, benefits=Benefits(access=frozenset({"early"})))
PROGRAMME = replace(plain(), tiers=(Tier(id="base", names=NAMES), GOLD))
MEMBER = Member(MemberId("m1"), WalletId("w1"), "张三", "", TierId("base"))
A_DAY, OF_ALL = Limit(count=2, per="day"), Limit(count=5, of="all")
OWN, ALL = Unit("right:launch:day:2026-06-16"), Unit("right:launch:life:")
LET = Approval(Permission.SALE_EXCEPTION, OperatorId("chen"), OperatorId("zhou"), "样机")


def basket(pieces: int = 1, tier: str = "base", held: int | None = None, *, stranger: bool = False) -> Basket:
    holdings = {} if held is None else {OWN: Holding(OWN, held, held)}
    view = None if stranger else MemberView(WalletId("w1"), replace(MEMBER, tier=TierId(tier)), None, holdings)
    return Basket().with_member(view).add(TEA).add(PHONE, pieces * MILLI)


def stops(rule: SaleRule, of: Basket, shared: dict[Unit, int] | None = None) -> list[tuple[Stop, int]]:
    found = stopped(of, replace(PROGRAMME, sale_rules=(rule,)), TODAY, shared or {})
    assert all(each.lines == (2,) for each in found)
    return [(each.why, each.allowed) for each in found]


def test_goods_for_a_tier() -> None:
    gold_only = replace(RULE, when=Condition(tier_at_least="gold"))
    assert stops(gold_only, basket(tier="gold")) == []
    assert stops(gold_only, basket()) == [(Stop.NOT_FOR_THEM, 0)]
    assert stops(gold_only, basket(stranger=True)) == [(Stop.NEEDS_CARD, 0)]
    assert stopped(Basket().add(TEA), replace(PROGRAMME, sale_rules=(gold_only,)), TODAY, {}) == ()


def test_presale_for_whom_a_tier_opens_it() -> None:
    early = Condition(access=frozenset({"early"}), dates=(Dates(first="2026-06-15"),))
    presale = replace(RULE, when=Condition(any=(Condition(dates=(Dates(first="2026-06-18"),)), early)))
    assert stops(presale, basket(tier="gold")) == []
    assert stops(presale, basket()) == [(Stop.NOT_FOR_THEM, 0)]


def test_so_many_in_one_sale() -> None:
    two = replace(RULE, at_most=2)
    assert stops(two, basket(2, stranger=True)) == []
    assert stops(two, basket(3)) == [(Stop.TOO_MANY, 2)]


def test_so_many_a_day_are_counted_rights_of_the_member() -> None:
    limited = replace(RULE, limits=(A_DAY,))
    assert stops(limited, basket(2, held=2)) == []
    assert stops(limited, basket(2, held=1)) == [(Stop.TOO_MANY, 1)]
    assert stops(limited, basket(1)) == [(Stop.NEEDS_LEASE, 0)]
    assert stops(limited, basket(1, stranger=True)) == [(Stop.NEEDS_CARD, 0)]


def test_so_many_for_all_need_what_this_till_holds() -> None:
    scarce = replace(RULE, limits=(OF_ALL,))
    assert stops(scarce, basket(3, stranger=True), {ALL: 3}) == []
    assert stops(scarce, basket(4), {ALL: 3}) == [(Stop.TOO_MANY, 3)]
    assert stops(scarce, basket(1)) == [(Stop.NEEDS_LEASE, 0)]


def test_what_the_sale_uses_up() -> None:
    programme = replace(PROGRAMME, sale_rules=(replace(RULE, limits=(A_DAY, OF_ALL)),))
    assert counted(basket(2, held=2), programme, TODAY, {ALL: 9}) == ((Spend(OWN, 2),), (Spend(ALL, 2),))
    assert counted(Basket().add(TEA), programme, TODAY, {ALL: 9}) == ((), ())


def test_a_rule_that_somebody_let_pass_takes_only_what_there_is() -> None:
    programme = replace(PROGRAMME, sale_rules=(replace(RULE, limits=(A_DAY,)),))
    let = basket(3, held=1).with_exception(SaleException("launch", LET))
    assert stopped(let, programme, TODAY, {}) == ()
    assert counted(let, programme, TODAY, {}) == ((Spend(OWN, 1),), ())
    strict = replace(programme, sale_rules=(replace(programme.sale_rules[0], override=False),))
    assert [each.why for each in stopped(let, strict, TODAY, {})] == [Stop.TOO_MANY]


def test_an_approval_given_again_takes_the_earlier_ones_place() -> None:
    again = replace(LET, reason="再次")
    let = basket().with_exception(SaleException("launch", LET)).with_exception(SaleException("launch", again))
    assert let.exceptions == (SaleException("launch", again),)


@pytest.mark.parametrize(
    ("stop", "why"),
    [
        (Stop.NOT_FOR_THEM, Why.GOODS_NOT_FOR_THEM),
        (Stop.NEEDS_CARD, Why.GOODS_NEED_CARD),
        (Stop.TOO_MANY, Why.GOODS_TOO_MANY),
        (Stop.NEEDS_LEASE, Why.GOODS_NEED_LEASE),
    ],
)
def test_every_stop_is_a_refusal_with_the_rules_name(stop: Stop, why: Why) -> None:
    three = replace(RULE, at_most=2, limits=(A_DAY,))
    found = next(iter(stopped(basket(3), replace(PROGRAMME, sale_rules=(three,)), TODAY, {})))
    refused = refusal_of(replace(found, why=stop), "新品")
    assert (refused.why, refused.facts["name"]) == (why, "新品")
