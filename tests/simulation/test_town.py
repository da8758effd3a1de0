"""A run of every kind of town; `make simulate` runs more and longer ones."""

import pytest

from tests.simulation.__main__ import run
from tests.simulation.town import PERILS

STEPS = 250


@pytest.mark.parametrize("seed", range(5 * len(PERILS)))
def test_whatever_happens_no_card_pays_more_than_it_holds_and_no_sale_is_lost(seed: int) -> None:
    run(seed, STEPS)
