"""Points for things, passes and entitlements."""

from dataclasses import replace

from app.domain.ledger import POINTS, Lot
from app.domain.programme.lifecycle.facts import PassBought, PassUsed, Redeemed, Spent
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import (
    Entitlement,
    Grant,
    Lasting,
    Limit,
    Pass,
    PointsForTier,
    Programme,
    Redemption,
    Tier,
)
from app.domain.programme.rights import coupon_unit, entitlement_unit, pass_unit
from app.domain.programme.scene import Moment
from tests.app.domain.programme.lifecycle.lives import lived
from tests.app.domain.programme.programmes import NAMES, plain

AT = Moment("2026-03-01")
EARLY, LATE = Lot("sale", "", "2026-12-31"), Lot("sale", "", "2027-12-31")
RICH = Standing(joined_on="2026-01-15", lots={(POINTS, LATE): 500, (POINTS, EARLY): 500})


def _mall(points_lot_order: str = "oldest_expiry") -> Programme:
    return replace(
        plain(points_lot_order=points_lot_order),
        redemptions=(
            Redemption(
                id="cup", names=NAMES, points=600, gives=(Grant(coupon="off"),), limits=(Limit(count=1, per="year"),)
            ),
        ),
        tiers=(Tier(id="plain", names=NAMES), Tier(id="gold", names=NAMES, bought=True)),
        points_for_tiers=(PointsForTier(tier="gold", points=900, lasts=Lasting(months=1)),),
        passes=(
            Pass(id="ten", names=NAMES, price_minor=1, visits=2),
            Pass(id="month", names=NAMES, price_minor=1, lasts=Lasting(months=1), per_day=1),
        ),
        entitlements=(Entitlement(id="course", names=NAMES), Entitlement(id="line", names=NAMES, unlimited=True)),
    )


def test_a_thing_takes_the_points_that_expire_first_and_only_so_often() -> None:
    programme = _mall()
    after = RICH.after(react(programme, RICH, Redeemed("r1", AT, "cup")), Redeemed("r1", AT, "cup"))
    assert (after.lots_of(POINTS, AT.day), after.total(coupon_unit("off"))) == (((LATE, 400),), 1)
    richer = replace(after, lots={**after.lots, (POINTS, LATE): 5_000})
    assert react(programme, richer, Redeemed("r2", AT, "cup")).withheld == ("cup",)


def test_or_the_newest_points_where_the_programme_says_so() -> None:
    after = RICH.after(react(_mall(points_lot_order="newest_first"), RICH, Redeemed("r", AT, "cup")))
    assert after.lots_of(POINTS, AT.day) == ((EARLY, 400),)


def test_too_few_points_buy_nothing() -> None:
    poor = replace(RICH, lots={(POINTS, LATE): 599})
    reaction = react(_mall(), poor, Redeemed("r", AT, "cup"))
    assert (reaction.changes, reaction.withheld) == ((), ("cup",))


def test_a_tier_for_points_lasts_as_long_as_it_says() -> None:
    standing = RICH.after(react(_mall(), RICH, Redeemed("r", AT, "gold")))
    assert (standing.total(POINTS), standing.tiers["main"].tier, standing.tiers["main"].until) == (
        100,
        "gold",
        "2026-03-31",
    )


def test_visits_are_used_up_and_a_period_is_not() -> None:
    programme = _mall()
    ten = lived(programme, PassBought("b", AT, "ten"), PassUsed("1", AT, "ten"), PassUsed("2", AT, "ten"))
    assert ten.total(pass_unit("ten")) == 0
    assert react(programme, ten, PassUsed("3", AT, "ten")).withheld == ("ten",)
    month = lived(programme, PassBought("b", AT, "month"), PassUsed("1", AT, "month"))
    assert month.total(pass_unit("month")) == 1
    assert react(programme, month, PassUsed("2", AT, "month")).withheld == ("month",)
    assert react(programme, month, PassUsed("2", Moment("2026-03-02"), "month")).withheld == ()
    assert react(programme, month, PassUsed("2", Moment("2026-04-01"), "month")).withheld == ("month",)


def test_an_entitlement_is_ticked_off_unless_it_has_no_end() -> None:
    units = entitlement_unit("course"), entitlement_unit("line")
    standing = replace(RICH, lots={(unit, Lot("g")): 1 for unit in units})
    for number, unit in enumerate(units):
        standing = standing.after(react(_mall(), standing, Spent(f"s{number}", AT, unit, 1)))
    assert [standing.total(unit) for unit in units] == [0, 1]
    assert react(_mall(), standing, Spent("more", AT, units[0], 1)).withheld == (units[0],)
