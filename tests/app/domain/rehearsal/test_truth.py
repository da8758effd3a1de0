"""What a sale rests on: true, true once, or never, by what head office knows of the member."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.domain.basket import Basket
from app.domain.ids import MemberId, TierId
from app.domain.ledger import Unit
from app.domain.member import Holding, Member, MemberView, TierHeld
from app.domain.pricing import price
from app.domain.programme.file import read_programme
from app.domain.programme.lifecycle.facts import Bought, Paid, SoldLine
from app.domain.programme.lifecycle.standing import HeldTier, Standing, TierCause, TierChange
from app.domain.programme.scene import Moment
from app.domain.rehearsal.truth import Truth, truth_of
from app.domain.sale.basis import basis_of
from tests.app.domain.builders import WALLET, cash, product, sale_of
from tests.app.domain.programme.clubs import club, gold_from

DAY = "2026-11-22"
BASIC, GOLD, STAR = TierId("basic"), TierId("gold"), TierId("star")
COUPON = Unit("coupon:x")
PROGRAMME = read_programme(
    club(
        gold_from("5000.00")
        + """
[[measures]]
id = "usual"
name = { en = "Usual" }
of = "average_order"

[[tiers]]
id = "star"
ladder = "stars"
name = { en = "Star" }
enter = { measures = [{ measure = "spend", at_least = "9000.00" }] }
"""
    )
)
BOUGHT = tuple(
    Bought(f"s{day}", Moment(f"2026-11-{day}"), (SoldLine("p1", 10_000, 10_000),), (Paid("cash", 10_000),))
    for day in ("10", "15", "20")
)
KNOWN = Standing(joined_on="2026-01-01", tiers={"main": HeldTier(BASIC, "2026-01-01")}, history=BOUGHT)


def truth(
    standing: Standing,
    tier: TierId | None = BASIC,
    *,
    measures: Mapping[str, int] | None = None,
    more: tuple[TierHeld, ...] = (),
    held: int = 0,
    credited: int = 0,
    birthday: str = "",
) -> Truth:
    who = Member(
        MemberId("m-zhang"), WALLET, "张三", "1", tier, joined_on="2026-01-01", birthday=birthday,
        measures=measures or {}, more_tiers=more,
    )  # fmt: skip
    holdings = {COUPON: Holding(COUPON, held, held)} if held else {}
    basket = Basket().with_member(MemberView(WALLET, who, None, holdings)).add(product(1, 1_000))
    priced = price(basket, PROGRAMME, Moment(DAY))
    sale = sale_of(priced, cash(priced.total_minor), programme=PROGRAMME)
    sale = replace(sale, basis=basis_of(priced, Moment(DAY), {}))
    return truth_of(sale, standing, PROGRAMME, {COUPON: credited})


def about(found: Truth) -> list[str]:
    return [part.about for part in found.never]


def test_what_head_office_knows_is_true() -> None:
    assert truth(KNOWN, measures={"spend": 30_000}) == Truth()
    assert truth(KNOWN, None) == Truth(), "a till that knows less than head office forges nothing"


def test_a_tier_that_was_held_once_is_late_and_one_that_never_was_is_not_true() -> None:
    fell = TierChange("main", GOLD, HeldTier(BASIC, "2026-11-12"), "2026-11-12", TierCause.BY_HAND)
    assert truth(replace(KNOWN, tier_history=(fell,)), GOLD) == Truth(late=1)
    rose = TierChange("main", BASIC, HeldTier(GOLD, "2026-11-22"), "2026-11-22", TierCause.REACHED)
    up = replace(KNOWN, tiers={"main": HeldTier(GOLD, "2026-11-22")}, tier_history=(rose,))
    assert truth(up, BASIC).never == ()
    [part] = truth(KNOWN, GOLD).never
    assert (part.about, part.till.why) == ("tier", (("tier", "gold", 0),))


def test_a_tier_that_comes_only_later_was_not_true_then() -> None:
    rose = TierChange("main", BASIC, HeldTier(GOLD, "2026-11-25"), "2026-11-25", TierCause.REACHED)
    later = replace(KNOWN, tiers={"main": HeldTier(GOLD, "2026-11-25")}, tier_history=(rose,))
    assert about(truth(later, GOLD)) == ["tier"]


def test_a_tier_of_another_ladder_is_looked_at_too() -> None:
    assert about(truth(KNOWN, more=(TierHeld(STAR),))) == ["tier"]
    both = replace(KNOWN, tiers={**KNOWN.tiers, "stars": HeldTier(STAR, "2026-02-01")})
    assert truth(both, more=(TierHeld(STAR),)) == Truth()


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ({"spend": 20_000}, Truth(late=1)),
        ({"spend": 25_000}, Truth(late=1)),
        ({"usual": 77_000}, Truth(late=1)),
        ({"elsewhere": 9}, Truth()),
    ],
)
def test_a_measure_as_an_old_copy_has_it_is_late(measures: Mapping[str, int], expected: Truth) -> None:
    assert truth(KNOWN, measures=measures) == expected


def test_more_than_was_ever_spent_or_ever_held_is_not_true() -> None:
    assert about(truth(KNOWN, measures={"spend": 30_001})) == ["measure"]
    assert about(truth(KNOWN, held=2, credited=1)) == ["balance"]
    assert truth(KNOWN, held=1, credited=1) == Truth()


def test_a_profile_that_was_changed_is_late() -> None:
    assert truth(KNOWN, birthday="1990-02-13") == Truth(late=1)
