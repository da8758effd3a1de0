"""The outbox is the journal past what head office has."""

from pathlib import Path

from app.domain.ids import EventId, MerchantId, TillId, WalletId
from app.domain.journal import Draft, Kind
from app.domain.lease import Grant
from app.domain.ledger import PRINCIPAL, Lot
from app.storage.keys import StoreKey
from app.storage.till.store import TillStore
from tests.app.storage.shop import SeededRandomness, SteadyClock

LOT = Lot("top_up")


def opened(folder: Path) -> TillStore:
    store = TillStore.open(folder, StoreKey(bytes(range(32))))
    store.enrol(TillId("T01"), MerchantId("shop"), 1, clock=SteadyClock(), randomness=SeededRandomness())
    for number in range(2, 5):
        draft = Draft(EventId(f"e{number}"), Kind.LEASE_GRANTED, 0, "2026-11-22", {"grants": []})
        with store.unit_of_work() as uow:
            event = uow.journal.append(draft)
            uow.ledger.grant(event, [Grant(WalletId(f"w{number % 2}"), PRINCIPAL, LOT, number)])
            uow.commit()
    return store


def test_events_behind_a_seq_come_in_their_order_and_no_more_than_asked_for(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with store.unit_of_work() as uow:
        assert [event.seq for event in uow.outbox.after(0, 10)] == [1, 2, 3, 4]
        assert [event.seq for event in uow.outbox.after(2, 1)] == [3]
        assert list(uow.outbox.after(4, 10)) == []
    store.close()


def test_every_lease_there_ever_was_is_listed(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with store.unit_of_work() as uow:
        assert [(lease.wallet, lease.granted) for lease in uow.outbox.leases()] == [("w0", 4), ("w1", 3)]
    store.close()
