"""A member who was forgotten: no byte of the till's files says who it was, and the chain is proved as before."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.ids import MemberId
from app.domain.member import Consent, Member
from app.services.register_member import NewMember
from app.storage.backup import back_up
from app.storage.direct import connect_writer
from app.storage.journal_frames import Frame
from app.storage.keys import StoreKey
from app.storage.places import SECOND_JOURNAL, TILL_DB
from app.storage.restore import restore
from app.storage.second_journal import read_second_journal
from app.storage.till.store import TillStore
from app.storage.verify.forgotten import count_forgotten
from app.storage.verify.run import verify_files
from tests.app.storage.shop import CASHIER, KEY, Shop, open_shop

NAME, PHONE, LATER = "王芳", "13811112222", "王方方"
OTHER = "单芳"
Places = Sequence[tuple[int, int]]


def write_in(shop: Shop) -> tuple[MemberId, Places]:
    """Two members; the first then has another name and wants no messages. What her words stand in."""
    member = shop.register_member(NewMember(PHONE, NAME), CASHIER)
    first = shop.store.head
    assert isinstance(member, Member)
    assert isinstance(shop.register_member(NewMember("13811113333", OTHER), CASHIER), Member)
    assert isinstance(shop.change_member.profile(member.id, {"name": LATER}, {}, CASHIER), Member)
    second = shop.store.head
    assert isinstance(shop.change_member.consent(member.id, Consent.MESSAGES, CASHIER, given=False), Member)
    return member.id, [(first.epoch, first.seq), (second.epoch, second.seq)]


def forget(shop: Shop, places: Places) -> None:
    with shop.store.unit_of_work() as uow:
        uow.people.forget(places)
        uow.commit()


def said(till_db: Path, second: Path, key: StoreKey = KEY) -> str:
    """Everything that whoever has the store's key can read in these files."""
    connection = connect_writer(till_db, key.for_till_db())
    raw = connection._raw
    tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    found = [value for table in tables for row in raw.execute(f"SELECT * FROM {table}") for value in row]
    connection.close()
    with read_second_journal(second, key) as frames:
        read = [part for frame in frames if isinstance(frame, Frame) for part in (frame.payload, frame.key)]
    return "\n".join(opened(value) for value in (*found, *read))


def opened(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def keys_of(data_dir: Path) -> tuple[list[bytes], list[bytes]]:
    """The keys in `till.db` and in the second journal."""
    connection = connect_writer(data_dir / TILL_DB, KEY.for_till_db())
    own = [row[0] for row in connection.run("SELECT words_key FROM event WHERE length(words_key) > 0").fetchall()]
    connection.close()
    with read_second_journal(data_dir / SECOND_JOURNAL, KEY) as frames:
        return own, [frame.key for frame in frames if isinstance(frame, Frame) and frame.key]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "till") as made:
        yield made


def test_the_words_are_in_no_event_in_the_clear_and_each_key_lies_twice(shop: Shop, tmp_path: Path) -> None:
    _, places = write_in(shop)
    with shop.store.unit_of_work() as uow:
        for _, seq in places:
            (event,) = uow.outbox.after(seq - 1, 1)
            assert NAME not in event.payload.decode()
            assert PHONE not in event.payload.decode()
    own, second = keys_of(tmp_path / "till")
    assert own == second
    assert len(set(own)) == 3


def test_what_was_forgotten_stands_nowhere_any_more(shop: Shop, tmp_path: Path) -> None:
    member, places = write_in(shop)
    assert count_forgotten(tmp_path / "till", KEY) == 0
    before, head = said(tmp_path / "till" / TILL_DB, shop.store.second_path), shop.store.head
    assert NAME in before
    assert PHONE in before
    forget(shop, places)
    assert shop.store._connection.run("PRAGMA secure_delete").fetchone() == (1,)
    for word in (NAME, LATER, PHONE, "wang"):
        assert word not in said(tmp_path / "till" / TILL_DB, shop.store.second_path)
    own, second = keys_of(tmp_path / "till")
    assert own == second
    assert len(own) == 1
    assert shop.store.head == head
    assert verify_files(tmp_path / "till", KEY) == []
    assert count_forgotten(tmp_path / "till", KEY) == 2
    with shop.store.unit_of_work() as uow:
        assert [type(told.fact).__name__ for told in uow.people.told_of(member, 0)] == ["ConsentChange"]
    back_up(tmp_path / "till", KEY, tmp_path / "later.db")
    copied = said(tmp_path / "later.db", tmp_path / "later.mtj")
    assert LATER not in copied
    assert OTHER in copied


def test_told_twice_or_of_events_there_are_none_nothing_happens(shop: Shop, tmp_path: Path) -> None:
    _, places = write_in(shop)
    forget(shop, places)
    forget(shop, [*places, (1, 1), (9, 99)])
    assert verify_files(tmp_path / "till", KEY) == []


def test_a_second_volume_that_is_away_forgets_when_it_is_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_shop(tmp_path / "till") as shop:
        _, places = write_in(shop)
        with monkeypatch.context() as away:
            away.setattr("app.storage.second_journal.write_key_over", _fails)
            forget(shop, places)
        own, second = keys_of(tmp_path / "till")
        assert (len(own), len(second)) == (1, 3)
        assert {finding.what for finding in verify_files(tmp_path / "till", KEY)} == {
            "has a key that till.db was to forget"
        }
    TillStore.open(tmp_path / "till", KEY).close()
    own, second = keys_of(tmp_path / "till")
    assert (len(own), len(second)) == (1, 1)
    assert verify_files(tmp_path / "till", KEY) == []


def _fails(*_: object) -> None:
    raise OSError("the volume is away")


def test_a_backup_of_before_brings_nobody_back(tmp_path: Path) -> None:
    with open_shop(tmp_path / "till") as shop:
        _, places = write_in(shop)
        back_up(tmp_path / "till", KEY, tmp_path / "noon.db")
        shop.register_member(NewMember("13811114444", "赵六"), CASHIER)
        forget(shop, places)
    restored = restore(tmp_path / "till", KEY, tmp_path / "noon.db")
    assert restored.stopped == ""
    whole = said(tmp_path / "till" / TILL_DB, tmp_path / "till" / SECOND_JOURNAL)
    for word in (NAME, LATER, PHONE):
        assert word not in whole
    assert OTHER in whole
    assert "赵六" in whole
    assert verify_files(tmp_path / "till", KEY) == []


def test_the_database_takes_no_key_back(shop: Shop, tmp_path: Path) -> None:
    write_in(shop)
    connection = connect_writer(tmp_path / "till" / TILL_DB, KEY.for_till_db())
    for change in ("UPDATE event SET words_key = x'01'", "UPDATE member_told SET name = 'x'"):
        with pytest.raises(dbapi2.IntegrityError, match="only ever emptied"):
            connection._raw.execute(change)
    connection.close()
