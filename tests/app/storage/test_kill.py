"""A till killed over and over in the middle of selling: what it has said is sold is there, whole, every time.

`make kill-test` kills it 200 times; MEMBERTILL_KILLS says another number for the short run.
"""

import os
import time
from pathlib import Path
from random import Random

import pytest

from app.storage.till.journal import events_after
from app.storage.till.store import TillStore
from app.storage.verify.run import verify_files
from tests.app.storage.shop import KEY
from tests.chain.nursery import start_seller

KILLS = int(os.environ.get("MEMBERTILL_KILLS", "20"))


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("kills", [KILLS, pytest.param(200, marks=pytest.mark.long)])
def test_nothing_acknowledged_is_lost_and_nothing_is_half(tmp_path: Path, kills: int) -> None:
    random = Random(9)
    acknowledged: dict[int, bytes] = {}
    for number in range(kills):
        acknowledged |= sell_until_killed(tmp_path, number, random.uniform(0.0, 0.15))
        stored = open_again(tmp_path)
        lost = [seq for seq, own_hash in acknowledged.items() if stored.get(seq) != own_hash]
        assert lost == [], f"after kill {number}"
        assert verify_files(tmp_path, KEY) == [], f"after kill {number}"
    assert len(acknowledged) > kills


def sell_until_killed(data_dir: Path, seed: int, after_s: float) -> dict[int, bytes]:
    """What the child has acknowledged; it is killed `after_s` after its first sale."""
    errors = data_dir / "child.err"
    child = start_seller([str(data_dir), str(seed + 1_000)], errors)
    try:
        lines = [child.said.readline()]
        assert lines[0], errors.read_text("utf-8")
        time.sleep(after_s)
        child.process.kill()
        lines += child.said.readlines()
    finally:
        child.process.kill()
        child.process.join()
        child.hang_up()
    whole = [line.split() for line in lines if line.endswith("\n")]
    return {int(seq): bytes.fromhex(own_hash) for seq, own_hash in whole}


def open_again(data_dir: Path) -> dict[int, bytes]:
    """The hash of every event, as a new start finds them."""
    store = TillStore.open(data_dir, KEY)
    try:
        assert store.second_journal_fault is None
        return {event.seq: event.hash for event in events_after(store._connection, 0)}
    finally:
        store._connection.rollback()
        store.close()
