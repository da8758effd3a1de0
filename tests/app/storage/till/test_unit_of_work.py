"""A unit of work: whole or not at all, durable in both journals when it returns."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import BrokenPromiseError
from app.domain.journal import Head, Kind, faults_in
from app.ports.store import Store, StoreFullError, StoreUnavailableError, TillState
from app.storage import second_journal
from app.storage.keys import StoreKey
from app.storage.lock import StoreInUseError
from app.storage.till.second_copy import SecondJournalFault, SecondJournalTrouble
from app.storage.till.store import TillStore
from app.storage.verify.run import verify_files
from tests.app.storage.shop import KEY, MERCHANT, PRODUCTS, SUPERVISOR, TILL, Shop, open_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path) as shop:
        yield shop


def count(shop: Shop, table: str) -> int:
    """How many rows a table has."""
    return int(shop.store._connection._raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def fault_of(shop: Shop) -> SecondJournalFault | None:
    """What is wrong with the second journal."""
    return shop.store.second_journal_fault


def test_the_store_fits_its_port(shop: Shop) -> None:
    store: Store = shop.store
    with store.unit_of_work() as uow:
        assert uow.state().till == TILL


def test_enrolling_names_the_till_once(tmp_path: Path) -> None:
    store = TillStore.open(tmp_path, KEY)
    assert not store.is_enrolled
    with pytest.raises(BrokenPromiseError):
        store.unit_of_work()
    shop = Shop(store)
    event = shop.enrol()
    assert (event.kind, event.seq, event.body()) == (Kind.TILL_ENROLLED, 1, {"merchant": MERCHANT})
    with pytest.raises(BrokenPromiseError):
        shop.enrol()
    store.close()
    again = TillStore.open(tmp_path, KEY)
    assert (again.head, again.state.merchant) == (event.head, MERCHANT)
    again.close()


def test_events_are_chained(shop: Shop) -> None:
    before = shop.store.head
    for _ in range(3):
        with shop.store.unit_of_work() as uow:
            event = uow.journal.append(shop.draft())
            assert uow.journal.head() == event.head
            uow.commit()
        assert faults_in(event, before) == []
        before = event.head
        assert shop.store.head == before


def test_several_events_in_one_unit_of_work(shop: Shop) -> None:
    with shop.store.unit_of_work() as uow:
        events = [uow.journal.append(shop.draft()) for _ in range(3)]
        uow.commit()
    assert [event.seq for event in events] == [2, 3, 4]
    with shop.store.unit_of_work() as uow:
        assert [uow.journal.event(event.id) for event in events] == events
        assert uow.journal.event(shop.new_id()) is None


def test_leaving_without_commit_keeps_nothing(shop: Shop) -> None:
    head, state = shop.store.head, shop.store.state
    with shop.store.unit_of_work() as uow:
        uow.journal.append(shop.draft())
        uow.note_clock(9_999_999_999_999, leases_frozen=True)
        uow.config.put("name", "text")
    assert (shop.store.head, shop.store.state) == (head, state)
    with shop.store.unit_of_work() as uow:
        assert (uow.journal.head(), uow.state(), uow.config.get("name")) == (head, state, None)


def test_an_exception_keeps_nothing_and_the_next_sale_goes_through(shop: Shop) -> None:
    shop.begin_shift()
    head = shop.store.head
    with suppress(LookupError), shop.store.unit_of_work() as uow:
        uow.journal.append(shop.draft())
        raise LookupError
    assert shop.store.head == head
    assert shop.sell().origin.receipt == 1


def test_a_unit_of_work_ends_with_its_commit(shop: Shop) -> None:
    with shop.store.unit_of_work() as uow:
        uow.commit()
        with pytest.raises(BrokenPromiseError):
            uow.journal.append(shop.draft())
        with pytest.raises(BrokenPromiseError):
            uow.commit()


def test_one_unit_of_work_at_a_time(shop: Shop) -> None:
    with shop.store.unit_of_work(), pytest.raises(BrokenPromiseError), shop.store.unit_of_work():
        pass


def test_one_made_earlier_sees_what_was_committed_since(shop: Shop) -> None:
    early = shop.store.unit_of_work()
    shop.grant("w1")
    with early as uow:
        assert uow.journal.head().seq == 2


def test_what_can_be_fetched_again_does_not_wait_for_the_disk_and_a_sale_does(shop: Shop) -> None:
    def level() -> int:
        return int(shop.store._connection._raw.execute("PRAGMA synchronous").fetchone()[0])

    with shop.store.fetched_work() as uow:
        uow.config.put("fetched", "1")
        uow.commit()
        assert level() == 1
    with shop.store.unit_of_work() as uow:
        assert level() == 2
        assert uow.config.get("fetched") == "1"
    with shop.store.fetched_work() as uow:
        shop.recorder.record(uow, Kind.DRAWER_OPENED, {}, shop.recorder.stamp(uow))
        with pytest.raises(BrokenPromiseError):
            uow.commit()


def test_the_log_is_worked_off_beside_who_writes(shop: Shop) -> None:
    shop.store.bind_to_this_thread()
    shop.store.checkpoint()
    for number in range(50):
        with shop.store.fetched_work() as uow:
            uow.config.put(f"name {number}", "text " * 500)
            uow.commit()
    before = shop.store.path.stat().st_size
    with shop.store.unit_of_work() as uow:
        uow.config.put("shop", "of the day")
        with ThreadPoolExecutor(1) as pool:
            pool.submit(shop.store.checkpoint_beside).result()
        uow.commit()
    assert shop.store.path.stat().st_size > before + 50 * 2_000
    with shop.store.unit_of_work() as uow:
        assert uow.config.get("shop") == "of the day"


def test_the_clock_may_be_put_back_by_a_person(shop: Shop) -> None:
    for mark, frozen in ((5_000_000_000_000, True), (4_000_000_000_000, False)):
        with shop.store.unit_of_work() as uow:
            uow.note_clock(mark, leases_frozen=frozen)
            uow.commit()
        assert (shop.store.state.high_water_ms, shop.store.state.leases_frozen) == (mark, frozen)


def test_a_second_program_is_kept_out(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(StoreInUseError):
        TillStore.open(tmp_path, KEY)


def test_a_wrong_key_is_an_unavailable_store_and_harms_nothing(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        shop.grant("w1")
    for _ in range(2):
        with pytest.raises(StoreUnavailableError):
            TillStore.open(tmp_path, StoreKey(bytes(32)))
    assert verify_files(tmp_path, KEY) == []


def test_facts_cannot_be_changed_or_deleted(shop: Shop) -> None:
    shop.grant("w1")
    shop.begin_shift()
    sale = shop.sell(PRODUCTS[0], member=shop.member("w1"), from_card=100)
    shop.refund(sale)
    shop.pay_in()
    raw: Any = shop.store._connection._raw
    changes = [
        ("event", "payload = x'00'"), ("event", "seq = seq + 100"), ("posting", "amount = amount + 1"),
        ("sale", "total_minor = 1"), ("sale", "refunded_minor = 0"), ("sale_line", "net_minor = 1"),
        ("sale_line", "refunded_milli = refunded_milli - 1"), ("sale_tender", "amount_minor = 1"),
        ("refund", "total_minor = 1"), ("refund_line", "amount_minor = 1"), ("refund_tender", "kind = 'x'"),
        ("cash_movement", "amount_minor = 1"), ("shift", "float_minor = 1"), ("lease", "granted = granted - 1"),
        ("lease", "spent = spent - 1"), ("lease", "wallet = 'x'"), ("till_state", "pos = pos - 1"),
    ]  # fmt: skip
    for table, change in changes:
        with pytest.raises(Exception, match=r"facts are never|never falls"):
            raw.execute(f"UPDATE {table} SET {change}")
    for table in {table for table, _ in changes}:
        with pytest.raises(Exception, match="facts are never"):
            raw.execute(f"DELETE FROM {table}")
    with pytest.raises(Exception, match="facts are never"):
        raw.execute("INSERT OR REPLACE INTO event SELECT * FROM event WHERE pos = 2")


def test_a_closed_shift_stays_as_it_is(shop: Shop) -> None:
    shop.begin_shift()
    shop.close_shift(SUPERVISOR, 0)
    with pytest.raises(Exception, match="closed shift"):
        shop.store._connection._raw.execute("UPDATE shift SET counted_minor = 1")


def test_a_sale_takes_few_statements(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    """Five lines, two tenders, a member: at most 25 statements; a trigger's own are not ours to count."""
    shop.grant("w1")
    shop.begin_shift()
    member = shop.member("w1")
    statements: list[str] = []
    raw = shop.store._connection._raw
    raw.set_trace_callback(lambda sql: statements.append(sql) if not sql.startswith("--") else None)
    sale = shop.sell(*PRODUCTS[:5], member=member, from_card=500)
    raw.set_trace_callback(None)
    assert (len(sale.lines), len(sale.tenders), bool(sale.accrued)) == (5, 2, True)
    with capsys.disabled():
        print(f"\n  statements of a sale: {len(statements)}", end="")
    assert len(statements) <= 25, statements
    assert sum(sql.startswith("COMMIT") for sql in statements) == 1


