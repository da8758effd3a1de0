"""A paid membership whose unused part was paid back ends at once, with who allowed it."""

from dataclasses import replace

from app.domain.programme.lifecycle.facts import MembershipBought, MembershipEnded
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import Standing, TierCause
from app.domain.programme.model import Membership, Tier
from app.domain.programme.scene import Moment
from tests.app.domain.programme.programmes import NAMES, plain

CLUB = Tier(id="club", names=NAMES, ladder="paid", bought=True)
YEAR = Membership(id="year", names=NAMES, tier="club", price_minor=19_900)
PROGRAMME = replace(plain(), tiers=(CLUB,), memberships=(YEAR,))
BOUGHT = MembershipBought("b1", Moment("2026-01-10"), "year")
ENDED = MembershipEnded("e1", Moment("2026-03-01"), "year", "搬家", "zhou")


def test_the_tier_is_gone_from_that_day_on() -> None:
    member = Standing()
    member = member.after(react(PROGRAMME, member, BOUGHT), BOUGHT)
    assert member.tiers["paid"].tier == "club"
    reaction = react(PROGRAMME, member, ENDED)
    (change,) = reaction.tiers
    assert (change.cause, change.reason, change.approver) == (TierCause.ENDED, "搬家", "zhou")
    assert member.after(reaction, ENDED).tiers == {}


def test_who_does_not_hold_it_loses_nothing() -> None:
    reaction = react(PROGRAMME, Standing(), ENDED)
    assert (reaction.tiers, reaction.withheld) == ((), ("year",))
