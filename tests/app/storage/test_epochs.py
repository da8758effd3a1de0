"""A till that was enrolled again: a second chain behind the first in the same files; nothing of the first is lost."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.domain.errors import BrokenPromiseError
from app.domain.ids import WalletId
from app.domain.journal import GENESIS_HASH, Event, Kind
from app.domain.lease import Lease
from app.domain.sale.facts import Sale
from app.storage.backup import back_up
from app.storage.restore import restore
from app.storage.till.journal import events_after
from app.storage.till.replay import replay
from app.storage.till.work import Known
from app.storage.verify.run import verify_files
from tests.app.storage.shop import KEY, MERCHANT, PRODUCTS, Shop, open_shop, trade
from tests.app.storage.test_backup_restore import all_rows


def begin_epoch(shop: Shop, epoch: int) -> Event:
    with shop.store.unit_of_work() as uow:
        event = uow.begin_epoch(epoch, MERCHANT, shop.new_id(), shop.clock.now_ms(), "2026-11-22")
        uow.commit()
    return event


def two_epochs(data_dir: Path) -> tuple[Sale, Sale]:
    """A day in epoch 1, a backup, epoch 2 from there; the last sale of each."""
    with open_shop(data_dir) as shop:
        before = trade(shop, 30)[-1]
        back_up(data_dir, KEY, data_dir.parent / "noon.db")
        begin_epoch(shop, 2)
        shop.grant("w0", principal=4_000)
        shop.begin_shift()
        shop.refund(before)
        return before, shop.sell(PRODUCTS[0], member=shop.member("w0"), from_card=300)


def test_a_new_epoch_begins_with_no_lease_and_with_receipt_one(tmp_path: Path) -> None:
    with open_shop(tmp_path / "till") as shop:
        trade(shop, 5)
        head = shop.store.head
        first = begin_epoch(shop, 3)
        assert (first.epoch, first.seq, first.kind, first.prev_hash) == (3, 1, Kind.TILL_ENROLLED, GENESIS_HASH)
        assert first.body()["after"] == [1, head.seq, head.hash.hex()]
        with shop.store.unit_of_work() as uow:
            assert uow.ledger.leases(WalletId("w0")) == ()
            assert (uow.ledger.lent(), uow.outbox.leases()) == ([], [])
            assert [event.seq for event in uow.outbox.after(0, 10)] == [1]
        # A total is of its epoch: what head office granted the old one says nothing any more.
        shop.grant("w0", principal=700)
        assert {lease.granted for lease in leases(shop)} == {700, 5_000, 300}
        shop.begin_shift()
        assert shop.sell().origin.receipt == 1
        assert shop.store.state.perpetual_minor > 0


def test_both_chains_are_proved_and_each_receipt_is_found(tmp_path: Path) -> None:
    old, new = two_epochs(tmp_path / "till")
    assert verify_files(tmp_path / "till", KEY) == []
    with open_shop(tmp_path / "till") as shop, shop.store.unit_of_work() as uow:
        for sale, epoch in ((old, 1), (new, 2)):
            assert uow.sales.find(f"T01-{epoch}-{sale.origin.receipt:06d}") == sale.id


def test_a_backup_of_the_first_epoch_is_filled_up_with_the_second(tmp_path: Path) -> None:
    two_epochs(tmp_path / "till")
    but = frozenset({"spool", "sqlite_sequence", "till_state"})
    before = all_rows(tmp_path / "till", but)
    restored = restore(tmp_path / "till", KEY, tmp_path / "noon.db")
    assert (restored.stopped, restored.replayed, restored.head.epoch) == ("", 5, 2)
    assert all_rows(tmp_path / "till", but) == before
    assert verify_files(tmp_path / "till", KEY) == []


def test_an_epoch_is_not_begun_twice_or_within_a_shift(tmp_path: Path) -> None:
    with open_shop(tmp_path / "till") as shop:
        with pytest.raises(BrokenPromiseError):
            begin_epoch(shop, 1)
        shop.begin_shift()
        with pytest.raises(BrokenPromiseError):
            begin_epoch(shop, 2)
        assert shop.store.head.epoch == 1


def test_an_epoch_behind_another_end_is_not_replayed(tmp_path: Path) -> None:
    two_epochs(tmp_path / "till")
    with open_shop(tmp_path / "till") as shop:
        connection = shop.store._connection
        begun = next(event for event in events_after(connection, 0) if event.epoch == 2)
        connection.rollback()
    with open_shop(tmp_path / "other") as other:
        known = other.store._known
        assert isinstance(known, Known)
        with pytest.raises(BrokenPromiseError, match="does not follow"):
            replay(other.store._connection, known, begun)


def leases(shop: Shop) -> Sequence[Lease]:
    with shop.store.unit_of_work() as uow:
        return uow.ledger.leases(WalletId("w0"))
