"""Leases come through the journal, in batches, and hold what the holders' lots say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.demo.chance import SeededRandomness
from app.cli.demo.clock import DemoClock, midnight_ms
from app.cli.demo.grants import GRANTS_AN_EVENT, grant_leases
from app.cli.demo.holders import Holder, OwnedLot
from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.ledger import POINTS, PRINCIPAL, Lot
from app.storage.keys import StoreKey
from app.storage.till.store import TillStore

TOP_UP, POINTS_LOT = Lot("top_up"), Lot("sale", "2026-01-01", "2027-12-31")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TillStore]:
    opened = TillStore.open(tmp_path, StoreKey(bytes(32)))
    opened.enrol(
        TillId("T01"), MerchantId("m"), 1, clock=DemoClock(midnight_ms("2026-11-22")), randomness=SeededRandomness(1)
    )
    yield opened
    opened.close()


def holder(number: int, *lots: OwnedLot) -> Holder:
    return Holder(WalletId(f"w{number:05}"), None, (), lots)


def grant(store: TillStore, *holders: Holder) -> int:
    return grant_leases(store, holders, clock=DemoClock(midnight_ms("2026-11-22")), randomness=SeededRandomness(2))


def test_the_lease_is_what_this_till_holds_and_not_all_there_is(store: TillStore) -> None:
    count = grant(store, holder(1, OwnedLot(PRINCIPAL, TOP_UP, 50_000, 12_000), OwnedLot(POINTS, POINTS_LOT, 320, 320)))
    with store.unit_of_work() as uow:
        held = {lease.unit: (lease.lot, lease.held) for lease in uow.ledger.leases(WalletId("w00001"))}
    assert count == 2
    assert held == {PRINCIPAL: (TOP_UP, 12_000), POINTS: (POINTS_LOT, 320)}


def test_what_lies_elsewhere_alone_is_not_granted(store: TillStore) -> None:
    assert grant(store, holder(1, OwnedLot(PRINCIPAL, TOP_UP, 50_000, 0))) == 0
    assert store.head.seq == 1


def test_an_event_carries_five_hundred_grants_at_most(store: TillStore) -> None:
    grant(store, *(holder(number, OwnedLot(PRINCIPAL, TOP_UP, 100, 100)) for number in range(GRANTS_AN_EVENT + 1)))
    assert store.head.seq == 3
