"""Members and cards from a table: balances as entries that balance, tiers as they were, all of it or nothing."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from app.domain.ids import CardNumber, WalletId
from app.domain.ledger import BONUS, OFFICE, OPENED, POINTS, PRINCIPAL
from app.domain.programme.rights import GROWTH
from sync.office.cli import main
from sync.office.services.errors import RecoveryError
from sync.office.services.ledger.verify import verify
from sync.office.services.life.lives import Lives
from sync.office.services.people.import_members import ImportMembers
from sync.office.services.programme.publish import PublishProgramme
from sync.office.services.streams.table_file import TableError
from sync.office.services.streams.tell_members import TellMembers
from sync.office.services.upkeep.work_nights import WorkNights
from sync.office.storage.cards import cards_by_number
from sync.office.storage.life import Life
from sync.office.storage.people import holder_of
from sync.office.storage.schema import accounts, cards, members, postings
from sync.office.storage.state import Mode, change_state
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import CLUB

HEAD = "name,phone,card,birthday,joined_on,tier,tier_since,principal,bonus,points,points_until,growth\n"
ZHANG = "张三,138-0000-0001,88000001,19900213,2020-05-01,gold,2025-11-01,500.00,50,1200,2026-12-31,700\n"
NOBODY = ",,88000002,,,,,20,,,,\n"


@pytest.fixture
def club(desk: Desk) -> Desk:
    PublishProgramme(desk.world)(CLUB, "2025-01-01 00:00", "chen")
    return desk


def life_of(desk: Desk, wallet: WalletId) -> Life:
    return desk.database.read(lambda connection: Lives(connection, desk.world, [wallet]).life(wallet))


def counts(desk: Desk) -> tuple[int, ...]:
    def work(connection: Connection) -> tuple[int, ...]:
        tables = (members, cards, accounts, postings)
        return tuple(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)

    return desk.database.read(work)


def test_a_member_comes_with_card_tier_and_balances(club: Desk) -> None:
    made = ImportMembers(club.world)((HEAD + ZHANG + NOBODY).encode("gb18030"), merchant="old-shop")
    assert made.new == 2
    wallet = club.database.read(lambda connection: holder_of(connection, "13800000001"))
    assert wallet is not None
    life = life_of(club, wallet)
    there = life.standing
    assert [there.total(unit) for unit in (PRINCIPAL, BONUS, POINTS, GROWTH)] == [50_000, 5_000, 1_200, 700]
    assert (there.tiers["main"].tier, there.tiers["main"].until) == ("gold", "2025-11-30")
    assert (there.birthday, there.joined_on) == ("1990-02-13", "2020-05-01")

    def look(connection: Connection) -> list[tuple[str, int, str]]:
        opened = postings.c.place.in_([OPENED, OFFICE]) & (postings.c.merchant == "old-shop")
        rows = connection.execute(select(postings).where(opened))
        return [(row.place, row.amount, row.merchant) for row in rows]

    rows = club.database.read(look)
    assert len(rows) == 10
    assert sum(amount for _, amount, _ in rows) == 0
    found = club.database.read(lambda c: cards_by_number(c, [CardNumber("88000001"), CardNumber("88000002")]))
    assert found[CardNumber("88000001")].wallet == wallet
    assert found[CardNumber("88000002")].member is None
    assert list(verify(club.world)) == []


def test_the_life_goes_on_from_there(club: Desk) -> None:
    ImportMembers(club.world)((HEAD + ZHANG).encode())
    assert TellMembers(club.world)() == 1
    WorkNights(club.world)("2025-12-02")
    wallet = club.database.read(lambda connection: holder_of(connection, "13800000001"))
    assert wallet is not None
    assert life_of(club, wallet).standing.tiers["main"].tier == "basic"


def test_a_dry_run_writes_nothing_and_neither_does_a_file_with_a_mistake(club: Desk) -> None:
    before = counts(club)
    assert ImportMembers(club.world)((HEAD + ZHANG).encode(), is_trial=True).new == 1
    assert counts(club) == before
    wrong = (
        ZHANG
        + "李四,138,88000001,1990-02-30,2999-01-01,platinum,,1.234,,-3,,x\n"
        + ",13800000001,,,,,,,,,,\n"
        + "王五,,,,,,,,,,,\n"
        + ",,88000003,,,gold,,,,,,\n"
        + ",,,,,,,5,,,,\n"
    )
    with pytest.raises(TableError) as caught:
        ImportMembers(club.world)((HEAD + wrong).encode())
    assert counts(club) == before
    assert {(each.line, each.column) for each in caught.value.mistakes} >= {
        (3, "birthday"),
        (3, "principal"),
        (3, "points"),
        (3, "growth"),
        (4, "phone"),
        (4, "name"),
        (5, "phone"),
        (6, "tier"),
        (7, "card"),
    }


def test_what_is_here_already_is_refused_with_its_line(club: Desk) -> None:
    ImportMembers(club.world)((HEAD + ZHANG).encode())
    again = HEAD + "李四,13800000001,,,,,,,,,,\n" + "赵六,13800000006,88000001,,,platinum,,,,,,\n"
    with pytest.raises(TableError) as caught:
        ImportMembers(club.world)(again.encode())
    assert [(each.line, each.column) for each in caught.value.mistakes] == [(2, "phone"), (3, "card"), (3, "tier")]


def test_broken_off_in_the_middle_nothing_is_kept(club: Desk) -> None:
    before = counts(club)
    told: list[int] = []

    def progress(done: int) -> None:
        told.append(done)
        if done > 1_000:
            raise KeyboardInterrupt

    rows = "".join(f"会员{number},138{number:08},,,,,,1,,,,\n" for number in range(2_500))
    with pytest.raises(KeyboardInterrupt):
        ImportMembers(club.world)((HEAD + rows).encode(), progress=progress)
    assert told == [1_000, 2_000]
    assert counts(club) == before


def test_after_a_restore_nobody_is_imported(club: Desk) -> None:
    club.database.write(lambda connection: change_state(connection, mode=Mode.RECOVERY))
    with pytest.raises(RecoveryError):
        ImportMembers(club.world)((HEAD + ZHANG).encode())


def test_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, faults = tmp_path / "members.csv", tmp_path / "faults.csv"
    table.write_text(HEAD + NOBODY, encoding="utf-8")
    line = ("--folder", str(tmp_path), "members", "import", str(table))
    assert main([*line, "--dry-run"]) == 0
    assert "nothing is written" in capsys.readouterr().out
    assert main(line) == 0
    assert capsys.readouterr().out.startswith("1 new")
    assert main([*line, "--errors", str(faults)]) == 2
    assert "88000002, expected another one" in capsys.readouterr().err
    assert "88000002" in faults.read_text(encoding="utf-8-sig")
