"""Head office inside a single shop, with real processes: it comes, goes with the till, and is built anew when lost."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from app.bootstrap.start import start
from app.bootstrap.till import SYNC_STATE
from app.devices.clock import SystemClock, SystemRandomness
from app.domain.errors import Refused
from app.domain.ids import TillId, WalletId
from app.domain.lease import Grant
from app.domain.ledger import PRINCIPAL, Lot
from app.domain.staff import Role
from app.ports.head_office import Line, OfficeStatus, Says
from app.services.stamp import Recorder
from app.storage.keys import open_key
from app.storage.till.store import TillStore
from sync.client.leases import merge_grants
from sync.client.state import CONFIG_NAME, keep_sync_state, read_sync_state
from tests.app.bootstrap.office_nursery import started_with
from tests.app.bootstrap.shop_till import PATIENCE_S, ROOT, ShopTill, at_office, copied, demo_shop, office_process_of

TILL = TillId("T01")
OWN_PROCESS = """
import sys, time
from pathlib import Path
from app.ports.head_office import Line
from tests.app.bootstrap.shop_till import ShopTill
till = ShopTill(Path(sys.argv[1]))
till.until(lambda status: status.line is Line.ONLINE)
print("heard", flush=True)
time.sleep(60)
"""


def everything_is_there(status: OfficeStatus) -> bool:
    return status.line is Line.ONLINE and status.heard_at > 0 and not status.waiting


@pytest.fixture(scope="module")
def shop(nursery: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo shop whose office was built once from the till's journal."""
    place = demo_shop(tmp_path_factory.mktemp("demo") / "shop")
    with started_with(nursery), closing(ShopTill(place)) as till:
        till.until(everything_is_there)
    return place


def test_the_office_is_built_from_the_tills_journal_lot_by_lot(quick_office: None, shop: Path, tmp_path: Path) -> None:
    place = copied(shop, tmp_path / "shop")
    till = ShopTill(place)
    try:
        till.until(everything_is_there)
        held = till.settled()
        assert till.line.status.is_inside
        assert till.line.status.frozen_at == 0
    finally:
        till.close()
    assert len(held) > 100
    assert at_office(place, TILL) == held
    assert not (place / "office" / "announcement.json").exists()
    assert not (place / "office" / "office.key").exists()


@pytest.mark.parametrize("loss", ["deleted", pytest.param("damaged", marks=pytest.mark.long)])
def test_a_lost_office_is_built_anew(quick_office: None, shop: Path, tmp_path: Path, loss: str) -> None:
    place = copied(shop, tmp_path / "shop")
    database = place / "office" / "office.db"
    if loss == "deleted":
        database.unlink()
    else:
        torn = bytearray(database.read_bytes())
        torn[5_000:5_100] = bytes(100)
        database.write_bytes(torn)
    till = ShopTill(place)
    try:
        till.until(lambda status: everything_is_there(status) and status.says is Says.NEW_EPOCH)
        held = till.settled()
    finally:
        till.close()
    assert at_office(place, TILL) == held
    aside = list((place / "office").glob("office.db.unreadable-2*"))
    assert len(aside) == (loss == "damaged")


def test_it_is_started_again_when_it_dies_and_ends_with_the_till(shop: Path, tmp_path: Path) -> None:
    till = ShopTill(copied(shop, tmp_path / "shop"))
    try:
        till.until(everything_is_there)
        first = office_process_of(till.office)
        os.kill(first, signal.SIGKILL)
        before = till.till.clock.now_ms()
        till.line.try_now()
        till.until(lambda status: everything_is_there(status) and status.heard_at > before)
        second = office_process_of(till.office)
        assert second != first
    finally:
        till.close()
    assert not _lives(second)


def test_it_dies_when_the_till_is_killed(shop: Path, tmp_path: Path) -> None:
    place = copied(shop, tmp_path / "shop")
    process = subprocess.Popen(
        [sys.executable, "-c", OWN_PROCESS, str(place)], stdout=subprocess.PIPE, cwd=ROOT, env=dict(os.environ)
    )
    assert process.stdout is not None
    try:
        with process.stdout:
            assert process.stdout.readline() == b"heard\n"
        office = office_process_of(place / "office")
    finally:
        process.kill()
        process.wait()
    deadline = time.monotonic() + PATIENCE_S
    while _lives(office):
        assert time.monotonic() < deadline, "the office has outlived its till"
        time.sleep(0.02)


