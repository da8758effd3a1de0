"""Building a directory file and finding people in it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.ids import CardNumber, MemberId, TierId, WalletId
from app.domain.ledger import POINTS, PRINCIPAL
from app.domain.member import Card, CardState, Member
from app.ports.directory import Directory, DirectoryMark
from app.ports.store import StoreUnavailableError
from app.storage.directory import queries
from app.storage.directory.build import build_directory
from app.storage.directory.place import DirectoryPlace, directory_file_name, directory_in_use, use_directory
from app.storage.directory.reader import DirectoryReader
from app.storage.sqlcipher import connect_raw
from app.storage.till.store import TillStore
from tests.app.storage.shop import KEY, Shop

FILE_KEY = KEY.for_directory("directory-7.db")


def person(name: str, phone: str, visited: str = "2026-01-01") -> Member:
    """A member whose id is the phone number."""
    return Member(
        MemberId(f"m{phone}"), WalletId(f"w{phone}"), name, phone, TierId("gold"), "1990-05-01", "2020-01-01", visited,
        {"spend": 12_300},
    )  # fmt: skip


PEOPLE = [
    person("张三", "13800001234"),
    person("张三丰", "13900001234", "2026-05-05"),
    person("张伟", "13700005678", "2026-03-01"),
    person("张伟", "13700009999", "2026-09-01"),
    person("单明", "13600001111"),
    person("吕布", "13500001234"),
    person("欧阳修", "13400002222"),
    person("Alice Wang", "13300003333"),
]
CARDS = [
    Card(CardNumber("880001"), PEOPLE[0].wallet, PEOPLE[0].id),
    Card(CardNumber("880000"), PEOPLE[0].wallet, PEOPLE[0].id, CardState.LOST),
    Card(CardNumber("990001"), WalletId("w-nobody"), None),
]
BALANCES = [(PEOPLE[0].wallet, PRINCIPAL, 50_000), (PEOPLE[0].wallet, POINTS, 300)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / directory_file_name(7)
    build_directory(path, FILE_KEY, DirectoryMark(7, 42), PEOPLE, CARDS, BALANCES)
    return path


@pytest.fixture
def reader(path: Path) -> Iterator[DirectoryReader]:
    reader = DirectoryReader(path, FILE_KEY)
    yield reader
    reader.close()


def phones(found: object) -> list[str]:
    assert isinstance(found, list)
    return [member.phone for member in found]


def test_it_fits_its_port(reader: DirectoryReader) -> None:
    port: Directory = reader
    assert port.mark() == DirectoryMark(cursor=7, applied_seq=42)


def test_a_member_comes_back_as_they_went_in(reader: DirectoryReader) -> None:
    assert reader.member(PEOPLE[0].id) == PEOPLE[0]
    assert reader.member(MemberId("nobody")) is None


def test_cards(reader: DirectoryReader) -> None:
    assert reader.card(CardNumber("880001")) == CARDS[0]
    assert reader.card(CardNumber("990001")) == CARDS[2]
    assert reader.card(CardNumber("88000")) is None
    assert list(reader.cards_of(PEOPLE[0].wallet)) == [CARDS[1], CARDS[0]]


def test_balances(reader: DirectoryReader) -> None:
    assert reader.balances(PEOPLE[0].wallet) == {PRINCIPAL: 50_000, POINTS: 300}
    assert reader.balances(WalletId("w-nobody")) == {}


def test_by_phone_is_exact(reader: DirectoryReader) -> None:
    assert phones(reader.by_phone("13800001234", 20)) == ["13800001234"]
    assert reader.by_phone("1380000123", 20) == []


def test_by_last_four_the_last_visitor_comes_first(reader: DirectoryReader) -> None:
    assert phones(reader.by_last_four("1234", 20)) == ["13900001234", "13800001234", "13500001234"]
    assert phones(reader.by_last_four("1234", 20, "张")) == ["13900001234", "13800001234"]
    assert phones(reader.by_last_four("1234", 20, "吕")) == ["13500001234"]
    assert phones(reader.by_last_four("1234", 1)) == ["13900001234"]


def test_by_name_the_whole_name_comes_first_then_the_last_visitor(reader: DirectoryReader) -> None:
    assert phones(reader.by_name("张三", 20)) == ["13800001234", "13900001234"]
    assert phones(reader.by_name("张伟", 20)) == ["13700009999", "13700005678"]
    assert phones(reader.by_name("张", 2)) == ["13700009999", "13900001234"]
    assert reader.by_name("  ", 20) == []


def test_by_name_finds_given_names_also_behind_a_surname_of_two(reader: DirectoryReader) -> None:
    assert phones(reader.by_name("三丰", 20)) == ["13900001234"]
    assert phones(reader.by_name("修", 20)) == ["13400002222"]


def test_by_initials_finds_the_right_reading_and_the_other(reader: DirectoryReader) -> None:
    assert phones(reader.by_initials("zs", 20)) == ["13800001234", "13900001234"]
    assert phones(reader.by_initials("sm", 20)) == ["13600001111"]
    assert phones(reader.by_initials("dm", 20)) == ["13600001111"]
    assert phones(reader.by_initials("AW", 20)) == ["13300003333"]


def test_by_pinyin(reader: DirectoryReader) -> None:
    assert phones(reader.by_pinyin("shanm", 20)) == ["13600001111"]
    assert phones(reader.by_pinyin("danming", 20)) == ["13600001111"]
    for typed in ("lvbu", "lubu", "lyubu", "LYU bu", "lü"):
        assert phones(reader.by_pinyin(typed, 20)) == ["13500001234"], typed
    assert reader.by_pinyin("", 20) == []


def test_no_search_reads_a_whole_table(path: Path) -> None:
    connection = connect_raw(path, FILE_KEY)
    searches = {name: sql for name, sql in vars(queries).items() if name.isupper() and not name.startswith("_")}
    assert len(searches) == 9
    for name, sql in searches.items():
        count = max([int(digit) for digit in "1234" if f"?{digit}" in sql] or [sql.count("?")])
        plan = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + sql, ("x",) * count)]
        scans = [step for step in plan if step.startswith("SCAN") and step.split()[1] in _TABLES]
        assert scans == [], name
    connection.close()


_TABLES = {"member", "card", "balance", "other_reading"}


def test_another_key_does_not_open_it(path: Path) -> None:
    with pytest.raises(StoreUnavailableError):
        DirectoryReader(path, bytes(32))


def test_a_missing_file_and_another_version_are_said_clearly(path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="missing"):
        DirectoryReader(path.with_name("directory-8.db"), FILE_KEY)
    connection = connect_raw(path, FILE_KEY)
    connection.execute("UPDATE mark SET version = 99")
    connection.close()
    with pytest.raises(StoreUnavailableError, match="version"):
        DirectoryReader(path, FILE_KEY)


def test_the_reader_cannot_write(reader: DirectoryReader) -> None:
    with pytest.raises(dbapi2.OperationalError, match="readonly"):
        reader._connection.execute("DELETE FROM member")


def test_a_build_that_fails_leaves_no_directory(tmp_path: Path) -> None:
    path = tmp_path / "directory-9.db"
    with pytest.raises(dbapi2.IntegrityError):
        build_directory(path, FILE_KEY, DirectoryMark(9, 0), [PEOPLE[0], PEOPLE[0]])
    assert not path.exists()


def test_nothing_of_a_person_can_be_read_in_the_file(path: Path) -> None:
    raw = b"".join(entry.read_bytes() for entry in path.parent.iterdir())
    for secret in ("张三", "13800001234", "880001", "zhangsan"):
        assert secret.encode() not in raw


def test_the_next_copy_is_taken_while_it_runs(reader: DirectoryReader, path: Path) -> None:
    later = path.with_name(directory_file_name(8))
    key = os.urandom(32)
    build_directory(later, key, DirectoryMark(8, 50), PEOPLE[1:])
    reader.switch_to(later, key)
    assert reader.mark().cursor == 8
    assert reader.member(PEOPLE[0].id) is None
    with pytest.raises(StoreUnavailableError):
        reader.switch_to(later.with_name("gone.db"), key)
    assert reader.mark().cursor == 8


def test_a_row_of_the_till_names_the_directory(tmp_path: Path) -> None:
    store = TillStore.open(tmp_path, KEY)
    Shop(store).enrol()
    place = DirectoryPlace(directory_file_name(7), FILE_KEY)
    with store.unit_of_work() as uow:
        assert directory_in_use(uow.config) is None
        use_directory(uow.config, place)
        uow.commit()
    with store.unit_of_work() as uow:
        assert directory_in_use(uow.config) == place
    assert FILE_KEY.hex() not in repr(place)
    store.close()
