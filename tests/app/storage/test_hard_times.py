"""What a disk can do to a till: full, torn, failing at any statement. And what a thief finds on it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from app.ports.store import StoreFullError, StoreUnavailableError
from app.storage.backup import back_up
from app.storage.direct import DirectConnection
from app.storage.restore import restore
from app.storage.till.store import TillStore
from app.storage.verify.run import verify_files
from tests.app.storage.shop import KEY, PRODUCTS, SeededRandomness, Shop, SteadyClock, open_shop


class PowerCutError(Exception):
    """The statement was not carried out."""


def selling_shop(shop: Shop) -> Shop:
    """With a shift and a member's wallet."""
    shop.grant("w1", principal=10**9)
    shop.begin_shift()
    return shop


def go_on(store: TillStore, seed: int) -> Shop:
    """The shop in a store that has traded before."""
    clock = SteadyClock()
    clock.now = store.state.high_water_ms + 1_000
    return Shop(store, clock, SeededRandomness(seed))


# --- a failure at any statement


def test_a_failure_at_any_statement_of_a_sale_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_shop(tmp_path) as shop:
        selling_shop(shop)
        member = shop.member("w1")
        countdown = 0

        def cut_before(real: Callable[..., Any]) -> Callable[..., Any]:
            def perhaps(*arguments: Any) -> Any:
                nonlocal countdown
                countdown -= 1
                if countdown == 0:
                    raise PowerCutError
                return real(*arguments)

            return perhaps

        for name in ("run", "commit"):
            monkeypatch.setattr(DirectConnection, name, cut_before(getattr(DirectConnection, name)))
        failed = 0
        while failed < 100:
            countdown = failed + 1
            before = (shop.store.head, shop.store.state)
            try:
                shop.sell(*PRODUCTS[:5], member=member, from_card=500)
            except PowerCutError:
                failed += 1
                assert (shop.store.head, shop.store.state) == before
            else:
                break
        monkeypatch.undo()
        assert 10 < failed < 26
        assert shop.store.state.last_receipt == 1
        assert shop.sell(member=member, from_card=100).origin.receipt == 2
    assert verify_files(tmp_path, KEY) == []


# --- a full disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes; only root can make one."""
    place = tmp_path / "small"
    place.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(place)], check=False)
    if mounted.returncode:
        pytest.skip("this machine does not let us mount")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_stops_the_sale_and_keeps_the_books(small_disk: Path) -> None:
    with open_shop(small_disk) as shop:
        selling_shop(shop)
        ballast = small_disk / "ballast"
        for _ in range(3):  # full, freed, full again
            free = shutil.disk_usage(small_disk).free
            ballast.write_bytes(bytes(max(0, free - 60_000)))
            before = sell_until_full(shop)
            assert (shop.store.head, shop.store.state) == before
            ballast.unlink()
            shop.store.checkpoint()
            shop.sell()
            shop.store.complete_second_journal()
            assert shop.store.second_journal_fault is None
    assert verify_files(small_disk, KEY) == []


def test_a_full_second_volume_loses_no_sale(small_disk: Path, tmp_path: Path) -> None:
    with open_shop(tmp_path / "till", small_disk) as shop:
        selling_shop(shop)
        ballast = small_disk / "ballast"
        ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free))
        for _ in range(20):
            shop.sell()
        assert shop.store.second_journal_fault is not None
        assert shop.store.state.last_receipt == 20
        ballast.unlink()
        shop.store.complete_second_journal()
    assert verify_files(tmp_path / "till", KEY, small_disk) == []


def sell_until_full(shop: Shop) -> tuple[object, object]:
    """What the store knew before the sale that found no room."""
    for _ in range(2_000):
        before = (shop.store.head, shop.store.state)
        try:
            shop.sell()
        except StoreFullError:
            return before
    raise AssertionError("the disk was never full")


def test_a_backup_onto_a_full_disk_says_so_and_leaves_nothing(small_disk: Path, tmp_path: Path) -> None:
    with open_shop(tmp_path / "till") as shop:
        selling_shop(shop)
    (small_disk / "ballast").write_bytes(bytes(shutil.disk_usage(small_disk).free - 50_000))
    with pytest.raises((StoreFullError, StoreUnavailableError)):
        back_up(tmp_path / "till", KEY, small_disk / "noon.db")
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


