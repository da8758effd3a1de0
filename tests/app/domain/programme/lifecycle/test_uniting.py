"""Two lives that are one person's: what one person is given once is there once, and nothing else is taken."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import TierId
from app.domain.ledger import POINTS, Lot
from app.domain.programme.lifecycle.facts import Acted, Bought, Fact, FriendCame, Joined, Returned, ReturnedLine
from app.domain.programme.lifecycle.growth import GROWTH_SHORT
from app.domain.programme.lifecycle.nightly import nights
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import HeldTier, Standing
from app.domain.programme.lifecycle.uniting import given_twice
from app.domain.programme.model import (
    Action,
    ActionAccrual,
    Benefits,
    Condition,
    Entitlement,
    EntitlementGrant,
    Gift,
    Grant,
    Limit,
    Programme,
    Referral,
    Tier,
)
from app.domain.programme.rights import GROWTH, coupon_unit, entitlement_unit
from app.domain.programme.scene import Moment
from app.domain.programme.spans import add_days
from tests.app.domain.programme.lifecycle.lives import sale
from tests.app.domain.programme.programmes import NAMES, plain

START = "2026-05-20"
OFF = coupon_unit("off")
COURSE = entitlement_unit("course")


def _gift(name: str, on: str, *limits: Limit, **more: object) -> Gift:
    return Gift(id=name, names=NAMES, on=on, gives=(Grant(coupon="off"),), limits=limits, **more)  # type: ignore[arg-type]


CLUB = replace(
    plain(),
    tiers=(
        Tier(id="basic", names=NAMES),
        Tier(
            id="gold",
            names=NAMES,
            enter=Condition(new_member=False),
            benefits=Benefits(entitlements=(EntitlementGrant(entitlement="course", count=2, per="year"),)),
        ),
    ),
    entitlements=(Entitlement(id="course", names=NAMES),),
    actions=(
        Action(
            id="asked",
            names=NAMES,
            brings=(ActionAccrual(unit="points", amount=7), ActionAccrual(unit="growth", amount=5)),
            limits=(Limit(count=1),),
        ),
    ),
    referrals=(
        Referral(id="friend", names=NAMES, gives=(Grant(points=30),), friend_gives=(Grant(coupon="off"),)),
    ),
    gifts=(
        _gift("welcome", "join"),
        _gift("birthday", "birthday_day"),
        _gift("monthly", "month"),
        _gift("first", "first_purchase"),
        _gift("golden", "tier", when=Condition(tiers=frozenset({"gold"}))),
        _gift("twice", "purchase", Limit(count=2, per="year")),
        _gift("each", "purchase"),
    ),
)  # fmt: skip

acts = st.sampled_from(["buy", "ask", "came"])
lives = st.lists(st.tuples(st.integers(0, 40), acts), max_size=5)


def _lived(programme: Programme, whose: str, life: list[tuple[int, str]], until: str = "2026-07-01") -> Standing:
    day = START
    facts: list[Fact] = [Joined(f"{whose}0", Moment(day))]
    for number, (pause, act) in enumerate(life, start=1):
        day, name = add_days(day, pause), f"{whose}{number}"
        if act == "buy":
            facts.append(sale(name, day, 5_000))
        elif act == "ask":
            facts.append(Acted(name, Moment(day), "asked"))
        else:
            facts.append(FriendCame(name, Moment(day), "friend", as_friend=True))
    standing = Standing(birthday="1990-06-15")
    for fact in facts:
        if standing.nights_through:
            standing, _ = nights(programme, standing, fact.moment.day)
        standing = standing.after(react(programme, standing, fact), fact)
    return nights(programme, standing, max(until, day))[0]


def _coupons(*standings: Standing) -> Counter[str]:
    """How many coupons lie there of each gift."""
    return Counter(
        lot.origin.partition(":")[0]
        for standing in standings
        for (unit, lot), amount in standing.lots.items()
        for _ in range(amount if unit == OFF else 0)
    )


def _once(mine: Standing, theirs: Standing) -> Standing:
    return theirs.after(given_twice(CLUB, mine, theirs, "2026-12-31"))


@given(first=lives, second=lives)
def test_two_who_are_one_have_what_one_is_given_once(
    first: list[tuple[int, str]], second: list[tuple[int, str]]
) -> None:
    mine, theirs = _lived(CLUB, "m", first), _lived(CLUB, "t", second)
    after = _once(mine, theirs)
    had, has = _coupons(mine) + _coupons(theirs), _coupons(mine, after)
    for gift, most in {"welcome": 1, "birthday": 1, "first": 1, "golden": 1, "friend": 1, "twice": 2}.items():
        assert has[gift] == min(had[gift], most), gift
    # What comes with each month comes for each month once, and what each purchase brings stays.
    months = [mark for mark in mine.done | theirs.done if mark.startswith("monthly:")]
    assert (has["monthly"], has["each"]) == (len(months), had["each"])
    assert mine.total(COURSE) + after.total(COURSE) in (0, 2)
    asked = any(act == "ask" for _, act in (*first, *second))
    assert (mine.total(GROWTH) + after.total(GROWTH), asked) in ((5, True), (0, False))
    bought = sum(fact.net_minor // 100 for each in (mine, theirs) for fact in each.history if isinstance(fact, Bought))
    assert mine.total(POINTS) + after.total(POINTS) == bought + 7 * asked
    assert all(amount >= 0 for amount in after.lots.values())


@given(first=lives, second=lives)
def test_whoever_was_given_nothing_takes_nothing_away(
    first: list[tuple[int, str]], second: list[tuple[int, str]]
) -> None:
    theirs = _lived(CLUB, "t", [*first, *second])
    assert given_twice(CLUB, Standing(), theirs, "2026-12-31").changes == ()


def test_of_what_was_used_nothing_more_is_taken() -> None:
    mine, theirs = (_lived(CLUB, whose, [(1, "ask")]) for whose in "mt")
    lots = {key: amount for key, amount in theirs.lots.items() if key[0] != OFF}
    used = replace(theirs, lots={**lots, (POINTS, Lot("action")): 3})
    after = _once(mine, used)
    assert (after.total(OFF), after.total(POINTS)) == (0, 0)


def test_a_tier_that_one_of_them_has_lost_was_another_rise() -> None:
    mine, theirs = (_lived(CLUB, whose, [(1, "buy")]) for whose in "mt")
    assert _coupons(_once(mine, theirs))["golden"] == 0
    fallen = replace(theirs, tiers={"main": HeldTier(TierId("basic"), "2026-06-30")}, done=theirs.done)
    earlier = replace(
        mine, done=frozenset(mark for mark in mine.done if not mark.startswith("golden:")) | {"golden:gold:2025-01-01"}
    )
    assert _coupons(_once(earlier, fallen))["golden"] == 1


def test_what_has_gone_is_not_gone_once_more_when_its_purchase_comes_back() -> None:
    golden = replace(CLUB, gifts=(Gift(id="first", names=NAMES, on="first_purchase", gives=(Grant(growth=40),)),))
    mine, theirs = (_lived(golden, whose, [(1, "buy"), (1, "ask")]) for whose in "mt")
    after = theirs.after(given_twice(golden, mine, theirs, "2026-12-31"))
    bought = next(fact for fact in after.history if isinstance(fact, Bought))
    back = Returned("back", Moment("2026-12-31"), bought.number, (ReturnedLine(0, bought.net_minor),))
    assert (after.total(GROWTH), after.after(react(golden, after, back), back).total(GROWTH)) == (0, 0)
    assert after.after(react(golden, after, back), back).total(GROWTH_SHORT) == 0
