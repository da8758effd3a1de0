"""Members, streams and files in the storm; and the checks are checked: each planted bug is caught by its seed."""

import pytest

from sync.client.office import OfficeError
from tests.simulation.headoffice import founded
from tests.simulation.people import run
from tests.simulation.planted_people import BUGS, Plant

SEEDS, STEPS = 8, 120
# The seed that catches a bug, as of today; where nothing is said, the first of them does.
CAUGHT_BY = {
    "cursor_of_members_moved_first": 1,
    "file_older_than_its_cursor": 4,
    "merged_without_a_recall": 1,
    "merged_value_comes_twice": 1,
    "the_survivors_word_counts": 9,
}


@pytest.fixture(autouse=True)
def _founded_without_a_bug() -> None:
    founded()


@pytest.mark.parametrize("seed", sorted({*range(SEEDS), *CAUGHT_BY.values()}))
def test_whatever_happens_all_come_to_know_the_same(seed: int) -> None:
    run(seed, STEPS)


@pytest.mark.parametrize("plant", BUGS, ids=lambda plant: plant.__name__)
def test_a_planted_bug_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    assert _is_caught(CAUGHT_BY.get(plant.__name__, 0))


def _is_caught(seed: int) -> bool:
    try:
        run(seed, STEPS)
    except (AssertionError, OfficeError):
        return True
    return False
