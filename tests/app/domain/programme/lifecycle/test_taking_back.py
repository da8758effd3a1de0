"""A top-up or a service that is taken back whole has never been, whatever had come of it."""

from dataclasses import replace

import pytest

from app.domain.ledger import POINTS, Lot
from app.domain.programme.lifecycle.facts import (
    Fact,
    Joined,
    MembershipBought,
    PassBought,
    PassUsed,
    Redeemed,
    Spun,
    ToppedUp,
    Undone,
)
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import (
    Condition,
    Draw,
    Entitlement,
    EntitlementGrant,
    Gift,
    Grant,
    Lasting,
    Limit,
    Measure,
    MeasureLine,
    Membership,
    Pass,
    Prize,
    Programme,
    Redemption,
    Tier,
    TopUpOffer,
    TopUpStep,
)
from app.domain.programme.model.tiers import Benefits
from app.domain.programme.scene import Moment
from tests.app.domain.programme.programmes import NAMES, plain, with_measures

NOW = Moment("2026-03-01")
RICH = Condition(measures=(MeasureLine(measure="topped", at_least=50_000),))
STEP = TopUpStep(at_least_minor=10_000, bonus_minor=1_000, gives=(Grant(points=40), Grant(coupon="off")))
PROGRAMME = replace(
    with_measures(plain(), Measure(id="topped", names=NAMES, of="topped_up")),
    tiers=(
        Tier(id="basic", names=NAMES),
        Tier(
            id="rich",
            names=NAMES,
            enter=RICH,
            benefits=Benefits(entitlements=(EntitlementGrant(entitlement="course", count=2),)),
        ),
        Tier(id="club", names=NAMES, ladder="club", bought=True, lasts=Lasting(years=1)),
        Tier(id="trip", names=NAMES, ladder="trip", bought=True, lasts=Lasting(years=1)),
    ),
    entitlements=(Entitlement(id="course", names=NAMES),),
    memberships=(Membership(id="year", names=NAMES, tier="club", price_minor=19_900, lasts=Lasting(years=1)),),
    passes=(Pass(id="ten", names=NAMES, price_minor=10_000, visits=10, per_day=1),),
    redemptions=(
        Redemption(
            id="mug", names=NAMES, points=100, gives=(Grant(coupon="off"), Grant(growth=7)), limits=(Limit(count=1),)
        ),
        Redemption(id="holiday", names=NAMES, points=100, gives=(Grant(tier="trip"),)),
    ),
    draws=(
        Draw(
            id="wheel",
            names=NAMES,
            points=50,
            prizes=(Prize(id="luck", names=NAMES, gives=(Grant(points=30), Grant(growth=5))),),
        ),
    ),
    top_up_offers=(TopUpOffer(id="plus", names=NAMES, steps=(STEP,)),),
    gifts=(
        Gift(id="up", names=NAMES, on="tier", gives=(Grant(points=11), Grant(growth=3))),
        Gift(id="welcome_in", names=NAMES, on="membership", gives=(Grant(coupon="off", count=4),)),
        Gift(id="thanks", names=NAMES, on="top_up", gives=(Grant(points=5),)),
    ),
)


def _lived(standing: Standing, *facts: Fact, programme: Programme = PROGRAMME) -> Standing:
    for fact in facts:
        standing = standing.after(react(programme, standing, fact), fact)
    return standing


def _limits(standing: Standing) -> set[str]:
    return {mark for mark in standing.done if "@" in mark or mark.startswith(("trial:", "privilege:"))}


def _before() -> Standing:
    points = Lot("sale", "", "2027-12-31")
    return replace(_lived(Standing(), Joined("join", Moment("2026-01-15"))), lots={(POINTS, points): 500})


@pytest.mark.parametrize(
    "fact",
    [
        ToppedUp("x", NOW, 60_000),
        MembershipBought("x", NOW, "year"),
        PassBought("x", NOW, "ten"),
        Redeemed("x", NOW, "mug"),
        Redeemed("x", NOW, "holiday"),
        Spun("x", NOW, "wheel", "luck"),
    ],
    ids=lambda fact: f"{type(fact).__name__}-{getattr(fact, 'redemption', '')}",
)
def test_taken_back_it_has_never_been(fact: Fact) -> None:
    before = _before()
    there = _lived(before, fact)
    assert (there.lots, there.tiers) != (before.lots, before.tiers)
    after = _lived(there, Undone("u", NOW, "x"))
    assert after.lots == before.lots
    assert after.tiers == before.tiers
    assert _limits(after) == _limits(before)
    assert _lived(after, Undone("v", NOW, "x")).lots == before.lots


def test_a_visit_taken_back_may_be_made_again_the_same_day() -> None:
    pass_bought = _lived(_before(), PassBought("p", NOW, "ten"))
    used = _lived(pass_bought, PassUsed("x", NOW, "ten"))
    assert used.total("pass:ten") == 9  # type: ignore[arg-type]
    assert react(PROGRAMME, used, PassUsed("y", NOW, "ten")).withheld == ("ten",)
    again = _lived(used, Undone("u", NOW, "x"), PassUsed("y", NOW, "ten"))
    assert again.total("pass:ten") == 9  # type: ignore[arg-type]


def test_points_of_a_prize_that_are_spent_become_a_debt() -> None:
    standing = _lived(_before(), Spun("x", NOW, "wheel", "luck"), Redeemed("m", NOW, "mug"))
    spent = replace(standing, lots={})
    after = _lived(spent, Undone("u", NOW, "x"))
    # 50 came back and 30 went, so nothing is owed; without them it is.
    assert after.total(POINTS) == 20
    free = replace(PROGRAMME, draws=(replace(PROGRAMME.draws[0], points=0),))
    spent = replace(_lived(_before(), Spun("x", NOW, "wheel", "luck"), programme=free), lots={})
    assert _lived(spent, Undone("u", NOW, "x"), programme=free).total("points_debt") == 30  # type: ignore[arg-type]
