"""Gifts of purchases: money back from a sum on, limits of a member and for all."""

from dataclasses import replace

from app.domain.ledger import BONUS
from app.domain.programme.lifecycle.at_counter import at_counter
from app.domain.programme.lifecycle.limits import left_for_all
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.model import CashBack, Gift, Goods, Grant, Limit
from app.domain.programme.rights import coupon_unit
from tests.app.domain.programme.lifecycle.lives import lived, sale
from tests.app.domain.programme.programmes import NAMES, plain

DAY = "2026-03-01"


def test_from_a_sum_on_value_comes_back_once_or_for_each_full_sum() -> None:
    back = CashBack(id="back", names=NAMES, at_least_minor=10_000, gives=(Grant(bonus_minor=1_000),))
    once = replace(plain(), promotions=(back,))
    each = replace(plain(), promotions=(replace(back, repeats=True),))
    other = replace(plain(), promotions=(replace(back, goods=Goods(products=frozenset({"q"}))),))
    bought = sale("s", DAY, 25_000)
    assert [lived(programme, bought).total(BONUS) for programme in (once, each, other)] == [1_000, 2_000, 0]
    assert lived(once, sale("s", DAY, 9_999)).total(BONUS) == 0


def test_a_gift_comes_as_often_as_its_limit_says() -> None:
    gift = Gift(id="g", names=NAMES, on="purchase", gives=(Grant(coupon="off"),), limits=(Limit(count=1, per="month"),))
    programme = replace(plain(), gifts=(gift,))
    bought = [sale("a", "2026-03-01", 100), sale("b", "2026-03-31", 100), sale("c", "2026-04-01", 100)]
    assert lived(programme, *bought).total(coupon_unit("off")) == 2


def test_what_is_for_all_is_withheld_when_it_is_gone() -> None:
    gift = Gift(id="g", names=NAMES, on="purchase", gives=(Grant(coupon="off"),), limits=(Limit(count=1, of="all"),))
    programme = replace(plain(), gifts=(gift,))
    joined = lived(programme)
    first = react(programme, joined, sale("a", DAY, 100), left_for_all(programme, {}, DAY))
    second = react(programme, joined, sale("b", DAY, 100), left_for_all(programme, first.shared, DAY))
    assert (first.withheld, second.withheld) == ((), ("g",))


def test_the_first_gift_waits_for_head_office_or_comes_at_the_till() -> None:
    gift = Gift(id="g", names=NAMES, on="first_purchase", gives=(Grant(coupon="off"),))
    for policy, at_till in (("wait", 0), ("give", 1)):
        programme = replace(plain(first_gifts_offline=policy), gifts=(gift,))
        joined = lived(programme)
        till = joined.after(at_counter(programme, joined, sale("a", DAY, 100), None))
        assert till.total(coupon_unit("off")) == at_till
        assert lived(programme, sale("a", DAY, 100), sale("b", DAY, 100)).total(coupon_unit("off")) == 1
