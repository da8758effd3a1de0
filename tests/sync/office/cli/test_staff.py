"""`membertill-office staff …`: the members of somebody who has left, until they are handed on."""

from pathlib import Path

import pytest

from sync.office.cli import main
from sync.office.cli.office import DATABASE
from sync.office.services.streams.tell_members import TellMembers
from sync.office.storage.engines import Database, open_sqlite
from sync.office.storage.keys import KeyFile
from sync.office.storage.member_feed import member_rows
from tests.sync.office.services.people.test_enlist import Town, ids

STAFF = "id,name,role,pin\nlin,林,cashier,2468\nwu,吴,cashier,2469\n"


def opened(folder: Path) -> Database:
    return open_sqlite(folder / DATABASE, KeyFile(folder / "office.key").key())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A head office whose tills have told of two members of 林's, and one of nobody's."""
    database = opened(tmp_path)
    assert main(["--folder", str(tmp_path), "tills"]) == 0
    town = Town(database)
    town.register("T01", "wang", called="王芳", colleague="lin")
    town.register("T02", "li", "13900000000", called="李四")
    town.register("T02", "zhao", "13700000000", called="赵六")
    town.change("T01", "li", colleague="lin")
    town.look()
    database.close()
    return tmp_path


def staff(folder: Path, *words: str) -> int:
    return main(["--folder", str(folder), "staff", *words])


def people(folder: Path, text: str) -> int:
    table = folder / "staff.csv"
    table.write_text(text, encoding="utf-8")
    return staff(folder, "import", str(table), "--whole")


def colleagues(folder: Path) -> dict[str, object]:
    """Who looks after whom, as tills are told."""
    database = opened(folder)
    desk = Town(database).desk
    TellMembers(desk.world)(100)
    wallets = {ids(name)[1]: name for name in ("wang", "li", "zhao")}
    rows = database.read(lambda connection: member_rows(connection, list(wallets)))
    database.close()
    return {wallets[wallet]: row.content().get("colleague", "") for wallet, row in rows.items()}


def test_members_of_who_left_show_until_they_are_handed_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert people(folder, STAFF) == 0
    assert staff(folder, "left") == 0
    assert "0 who have left still look after members" in capsys.readouterr().out
    assert people(folder, STAFF.replace("lin,林,cashier,2468\n", "")) == 0
    assert "lin has left 2 members behind" in capsys.readouterr().out
    assert staff(folder, "left", "--members") == 0
    said = capsys.readouterr().out
    assert "lin: 2 members" in said
    assert "王芳" in said
    assert "赵六" not in said
    assert staff(folder, "hand-over", "lin", "nobody", "--by", "chen") == 2
    assert "nobody of the id nobody" in capsys.readouterr().err
    assert staff(folder, "hand-over", "lin", "wu", "--reason", "离职", "--by", "chen") == 0
    assert "2 members of lin are wu's" in capsys.readouterr().out
    assert colleagues(folder) == {"wang": "wu", "li": "wu", "zhao": ""}
    assert staff(folder, "left") == 0
    assert "0 who have left" in capsys.readouterr().out
    assert staff(folder, "hand-over", "lin", "wu", "--by", "chen") == 0
    assert "0 members of lin" in capsys.readouterr().out


def test_where_head_office_keeps_no_staff_nobody_counts_as_gone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert staff(folder, "left") == 0
    assert "0 who have left" in capsys.readouterr().out
    assert staff(folder, "hand-over", "lin", "anybody", "--by", "chen") == 0
    assert staff(folder, "hand-over", "", "anybody", "--by", "chen") == 2
    assert colleagues(folder) == {"wang": "anybody", "li": "anybody", "zhao": ""}
