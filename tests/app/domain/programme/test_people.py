"""A member as the till knows them: every tier held, and the way up in words."""

from dataclasses import replace

from app.domain.ids import MemberId, TierId, WalletId
from app.domain.ledger import Unit
from app.domain.member import Holding, Member, MemberView, TierHeld
from app.domain.programme.explain import explain_progress
from app.domain.programme.model import (
    Condition,
    Coupon,
    CouponAmount,
    Measure,
    MeasureLine,
    Membership,
    Programme,
    Segment,
    TenderKind,
    TenderType,
    Tier,
)
from app.domain.programme.people import memberships_ending, person_on, tier_held, tiers_held, ways_up

WORDS = {
    "tier.progress": "{missing} -> {name}",
    "tier.money": "{name} {amount}",
    "tier.count": "{name} {amount}",
    "tier.identified": "identity",
    "tier.and": " + ",
}
GOLD = Condition(identified=True, measures=(MeasureLine(measure="spend", at_least=50_000),))
PROGRAMME = Programme(
    id="shop",
    version=1,
    names={"en": "Shop"},
    effective_from="2026-01-01",
    currency="CNY",
    measures=(
        Measure(id="spend", names={"en": "spend"}, of="spend"),
        Measure(id="visits", names={"en": "visits"}, of="orders"),
    ),
    tiers=(
        Tier(id="base", names={"en": "Base"}),
        Tier(id="gold", names={"en": "Gold"}, enter=GOLD),
        Tier(id="club", names={"en": "Club"}, ladder="club", bought=True),
        Tier(
            id="friend",
            names={"en": "Friend"},
            ladder="visits",
            enter=Condition(measures=(MeasureLine(measure="visits", at_least=3),)),
        ),
    ),
    coupons=(Coupon(id="ten", names={"en": "10 off"}, effect=CouponAmount(off_minor=1_000)),),
    segments=(Segment(id="cats", names={"en": "Cats"}, when=Condition(tags=frozenset({"cat"}))),),
    tender_kinds=(TenderKind(id="cash", names={"en": "Cash"}, type=TenderType.CASH),),
)
MEMBER = Member(
    MemberId("m1"),
    WalletId("w1"),
    "张三",
    "13800001111",
    TierId("base"),
    measures={"spend": 38_000, "visits": 1},
    more_tiers=(TierHeld(TierId("club"), "2026-12-31"),),
    tags=frozenset({"cat"}),
)
COUPON = Unit("coupon:ten")
VIEW = MemberView(WalletId("w1"), MEMBER, None, {COUPON: Holding(COUPON, 1, 1)})


def test_a_member_holds_a_tier_on_every_ladder() -> None:
    assert [tier.id for tier in tiers_held(VIEW, PROGRAMME)] == ["base", "club"]
    person = person_on(VIEW, PROGRAMME, "2026-03-04")
    assert person is not None
    assert sorted(person.tiers) == ["base", "club"]
    assert (sorted(person.coupons), sorted(person.segments)) == (["ten"], ["cats"])


def test_the_way_up_names_everything_that_is_missing() -> None:
    gold, friend = ways_up(VIEW, PROGRAMME, "2026-03-04")
    assert explain_progress(gold, PROGRAMME, WORDS, "en") == "spend 120.00 + identity -> Gold"
    assert explain_progress(friend, PROGRAMME, WORDS, "en") == "visits 2 -> Friend"


def test_enough_spent_is_not_enough_for_who_is_not_identified() -> None:
    spent = replace(MEMBER, measures={"spend": 60_000}, added={"spend": 60_000})
    unknown = tier_held(replace(VIEW, member=spent), PROGRAMME)
    known = tier_held(replace(VIEW, member=replace(spent, identified=True)), PROGRAMME)
    assert unknown is not None
    assert known is not None
    assert (unknown.id, known.id) == ("base", "gold")


def test_a_paid_membership_that_ends_soon_is_worth_a_word() -> None:
    club = Membership(id="year", names={"en": "Club"}, tier="club", price_minor=19_900, remind_days_before=14)
    programme = replace(PROGRAMME, memberships=(club,))
    view = MemberView(WalletId("w1"), replace(MEMBER, more_tiers=(TierHeld(TierId("club"), "2026-06-30"),)), None, {})
    assert memberships_ending(view, programme, "2026-06-15") == ()
    assert memberships_ending(view, programme, "2026-06-16") == ((club, "2026-06-30"),)
    assert memberships_ending(view, programme, "2026-07-01") == ()
    assert memberships_ending(None, programme, "2026-06-16") == ()
