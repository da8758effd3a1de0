"""`membertill-office disputes` from the command line: listed, shown with both sides, closed by a person."""

from pathlib import Path

import pytest

from sync.office.cli import main
from sync.office.cli.office import DATABASE
from sync.office.storage.engines import open_sqlite
from sync.office.storage.keys import KeyFile
from tests.sync.office.desk import Desk
from tests.sync.office.services.night.test_replay_sales import Shop


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A head office to which a till has told of a golden member whom nobody ever made golden."""
    database = open_sqlite(tmp_path / DATABASE, KeyFile(tmp_path / "office.key").key())
    shop = Shop(Desk(database))
    shop.sell(shop.sale(1, "basic"))
    shop.sell(shop.sale(2, "gold"))
    database.close()
    return tmp_path


def disputes(folder: Path, *words: str) -> int:
    return main(["--folder", str(folder), "disputes", *words])


def test_both_sides_are_told_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert disputes(folder) == 0
    told = capsys.readouterr().out
    assert "T01:1:2:facts  T01-1-000002 of 2026-11-22: it rests on facts that never were (tier)" in told
    assert "1 dispute(s); 2 sale(s) priced again, 0 passed over" in told
    assert disputes(folder, "--show", "T01:1:2:facts") == 0
    told = capsys.readouterr().out
    assert "the till: gold" in told
    assert "head office: basic" in told


def test_it_is_closed_with_a_person_and_a_reason(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert disputes(folder, "--close", "T01:1:2:facts") == 2
    assert "say who closes it" in capsys.readouterr().err
    assert disputes(folder, "--close", "T01:1:9:facts", "--by", "li", "--reason", "x") == 2
    assert disputes(folder, "--close", "T01:1:2:facts", "--by", "li", "--reason", "a friend's card") == 0
    assert disputes(folder) == 0
    assert "0 dispute(s)" in capsys.readouterr().out
    assert disputes(folder, "--all") == 0
    assert "closed by li: a friend's card" in capsys.readouterr().out
