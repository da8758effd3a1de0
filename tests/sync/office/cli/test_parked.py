"""`membertill-office parked` from the command line: what waits and why in words, its remedy, post and close."""

from pathlib import Path

import pytest

from sync.office.cli import main
from sync.office.cli.office import DATABASE
from sync.office.storage.engines import open_sqlite
from sync.office.storage.keys import KeyFile
from tests.sync.office.desk import Desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A head office with one event that nobody can read."""
    database = open_sqlite(tmp_path / DATABASE, KeyFile(tmp_path / "office.key").key())
    desk = Desk(database)
    till = desk.newcomer("T01")
    till.raw(b'{"what": "is this"}')
    desk.push(till)
    database.close()
    return tmp_path


def parked(folder: Path, *words: str) -> int:
    return main(["--folder", str(folder), "parked", *words])


def test_it_says_since_when_why_and_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert parked(folder) == 0
    told = capsys.readouterr().out
    assert "T01/1 event 1, since 20" in told
    assert "unreadable: this version cannot read what it says; update head office, then post it again" in told
    assert told.endswith("1 parked\n")


def test_retried_without_an_update_it_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert parked(folder, "--retry", "T01:1:1") == 1
    assert "still cannot be posted" in capsys.readouterr().out
    assert parked(folder, "--retry", "T01:1:2") == 2


def test_it_is_closed_by_two(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert parked(folder, "--close", "T01:1:1", "--by", "wang", "--reason", "typed in again") == 2
    assert "two different persons" in capsys.readouterr().err
    assert parked(folder, "--close", "T01:1:1", "--by", "wang", "--by", "li", "--reason", "typed in again") == 0
    assert parked(folder) == 0
    assert capsys.readouterr().out.endswith("0 parked\n")
