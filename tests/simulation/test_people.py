"""Members, streams, files and nights in the storm; and the checks are checked: each planted bug is caught."""

import pytest

from sync.client.office import OfficeError
from tests.simulation import people_scenes as scenes
from tests.simulation import planted_people as bugs
from tests.simulation.headoffice import founded
from tests.simulation.people import run
from tests.simulation.people_scenes import Scene, play
from tests.simulation.planted_people import BUGS, Plant

SEEDS, STEPS = 4, 120
# The seed that catches a bug, as of today, and what happens there more often; where nothing is said, the first does.
CAUGHT_BY: dict[Plant, tuple[int, tuple[str, ...]]] = {
    bugs.merged_without_a_recall: (4, ()),
    bugs.merged_value_comes_twice: (5, ()),
    bugs.a_stopped_card_opens: (5, ()),
    bugs.an_ended_wallet_keeps_what_comes_later: (4, ()),
    bugs.a_night_is_worked_twice: (0, ("_next_night", "register", "_sync")),
    bugs.a_region_is_moved_in_silence: (7, ("_move_shop", "register")),
    bugs.a_cursor_outlives_a_restore: (2, ("_back_up", "_restore", "_pull")),
}
# What a storm seldom brings about has a scene of its own.
SHOWN_BY: dict[Plant, Scene] = {
    bugs.cursor_of_members_moved_first: scenes.a_till_crashes_wherever_it_can_while_a_row_comes,
    bugs.a_stopped_wallet_is_lent: scenes.a_card_is_stopped_and_another_till_asks,
    bugs.file_older_than_its_cursor: scenes.a_till_that_lacks_many_takes_the_file,
    bugs.guests_stay_as_they_were: scenes.a_guests_card_is_stopped,
    bugs.a_copy_claims_to_have_all: scenes.a_row_comes_before_what_was_told_is_in_it,
    bugs.tombstones_are_forgotten_unsaid: scenes.goods_go_and_are_forgotten,
    bugs.anew_is_not_heard: scenes.goods_go_and_are_forgotten,
    bugs.late_words_bring_the_forgotten_back: scenes.a_till_that_had_not_heard_names_the_forgotten,
    bugs.a_laxer_word_wins: scenes.two_tills_hear_no_and_yes,
    bugs.the_survivors_word_counts: scenes.two_of_whom_one_has_said_no_are_one,
    bugs.second_gifts_stay: scenes.two_who_were_welcomed_are_one,
}


@pytest.fixture(autouse=True)
def _founded_without_a_bug() -> None:
    founded()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_happens_all_come_to_know_the_same(seed: int) -> None:
    run(seed, STEPS)


@pytest.mark.parametrize("where", sorted({where for where in CAUGHT_BY.values() if where[1] or where[0] >= SEEDS}))
def test_what_catches_a_bug_goes_well_without_it(where: tuple[int, tuple[str, ...]]) -> None:
    run(where[0], STEPS, *where[1])


@pytest.mark.parametrize("scene", dict.fromkeys(SHOWN_BY.values()))
def test_a_scene_ends_well(scene: Scene) -> None:
    play(scene)


@pytest.mark.parametrize("plant", BUGS, ids=lambda plant: plant.__name__)
def test_a_planted_bug_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, OfficeError)):
        _live(plant)


def _live(plant: Plant) -> None:
    if plant in SHOWN_BY:
        play(SHOWN_BY[plant])
    else:
        seed, often = CAUGHT_BY.get(plant, (0, ()))
        run(seed, STEPS, *often)
