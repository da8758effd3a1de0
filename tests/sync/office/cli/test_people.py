"""`membertill-office members …` from the command line."""

from pathlib import Path

import pytest

from app.domain.value.facts import CardStep
from sync.office.cli import main
from sync.office.cli.office import DATABASE
from sync.office.storage.engines import Database, open_sqlite
from sync.office.storage.keys import KeyFile
from tests.sync.office.services.people.test_enlist import PHONE, Town

WHY = ("--reason", "同一个人", "--by", "chen")


def opened(folder: Path) -> Database:
    return open_sqlite(folder / DATABASE, KeyFile(folder / "office.key").key())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A head office that two tills have told of 王芳 and 李四; a till holds some of 李四's value."""
    database = opened(tmp_path)
    assert main(["--folder", str(tmp_path), "tills"]) == 0
    town = Town(database)
    town.register("T01", "wang", called="王芳")
    town.register("T02", "li", "13900000000", called="李四")
    town.card("T02", "li", "880000000013")
    town.top_up("T02", "li", 5_000, stays=True)
    town.look()
    database.close()
    return tmp_path


def run(folder: Path, *words: str) -> int:
    return main(["--folder", str(folder), "members", *words])


def test_two_are_merged_by_phone_card_or_id(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "merge", PHONE, "880000000013", *WHY) == 0
    assert "880000000013 ends in" in capsys.readouterr().out
    # Told twice, nothing more happens: both names lead to the one who stays.
    assert run(folder, "merge", "m-wang", "13900000000", *WHY) == 0
    assert run(folder, "merge", "nobody", PHONE, *WHY) == 2
    assert "no member with this id" in capsys.readouterr().err
    database = opened(folder)
    town = Town(database)
    assert (town.end("li"), town.cards("wang")) == ("w-wang", [("880000000013", "active")])
    town.desk.check()
    database.close()


def test_a_stopped_card_shows_what_tills_still_hold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "stopped") == 0
    assert capsys.readouterr().out == "0 lease(s) of stopped cards are not back yet\n"
    assert run(folder, CardStep.FREEZE.value, "880000000013", *WHY) == 0
    assert run(folder, "stopped") == 0
    said = capsys.readouterr().out
    assert "card 880000000013 (frozen): till T02 still holds 5000 of principal" in said
    assert run(folder, "release", "880000000013", *WHY) == 0
    assert run(folder, "lost", "880000000077", *WHY) == 2
    assert "no card 880000000077" in capsys.readouterr().err


def test_a_member_is_forgotten(folder: Path) -> None:
    assert run(folder, "forget", "13900000000", *WHY) == 0
    assert run(folder, "forget", "13900000000", *WHY) == 2
    database = opened(folder)
    town = Town(database)
    assert (town.holder("13900000000"), town.cards("li")) == (None, [("880000000013", "active")])
    database.close()
