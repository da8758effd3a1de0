"""Towns of every kind, two thousand steps each; `make simulate` runs more of them and longer ones."""

import pytest

from tests.simulation.doings import Doings, run
from tests.simulation.town import Town

# As many as two cores run in three minutes.
SEEDS = 200
STEPS = 2_000


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_happens_no_card_pays_more_than_it_holds_and_no_sale_is_lost(seed: int) -> None:
    run(seed, STEPS)


@pytest.mark.parametrize("seed", range(4))
def test_a_seed_is_replayed_to_the_byte(seed: int) -> None:
    assert _heads(seed) == _heads(seed)


def _heads(seed: int) -> list[tuple[str, bytes]]:
    """Every box by its folder, and the end of its chain, in which all its events are."""
    with Town(seed) as town:
        Doings(town).live(300)
        return [(machine.label, machine.store.head.hash) for machine in town.machines]
