"""Tiers that were bought or given go with what brought them, and with nothing else."""

import pytest

from app.domain.ledger import POINTS
from app.domain.programme.lifecycle.facts import MembershipBought, Redeemed, Undone
from app.domain.programme.scene import Moment
from tests.app.domain.programme.lifecycle.test_taking_back import NOW, _before, _lived

LATER = Moment("2026-03-02")


@pytest.mark.parametrize("second_on", [NOW, LATER], ids=lambda moment: moment.day)
@pytest.mark.parametrize("order", ["ab", "ba"])
def test_of_two_memberships_taken_back_nothing_stays_in_whatever_order(second_on: Moment, order: str) -> None:
    before = _before()
    there = _lived(before, MembershipBought("a", NOW, "year"), MembershipBought("b", second_on, "year"))
    assert there.tiers["club"].until == "2028-02-29"
    after = _lived(there, *(Undone(f"u{name}", second_on, name) for name in order))
    assert (after.tiers, after.lots) == (before.tiers, before.lots)


def test_the_one_that_stays_runs_from_its_own_day_and_keeps_what_the_tier_had_brought() -> None:
    once = _lived(_before(), MembershipBought("a", NOW, "year"))
    twice = _lived(once, MembershipBought("b", LATER, "year"))
    assert _lived(twice, Undone("u", LATER, "b")).tiers == once.tiers
    first_gone = _lived(twice, Undone("u", LATER, "a"))
    assert first_gone.tiers["club"].until == "2027-03-01"
    assert first_gone.total(POINTS) == once.total(POINTS)


def test_something_else_of_the_day_takes_no_membership_and_no_tier_with_it() -> None:
    there = _lived(
        _before(),
        MembershipBought("a", NOW, "year"),
        Redeemed("h", NOW, "holiday"),
        Redeemed("m", NOW, "mug"),
    )
    after = _lived(there, Undone("u", NOW, "m"))
    assert after.tiers == there.tiers
    assert set(_lived(after, Undone("v", NOW, "h")).tiers) == {"main", "club"}
