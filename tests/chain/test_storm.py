"""Real tills, a real head office, kill -9: in the end every event once, and the books agree to the lot.

`make test` runs three tills for some seconds on each engine; `make chain-test` eight tills for minutes.
"""

import os
import random
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.chain.books import assert_they_agree
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
        assert_the_checks_can_fail(storm)
    print(dict(storm.counts))
    # A storm in which nothing happened proves nothing; how much more happens is up to the machine.
    for name in ("kills of tills", "kills of head office", "sold", "faults of the line"):
        assert storm.counts[name] > 0, name


def assert_the_checks_can_fail(storm: Storm) -> None:
    """An event too few, one too many, a cent more in a lease: each is seen."""
    first, *others = storm.books
    lease = first.leases[0]
    for spoilt in (
        replace(first, events=first.events[:-1]),
        replace(first, events=(*first.events, first.events[-1])),
        replace(first, head=replace(first.head, seq=first.head.seq + 1)),
        replace(first, leases=(replace(lease, credited=lease.credited + 1), *first.leases[1:])),
    ):
        with pytest.raises(AssertionError):
            assert_they_agree(storm.office, [spoilt, *others])
