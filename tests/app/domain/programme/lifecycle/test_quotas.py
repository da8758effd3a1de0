"""Limits and quotas hold whoever comes first, in any order of members, spins and purchases."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.catalogue import Product
from app.domain.ids import ProductId
from app.domain.programme.lifecycle.facts import Joined
from app.domain.programme.model import Draw, Gift, Grant, Limit, Prize
from app.domain.programme.rights import coupon_unit
from app.domain.programme.scene import Moment
from app.domain.rehearsal.counter import REST, Wanted, buy, spin_wheel
from app.domain.rehearsal.shop import Shop
from tests.app.domain.programme.programmes import NAMES, plain

WHEEL = Draw(
    id="wheel",
    names=NAMES,
    limits=(Limit(count=2, per="day"),),
    prizes=(
        Prize(id="suite", names=NAMES, weight=3, quota=1, gives=(Grant(coupon="off"),)),
        Prize(id="night", names=NAMES, weight=2, quota=2, gives=(Grant(coupon="off", count=2),)),
        Prize(id="thanks", names=NAMES, weight=1),
    ),
)
FIRST_THREE = Gift(id="early", names=NAMES, on="purchase", gives=(Grant(points=1),), limits=(Limit(count=3, of="all"),))
PROGRAMME = replace(plain(), draws=(WHEEL,))
TEA = Product(ProductId("tea"), "tea", 1_000)

acts = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 40)), min_size=1, max_size=30)


@settings(max_examples=60)
@given(acts=acts)
def test_no_prize_is_won_more_often_than_there_are(acts: list[tuple[str, int]]) -> None:
    shop = Shop(PROGRAMME)
    won: dict[str, int] = {}
    for who, dice in acts:
        if who not in shop.people:
            shop, _ = shop.hears(who, Joined(shop.next_number(), Moment("2026-03-01")))
        shop, outcome = spin_wheel(shop, who, WHEEL, dice, Moment("2026-03-01"))
        won[outcome.won] = won.get(outcome.won, 0) + 1
    assert won.get("suite", 0) <= 1
    assert won.get("night", 0) <= 2
    coupons = sum(standing.total(coupon_unit("off")) for standing in shop.people.values())
    assert coupons == won.get("suite", 0) + 2 * won.get("night", 0)
    spins = {who: sum(1 for each, _ in acts if each == who) for who, _ in acts}
    assert sum(won.values()) - won.get("", 0) <= sum(min(2, count) for count in spins.values())


@settings(max_examples=40)
@given(order=st.lists(st.sampled_from("abcd"), min_size=1, max_size=12))
def test_the_first_three_are_three(order: list[str]) -> None:
    shop = Shop(replace(PROGRAMME, gifts=(FIRST_THREE,)))
    for who in order:
        if who not in shop.people:
            shop, _ = shop.hears(who, Joined(shop.next_number(), Moment("2026-03-01")))
        shop, _ = buy(shop, who, [Wanted(TEA)], {"cash": REST}, Moment("2026-03-01"))
    used = sum(count for unit, count in shop.used.items() if unit.startswith("right:early"))
    assert used == min(3, len(order))