# --- a damaged write-ahead log


def crashed_copy(tmp_path: Path) -> tuple[Path, int]:
    """The files as a power cut leaves them: everything since the backup is in the write-ahead log only."""
    data_dir = tmp_path / "till"
    with open_shop(data_dir) as shop:
        selling_shop(shop)
        shop.store.checkpoint(truncate=True)
        back_up(data_dir, KEY, tmp_path / "noon.db")
        for _ in range(10):
            shop.sell(member=shop.member("w1"), from_card=300)
        shutil.copytree(data_dir, tmp_path / "crashed", ignore=shutil.ignore_patterns("till.lock", "*-shm"))
        return tmp_path / "crashed", shop.store.head.seq


@pytest.mark.parametrize("damage", ["none", "cut", "emptied", "zeroed", "bit", "gone"])
def test_a_damaged_log_is_noticed_and_the_second_journal_has_it_all(tmp_path: Path, damage: str) -> None:
    data_dir, last_seq = crashed_copy(tmp_path)
    log = data_dir / "till.db-wal"
    content = bytearray(log.read_bytes())
    middle = len(content) // 2
    if damage == "cut":
        log.write_bytes(content[:middle])
    elif damage == "emptied":
        log.write_bytes(b"")
    elif damage == "zeroed":
        log.write_bytes(content[:middle] + bytes(len(content) - middle))
    elif damage == "bit":
        content[middle] ^= 8
        log.write_bytes(content)
    elif damage == "gone":
        log.unlink()
    if damage != "none":
        with pytest.raises(StoreUnavailableError, match="restore"):
            TillStore.open(data_dir, KEY)
        restored = restore(data_dir, KEY, tmp_path / "noon.db")
        assert (restored.head.seq, restored.stopped) == (last_seq, "")
    store = TillStore.open(data_dir, KEY)
    assert store.head.seq == last_seq
    assert go_on(store, 5).sell().origin.receipt == 11
    store.close()
    assert verify_files(data_dir, KEY) == []


def test_a_flipped_bit_anywhere_in_the_database_file_is_found(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        selling_shop(shop)
        for _ in range(5):
            shop.sell()
    path = tmp_path / "till.db"
    content = path.read_bytes()
    for offset in range(100, len(content), len(content) // 25):
        flipped = bytearray(content)
        flipped[offset] ^= 1
        path.write_bytes(flipped)
        found: list[object] = []
        with suppress(StoreUnavailableError):
            found += verify_files(tmp_path, KEY)
            assert found, offset
    path.write_bytes(content)
    assert verify_files(tmp_path, KEY) == []


# --- a thief


def test_no_name_phone_or_card_can_be_read_in_any_file(tmp_path: Path) -> None:
    secrets = ("王小明测试", "13911112222", "880099887766", "w-secret", "质量问题", "商品1")
    with open_shop(tmp_path) as shop:
        shop.grant("w-secret")
        shop.begin_shift()
        member = shop.member("w-secret", name=secrets[0], card=secrets[2])
        sale = shop.sell(PRODUCTS[0], member=member, from_card=100)
        shop.refund(sale)
        with shop.store.unit_of_work() as uow:
            uow.config.put("note", " ".join(secrets))
            uow.products.replace_all(PRODUCTS, 1)
            uow.held.hold(secrets[0], 0, sale.origin.operator, {"phone": secrets[1]})
            uow.commit()
        back_up(tmp_path, KEY, tmp_path / "backup.db")
        in_use = readable(tmp_path, secrets)
        assert {path.name for path in tmp_path.iterdir()} >= {"till.db", "till.db-wal", "journal2.mtj", "backup.mtj"}
        shop.store.checkpoint()
        after_checkpoint = readable(tmp_path, secrets)
    assert in_use == after_checkpoint == readable(tmp_path, secrets) == []


def readable(data_dir: Path, secrets: tuple[str, ...]) -> list[tuple[str, str]]:
    """Which secret stands in which file."""
    files: dict[str, Any] = {path.name: path.read_bytes() for path in data_dir.iterdir()}
    return [
        (name, secret)
        for name, content in files.items()
        for secret in secrets
        for coding in ("utf-8", "utf-16-le")
        if secret.encode(coding) in content
    ]
