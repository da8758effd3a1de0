"""Tiers that a person sets stand; both sides of the pause."""

from dataclasses import replace

import pytest

from app.domain.programme.lifecycle.facts import TierSet
from app.domain.programme.lifecycle.nightly import nights
from app.domain.programme.lifecycle.standing import TierCause
from app.domain.programme.model import FOR_EVER, Condition, Lasting, Measure, MeasureLine, Programme, Tier
from app.domain.programme.scene import Moment
from tests.app.domain.programme.lifecycle.lives import lived, sale
from tests.app.domain.programme.programmes import NAMES, plain


def _programme(pause: int = 0, lasts: Lasting = FOR_EVER) -> Programme:
    enter = Condition(measures=(MeasureLine(measure="spend", at_least=10_000),))
    return replace(
        plain(tier_pause_days=pause),
        measures=(Measure(id="spend", names=NAMES, of="spend"),),
        tiers=(Tier(id="plain", names=NAMES), Tier(id="gold", names=NAMES, enter=enter, lasts=lasts)),
    )


def _taken(day: str, tier: str = "plain") -> TierSet:
    return TierSet("hand", Moment(day), "main", tier, "出借", "zhou")


@pytest.mark.parametrize(
    ("pause", "day", "tier"), [(0, "2027-03-01", "plain"), (30, "2026-03-31", "plain"), (30, "2026-04-01", "gold")]
)
def test_a_tier_taken_by_hand_stays_taken_for_the_pause_or_for_good(pause: int, day: str, tier: str) -> None:
    standing = lived(_programme(pause), sale("s", "2026-02-01", 10_000), _taken("2026-03-02"), until=day)
    assert standing.tiers["main"].tier == tier


def test_a_revoked_tier_names_reason_and_approver() -> None:
    change = lived(_programme(), sale("s", "2026-02-01", 10_000), _taken("2026-03-02", "")).tier_history[-2]
    assert (change.cause, change.after, change.reason, change.approver) == (TierCause.BY_HAND, None, "出借", "zhou")


def test_a_tier_that_still_fits_is_kept_year_after_year() -> None:
    standing = lived(_programme(lasts=Lasting(years=1)), sale("s", "2026-02-01", 10_000), until="2029-03-01")
    assert (standing.tiers["main"].tier, standing.tiers["main"].until) == ("gold", "2030-01-31")


def test_three_years_late_comes_to_the_same_as_night_by_night() -> None:
    programme = _programme(lasts=Lasting(months=3))
    standing = lived(programme, sale("s", "2026-01-16", 10_000))
    late, _ = nights(programme, standing, "2029-01-16")
    step = standing
    for day in ("2026-02-01", "2026-12-31", "2028-02-29", "2029-01-16"):
        step, _ = nights(programme, step, day)
    assert late == step
