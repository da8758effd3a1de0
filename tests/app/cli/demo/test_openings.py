"""Opening balances come through the journal, in batches; the till holds of them what the holders' lots say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.demo.chance import SeededRandomness
from app.cli.demo.clock import DemoClock, midnight_ms
from app.cli.demo.holders import Holder, OwnedLot
from app.cli.demo.openings import LOTS_AN_EVENT, open_balances
from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.ledger import POINTS, PRINCIPAL, Lot
from app.storage.keys import StoreKey
from app.storage.till.store import TillStore
from sync.protocol.facts import facts_of

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


def open_with(store: TillStore, *holders: Holder) -> int:
    return open_balances(store, holders, clock=DemoClock(midnight_ms("2026-11-22")), randomness=SeededRandomness(2))


def test_the_lease_is_what_this_till_holds_and_not_all_there_is(store: TillStore) -> None:
    count = open_with(
        store, holder(1, OwnedLot(PRINCIPAL, TOP_UP, 50_000, 12_000), OwnedLot(POINTS, POINTS_LOT, 320, 320))
    )
    with store.unit_of_work() as uow:
        held = {lease.unit: (lease.lot, lease.held) for lease in uow.ledger.leases(WalletId("w00001"))}
    assert count == 2
    assert held == {PRINCIPAL: (TOP_UP, 12_000), POINTS: (POINTS_LOT, 320)}


def test_what_lies_elsewhere_goes_on_to_head_office(store: TillStore) -> None:
    assert open_with(store, holder(1, OwnedLot(PRINCIPAL, TOP_UP, 50_000, 0))) == 1
    with store.unit_of_work() as uow:
        (lease,) = uow.ledger.leases(WalletId("w00001"))
        (event,) = uow.outbox.after(1, 1)
    assert (lease.granted, lease.credited, lease.returned, lease.held) == (0, 50_000, 50_000, 0)
    assert facts_of(event.payload, event.till, event.epoch, event.seq).fault is None


def test_an_event_carries_five_hundred_lots_at_most(store: TillStore) -> None:
    open_with(store, *(holder(number, OwnedLot(PRINCIPAL, TOP_UP, 100, 100)) for number in range(LOTS_AN_EVENT + 1)))
    assert store.head.seq == 3
