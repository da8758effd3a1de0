"""A directory brought up to date by the stream of members while the till reads it."""

import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.checkpoint import CopyMark, CopyRow, added, part_of
from app.domain.ids import CardNumber, MemberId, WalletId
from app.domain.ledger import POINTS, PRINCIPAL
from app.domain.member import CardState
from app.ports.directory import DirectoryMark
from app.storage.directory.build import DirectoryBuilder, build_directory
from app.storage.directory.reader import DirectoryReader
from app.storage.directory.writer import DirectoryWriter
from app.storage.sqlcipher import connect_raw

KEY = os.urandom(32)
ZHANG: dict[str, Any] = {
    "wallet": "w1",
    "member": "m1",
    "name": "单芳",
    "phone": "13800001234",
    "tiers": {"main": ["gold", "2027-01-01"], "club": ["vip", ""]},
    "cards": [["880001", "active"], ["880002", "lost"]],
    "balances": {"principal": 5000, "points": 12},
    "consents": {"messages": [False, "e1"]},
    "likes": ["tea"],
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "directory-0.db"
    build_directory(file, KEY, DirectoryMark(0, 0))
    return file


@pytest.fixture
def writer(path: Path) -> Iterator[DirectoryWriter]:
    made = DirectoryWriter(path, KEY)
    yield made
    made.close()


@pytest.fixture
def reader(path: Path) -> Iterator[DirectoryReader]:
    made = DirectoryReader(path, KEY)
    yield made
    made.close()


def take(writer: DirectoryWriter, *rows: CopyRow, seq: int = 0, followed: int = 0) -> None:
    mark = writer.mark()
    cursor = max((row.n for row in rows), default=mark.cursor)
    writer.apply(rows, CopyMark("members", "e", max(cursor, mark.cursor), mark.total), seq, followed)


def row(wallet: str, n: int, **changes: Any) -> CopyRow:
    return CopyRow(wallet, n, {**ZHANG, "wallet": wallet, **changes})


def test_a_row_is_found_every_way_at_once(writer: DirectoryWriter, reader: DirectoryReader) -> None:
    take(writer, row("w1", 3))
    (member,) = reader.by_phone("13800001234", 5)
    assert (member.tier, member.tier_until, [held.tier for held in member.more_tiers]) == (
        "gold",
        "2027-01-01",
        ["vip"],
    )
    assert reader.by_pinyin("shanfang", 5) == [member], "surnames are read right"
    assert reader.by_pinyin("danfang", 5) == [member], "and the other reading is found too"
    assert reader.balances(WalletId("w1")) == {PRINCIPAL: 5000, POINTS: 12}
    assert [card.state for card in reader.cards_of(WalletId("w1"))] == [CardState.ACTIVE, CardState.LOST]
    assert list(member.consents) == ["messages"]
    assert reader.mark().cursor == 3


def test_a_row_says_what_conditions_ask(writer: DirectoryWriter, reader: DirectoryReader) -> None:
    measures = {"measures": {"spend": 5000}, "measured_on": "2026-11-22", "drops": {"spend": ["2026-12-01", 40]}}
    take(writer, row("w1", 3, **measures, last_visit_on="2026-11-20", tags=["vip"], identified=True))
    member = reader.member(MemberId("m1"))
    assert member is not None
    assert (member.measures, member.measured_on, member.drops) == (
        {"spend": 5000},
        "2026-11-22",
        {"spend": ("2026-12-01", 40)},
    )
    assert (member.last_visit_on, member.tags, member.identified) == ("2026-11-20", frozenset({"vip"}), True)
    assert member.as_of("2026-12-01").measures == {"spend": 40}


def test_a_later_row_takes_the_place_of_all_that_was(writer: DirectoryWriter, reader: DirectoryReader) -> None:
    take(writer, row("w1", 1))
    take(writer, row("w1", 2, name="王芳", phone="139", cards=[["880003", "active"]], balances={}))
    assert reader.by_phone("13800001234", 5) == []
    assert reader.by_pinyin("danfang", 5) == []
    assert reader.card(CardNumber("880001")) is None
    assert [member.name for member in reader.by_phone("139", 5)] == ["王芳"]
    take(writer, CopyRow("w1", 3, None))
    assert reader.member(MemberId("m1")) is None
    assert reader.card(CardNumber("880003")) is None
    assert writer.mark().total == 0


def test_an_anonymous_card_opens_a_wallet_without_a_member(writer: DirectoryWriter, reader: DirectoryReader) -> None:
    take(writer, CopyRow("w9", 1, {"wallet": "w9", "cards": [["990001", "active"]], "balances": {"principal": 700}}))
    card = reader.card(CardNumber("990001"))
    assert card is not None
    assert (card.wallet, card.member) == ("w9", None)


def test_two_who_merge_keep_nobody_elses_row(writer: DirectoryWriter, reader: DirectoryReader) -> None:
    take(writer, row("w1", 1), row("w2", 2, member="m2", cards=[["880009", "active"]]))
    # The second ends; its member and card are the first's now, whichever row comes first.
    take(writer, row("w1", 3, member="m2", cards=[["880001", "active"], ["880009", "active"]]))
    take(writer, row("w3", 4, member="m3", name="李四", cards=[]))
    take(writer, CopyRow("w2", 5, None))
    assert [member.name for member in map(reader.member, map(MemberId, ("m2", "m3"))) if member] == ["单芳", "李四"]
    card = reader.card(CardNumber("880009"))
    assert card is not None
    assert card.wallet == "w1"


def test_each_wallet_says_which_of_this_tills_events_it_has_heard_of(
    writer: DirectoryWriter, reader: DirectoryReader
) -> None:
    take(writer, row("w1", 1), seq=40, followed=38)
    take(writer, CopyRow("w2", 2, None), seq=45, followed=45)
    wallets = [WalletId(wallet) for wallet in ("w1", "w2", "w3")]
    assert [reader.heard(wallet) for wallet in wallets] == [40, 45, 0]
    assert [reader.followed(wallet) for wallet in wallets] == [38, 45, 0]
    reader.count_ended_epoch(30)
    assert (reader.heard(WalletId("w1")), reader.followed(WalletId("w1"))) == (10, 8)
    writer.begin_with(90, 70)
    assert (reader.heard(WalletId("w3")), reader.followed(WalletId("w3"))) == (60, 40)


def test_a_guest_is_found_and_never_takes_a_members_place(writer: DirectoryWriter, reader: DirectoryReader) -> None:
    take(writer, row("w1", 7))
    total = writer.mark().total
    writer.take_guests(
        [row("w1", 70, name="别人"), row("w5", 71, member="m5", phone="137", cards=[])], 3, 2, now_ms=900
    )
    assert [member.name for member in reader.by_phone("13800001234", 5)] == ["单芳"]
    assert len(reader.by_phone("137", 5)) == 1
    assert writer.guests() == [("w5", 71, 900)]
    assert (reader.heard(WalletId("w5")), writer.mark().total) == (3, total)
    take(writer, row("w5", 9, member="m5", phone="137", cards=[]))
    assert writer.mark().total == added(total, part_of("w5", 9))
    assert writer.guests() == [], "carried by now"


def test_a_guest_is_another_or_gone(writer: DirectoryWriter, reader: DirectoryReader) -> None:
    for number, state in ((5, "active"), (6, "frozen")):
        guest = row("w5", number, member="m5", phone="137", cards=[["880005", state]])
        writer.take_guests([guest], 0, 0, now_ms=number)
        card = reader.card(CardNumber("880005"))
        assert card is not None
        assert card.state.value == state
    assert writer.guests() == [("w5", 6, 6)]
    writer.take_guests([CopyRow("w5", 6, None)], 0, 0)
    assert (reader.by_phone("137", 5), reader.card(CardNumber("880005")), writer.guests()) == ([], None, [])


def test_whatever_the_changes_the_file_is_the_one_that_is_built_of_them(path: Path, writer: DirectoryWriter) -> None:
    chance, now = random.Random(4), dict[str, CopyRow]()
    for n in range(1, 120):
        wallet = f"w{chance.randrange(12)}"
        cards = [[f"88{wallet}{number}", "active"] for number in range(chance.randrange(3))]
        changed = row(wallet, n, member=f"m{wallet}", name=chance.choice("单王李曾") + "芳", cards=cards)
        now[wallet] = CopyRow(wallet, n, None) if chance.random() < 0.2 else changed
        take(writer, now[wallet])
    built = path.with_name("built.db")
    with DirectoryBuilder(built, KEY) as builder:
        builder.add_rows(now.values())
        mark = builder.finish(DirectoryMark(119, 0), "members", "e")
    assert mark == writer.mark()
    tables = {
        "member": "SELECT id, wallet, name, phone, facts, initials, pinyin FROM member ORDER BY id",
        "other": "SELECT id, o.initials, o.pinyin FROM other_reading o JOIN member ON pos = o.member ORDER BY 1, 2, 3",
        "card": "SELECT * FROM card ORDER BY number",
        "balance": "SELECT * FROM balance ORDER BY wallet, unit",
    }
    files = [connect_raw(file, KEY) for file in (path, built)]
    for sql in tables.values():
        first, second = (file.execute(sql).fetchall() for file in files)
        assert first == second
    for file in files:
        file.close()
