"""The checker is checked: every planted bug is caught by the run named here."""

import pytest

from tests.simulation.__main__ import run
from tests.simulation.planted import BUGS, Plant

# (seed, steps) that catch a bug; where nothing is said, the first seed does within a hundred steps.
CAUGHT_BY = {
    "fork_not_seen": (2, 100),
    "strays_thrown_away": (2, 100),
    "branch_believed": (2, 250),
    "fenced_not_told_of_a_restore": (35, 250),
    "restore_keeps_the_epoch": (2, 100),
    "no_recovery": (3, 100),
    "recovery_ends_early": (2, 100),
    "settlement_forgets_grants": (2, 100),
    "totals_not_told": (2, 100),
    "cursor_of_another_epoch": (68, 100),
    "lost_grants_not_said_again": (27, 100),
    "written_off_without_fence": (2, 100),
    "late_events_on_the_lease": (2, 100),
}


def test_there_are_enough_of_them_and_each_has_its_name() -> None:
    assert len(BUGS) >= 20
    assert len({plant.__name__ for plant in BUGS}) == len(BUGS)
    assert set(CAUGHT_BY) <= {plant.__name__ for plant in BUGS}


@pytest.mark.parametrize("plant", BUGS, ids=lambda plant: plant.__name__)
def test_a_planted_bug_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    seed, steps = CAUGHT_BY.get(plant.__name__, (0, 100))
    plant(monkeypatch)
    with pytest.raises(Exception):  # noqa: B017, PT011 # a check that fails, or the product's own guard
        run(seed, steps)


@pytest.mark.parametrize("seed", sorted({seed for seed, _ in CAUGHT_BY.values()}))
def test_without_a_bug_the_same_run_passes(seed: int) -> None:
    run(seed, max(steps for at, steps in CAUGHT_BY.values() if at == seed))
