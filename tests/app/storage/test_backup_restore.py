"""A backup made while the till sells, and a till restored from it and the second journal."""

import shutil
from pathlib import Path

import pytest

from app.domain.journal import Head
from app.ports.store import StoreUnavailableError
from app.storage.backup import back_up, read_backup
from app.storage.keys import StoreKey
from app.storage.lock import StoreInUseError
from app.storage.restore import restore
from app.storage.till.store import TillStore
from app.storage.verify.run import verify_files
from tests.app.storage.shop import KEY, PRODUCTS, SUPERVISOR, SeededRandomness, Shop, open_shop, trade


@pytest.fixture
def traded(tmp_path: Path) -> Path:
    """A till with a backup from noon and a second half of a day behind it."""
    data_dir = tmp_path / "till"
    with open_shop(data_dir) as shop:
        trade(shop, 30)
        made = back_up(data_dir, KEY, tmp_path / "noon.db")
        assert made.head == shop.store.head
        assert made.second == tmp_path / "noon.mtj"
        shop.begin_shift()
        shop.grant("late")
        sale = shop.sell(PRODUCTS[0], PRODUCTS[1], member=shop.member("late"), from_card=500)
        shop.refund(sale)
        shop.pay_in()
        shop.open_drawer()
        assert isinstance(shop.close_shift(SUPERVISOR, 1), tuple)
    return data_dir


def all_rows(data_dir: Path, but: frozenset[str] = frozenset()) -> dict[str, list[object]]:
    store = TillStore.open(data_dir, KEY)
    raw = store._connection._raw
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    rows = {name: raw.execute(f"SELECT * FROM {name}").fetchall() for name in names if name not in but}
    store.close()
    return rows


def test_a_backup_is_encrypted_and_whole(traded: Path) -> None:
    noon = traded.parent / "noon.db"
    assert "张三".encode() not in noon.read_bytes()
    assert not noon.with_name("noon.db-wal").exists()
    with pytest.raises(StoreUnavailableError):
        read_backup(noon, StoreKey(bytes(32)))


def test_restoring_gives_back_every_row(traded: Path) -> None:
    # Slips are not printed again, and SQLite's own counters do not matter.
    but = frozenset({"spool", "sqlite_sequence", "till_state"})
    before, head = all_rows(traded, but), head_of(traded)
    restored = restore(traded, KEY, traded.parent / "noon.db")
    assert (restored.stopped, restored.head) == ("", head)
    assert restored.replayed == 7
    assert all_rows(traded, but) == before
    assert verify_files(traded, KEY) == []
    assert [path.name for path in restored.set_aside] == ["till.db.aside"]


def test_the_restored_till_goes_on_selling(traded: Path) -> None:
    restore(traded, KEY, traded.parent / "noon.db")
    with open_shop(traded) as shop:
        shop.randomness = SeededRandomness(99)
        fresh = Shop(shop.store, shop.clock, shop.randomness)
        fresh.begin_shift()
        fresh.sell()
        assert fresh.store.second_journal_fault is None
    assert verify_files(traded, KEY) == []


def test_a_broken_till_is_set_aside_not_lost(traded: Path) -> None:
    broken = traded / "till.db"
    broken.write_bytes(b"\0" * 4096 + broken.read_bytes()[4096:])
    kept = broken.read_bytes()
    with pytest.raises(StoreUnavailableError):
        TillStore.open(traded, KEY)
    restored = restore(traded, KEY, traded.parent / "noon.db")
    assert restored.set_aside[0].read_bytes() == kept
    assert verify_files(traded, KEY) == []


def test_an_old_till_beside_a_newer_second_journal_does_not_start(traded: Path) -> None:
    shutil.copy(traded.parent / "noon.db", traded / "till.db")
    with pytest.raises(StoreUnavailableError, match="restore"):
        TillStore.open(traded, KEY)


def test_deals_with_value_changed_cards_and_members_come_back_too(tmp_path: Path) -> None:
    data_dir, but = tmp_path / "till", frozenset({"spool", "sqlite_sequence", "till_state"})
    with open_shop(data_dir) as shop:
        shop.begin_shift()
        back_up(data_dir, KEY, tmp_path / "noon.db")
        shop.deal_in_value("saver")
        shop.write_members_in()
    before = all_rows(data_dir, but)
    assert restore(data_dir, KEY, tmp_path / "noon.db").stopped == ""
    assert all_rows(data_dir, but) == before
    assert (len(before["value_deal"]), len(before["member_told"])) == (3, 5)
    assert verify_files(data_dir, KEY) == []


def test_it_goes_as_far_as_the_second_journal_can_be_read(traded: Path) -> None:
    second = traded / "journal2.mtj"
    content = bytearray(second.read_bytes())
    content[-2_000] ^= 1
    second.write_bytes(content)
    head = head_of(traded)
    restored = restore(traded, KEY, traded.parent / "noon.db")
    assert restored.stopped
    assert restored.from_backup.seq < restored.head.seq < head.seq
    assert [path.name for path in restored.set_aside] == ["till.db.aside", "journal2.mtj.aside"]
    TillStore.open(traded, KEY).close()  # writes a new second journal
    assert verify_files(traded, KEY) == []


def test_without_a_second_journal_the_backup_stands_alone(traded: Path) -> None:
    (traded / "journal2.mtj").unlink()
    restored = restore(traded, KEY, traded.parent / "noon.db")
    assert restored.replayed == 0
    assert restored.stopped == "there is no second journal"


def test_what_is_no_backup_changes_nothing(traded: Path) -> None:
    before = (traded / "till.db").read_bytes()
    wrong = traded.parent / "wrong.db"
    wrong.write_bytes(b"no backup" * 1_000)
    for path in (wrong, traded.parent / "none.db"):
        with pytest.raises(StoreUnavailableError):
            restore(traded, KEY, path)
    assert (traded / "till.db").read_bytes() == before


def test_an_open_till_is_not_restored(traded: Path) -> None:
    store = TillStore.open(traded, KEY)
    with pytest.raises(StoreInUseError):
        restore(traded, KEY, traded.parent / "noon.db")
    store.close()


def test_a_backup_that_cannot_be_written_leaves_nothing(traded: Path) -> None:
    target = traded.parent / "missing" / "noon.db"
    with pytest.raises(StoreUnavailableError):
        back_up(traded, KEY, target)
    with pytest.raises(StoreUnavailableError, match="no store"):
        back_up(traded / "elsewhere", KEY, traded.parent / "x.db")
    assert not target.parent.exists()


def head_of(data_dir: Path) -> Head:
    store = TillStore.open(data_dir, KEY)
    head = store.head
    store.close()
    return head
