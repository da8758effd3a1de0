"""Real tills, a real head office, kill -9: in the end every event once, and the books agree to the lot.

`make test` runs three tills for some seconds on each engine; `make chain-test` eight tills for minutes.
"""

import os
import random
from contextlib import closing
from pathlib import Path

import pytest

from tests.chain.storm import Storm

TILLS = int(os.environ.get("MEMBERTILL_CHAIN_TILLS", "3"))
SECONDS = float(os.environ.get("MEMBERTILL_CHAIN_SECONDS", "7"))
SEED = os.environ.get("MEMBERTILL_CHAIN_SEED", "")


@pytest.mark.slow
def test_after_the_storm_every_event_is_there_once_and_the_books_agree(tmp_path: Path, database: str) -> None:
    seed = int(SEED) if SEED else random.SystemRandom().randrange(1_000_000)
    print(f"MEMBERTILL_CHAIN_SEED={seed}")
    with closing(Storm(tmp_path, database, tills=TILLS, seed=seed)) as storm:
        storm.rage(SECONDS)
        storm.settle()
        storm.check()
    print(dict(storm.counts))
    # A storm in which nothing happened proves nothing; how much more happens is up to the machine.
    for name in ("kills of tills", "kills of head office", "sold", "faults of the line"):
        assert storm.counts[name] > 0, name