# --- the second journal


def test_a_failing_second_journal_loses_no_sale_and_is_completed_later(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.begin_shift()

    def fail(_handle: int) -> None:
        raise OSError(5, "the volume is gone")

    with monkeypatch.context() as patch:
        patch.setattr(second_journal, "_fsync", fail)
        shop.sell()
        assert fault_of(shop) == SecondJournalFault(SecondJournalTrouble.NOT_WRITTEN, "[Errno 5] the volume is gone")
        shop.sell()
    assert count(shop, "sale") == 2
    assert any(finding.where == "second_journal" for finding in verify_files(tmp_path, KEY))
    shop.sell()
    assert fault_of(shop) is None
    assert verify_files(tmp_path, KEY) == []


def test_an_absent_volume_is_a_fault_and_is_completed_when_it_is_back(tmp_path: Path) -> None:
    volume = tmp_path / "stick"
    with open_shop(tmp_path / "till", volume) as shop:
        fault = fault_of(shop)
        assert fault is not None
        assert fault.trouble is SecondJournalTrouble.NOT_WRITTEN
        shop.grant("w1")
        volume.mkdir()
        shop.store.complete_second_journal()
        assert fault_of(shop) is None
        assert shop.store.second_path == volume / "journal2.mtj"
        shop.grant("w2")
    assert verify_files(tmp_path / "till", KEY, volume) == []


def test_at_start_the_second_journal_is_completed(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        for number in range(5):
            shop.grant(f"w{number}")
    (tmp_path / "journal2.mtj").unlink()
    with open_shop(tmp_path) as shop:
        assert fault_of(shop) is None
    assert verify_files(tmp_path, KEY) == []


def test_a_torn_second_journal_is_mended_at_start(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        for number in range(5):
            shop.grant(f"w{number}")
    path = tmp_path / "journal2.mtj"
    content = path.read_bytes()
    for size in range(len(content) - 400, len(content), 37):
        path.write_bytes(content[:size])
        TillStore.open(tmp_path, KEY).close()
        assert verify_files(tmp_path, KEY) == [], size


def test_a_second_journal_of_another_history_is_a_fault(tmp_path: Path) -> None:
    histories = []
    for name in ("one", "two"):
        with open_shop(tmp_path / name) as shop:
            shop.randomness.bytes(3 if name == "one" else 5)
            shop.grant("w1")
        histories.append(tmp_path / name / "journal2.mtj")
    histories[1].replace(histories[0])
    with open_shop(tmp_path / "one") as shop:
        fault = fault_of(shop)
        assert fault is not None
        assert fault.trouble is SecondJournalTrouble.DIFFERS
    assert [finding.seq for finding in verify_files(tmp_path / "one", KEY)] == [2]


# --- a full disk


def test_a_full_disk_keeps_nothing_and_says_so(shop: Shop, tmp_path: Path) -> None:
    shop.begin_shift()
    raw = shop.store._connection._raw
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={pages}").fetchone()
    done, before = sell_until_full(shop)
    assert (shop.store.head, shop.store.state) == before
    assert count(shop, "sale") == done
    assert verify_files(tmp_path, KEY) == []
    raw.execute("PRAGMA max_page_count=1000000").fetchone()
    assert shop.sell().origin.receipt == done + 1
    assert verify_files(tmp_path, KEY) == []


def sell_until_full(shop: Shop) -> tuple[int, tuple[Head, TillState]]:
    """How many sales went through, and what the store knew before the one that did not."""
    for done in range(2_000):
        before = (shop.store.head, shop.store.state)
        try:
            shop.sell()
        except StoreFullError:
            return done, before
    raise AssertionError("the disk was never full")