@pytest.mark.long
def test_it_is_killed_where_it_hangs(shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bootstrap.shop_office.child.END_SECONDS", 0.5)
    till = ShopTill(copied(shop, tmp_path / "shop"))
    try:
        till.until(everything_is_there)
        office = office_process_of(till.office)
        os.kill(office, signal.SIGSTOP)
    finally:
        till.close()
    assert not _lives(office)


def test_an_office_that_cannot_start_says_why_and_the_till_goes_on(shop: Path, tmp_path: Path) -> None:
    place = copied(shop, tmp_path / "shop")
    (place / "office" / "office-tls.key").write_text("no key", encoding="ascii")
    till = ShopTill(place)
    try:
        # The reason may come a moment after the line was seen to be down.
        till.until(lambda status: status.line is Line.OFFLINE and bool(status.reason))
        assert till.leases()
    finally:
        till.close()


def test_a_till_that_is_closed_at_once_leaves_nothing_behind(shop: Path, tmp_path: Path) -> None:
    till = ShopTill(copied(shop, tmp_path / "shop"))
    till.close()
    assert not (till.office / "announcement.json").exists()


def test_more_grants_than_one_message_holds_leave_the_till_alone(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.bootstrap.shop_office.line.MOST_GRANTED", 1)
    place = copied(shop, tmp_path / "shop")
    with closing(TillStore.open(place, open_key(place))) as store, store.unit_of_work() as uow:
        grants = [Grant(WalletId(wallet), PRINCIPAL, Lot("top_up"), 100) for wallet in ("w-one", "w-two")]
        merge_grants(uow, Recorder(SystemClock(), SystemRandomness()), grants)
        # As before its first word to a head office.
        keep_sync_state(uow.config, read_sync_state(uow.config).model_copy(update={"has_told_totals": False}))
        uow.commit()
    till = ShopTill(place)
    try:
        till.until(lambda status: status.line is Line.ALONE)
        assert not till.line.status.is_inside
    finally:
        till.close()


def test_the_guard_reads_what_the_client_writes() -> None:
    assert SYNC_STATE == CONFIG_NAME


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # A zombie is gone: whoever was to wait for it was killed itself.
    return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text(encoding="ascii")


def test_its_commands_are_the_tills(
    quick_office: None, shop: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    place = copied(shop, tmp_path / "shop")
    assert start(["--data-dir", str(place), "office", "tills"]) == 0
    assert "T01/1" in capfd.readouterr().out
    assert start(["office", "--data-dir", str(place), "verify"]) == 0
    capfd.readouterr()
    # What its members had before they came here stands in the till's journal, so that nothing is a riddle.
    assert start(["office", "--data-dir", str(place), "suspense"]) == 0
    assert capfd.readouterr().out == "0 in suspense\n"
    copy = tmp_path / "copy.db"
    assert start(["--data-dir", str(place), "office", "backup", str(copy)]) == 0
    assert copy.stat().st_size > 10_000
    assert start(["--data-dir", str(tmp_path / "nowhere"), "office", "tills"]) == 2


@pytest.mark.long
def test_a_till_put_back_from_an_old_copy_is_found_out_and_has_a_way_on(shop: Path, tmp_path: Path) -> None:
    old, new = copied(shop, tmp_path / "old"), copied(shop, tmp_path / "new")
    till = ShopTill(new)
    try:
        till.until(everything_is_there)
        manager = next(
            each
            for each in till.worker.submit(till.till.use_cases.sign_on.operators).result()
            if each.role is Role.MANAGER
        )
        assert not isinstance(
            till.worker.submit(lambda: till.till.use_cases.open_shift(manager, 10_000)).result(), Refused
        )
        till.until(lambda status: status.waiting > 0)
        till.until(everything_is_there)
    finally:
        till.close()
    shutil.rmtree(old / "office")
    shutil.copytree(new / "office", old / "office")
    _open_until(old, Says.FENCED)
    (old / "office").rename(old / "office-before")
    _open_until(old, Says.NEW_EPOCH)


def _open_until(place: Path, says: Says) -> None:
    till = ShopTill(place)
    try:
        till.until(lambda status: status.says is says)
    finally:
        till.close()
