"""`membertill-office nights` from the command line: each till in plain words, and what to do."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.night.verdict import Difference, Finding, ParkedEvent, Verdict, verdict_text
from sync.office.cli import main
from sync.office.cli.nights import _REMEDIES
from sync.office.cli.office import DATABASE
from sync.office.storage.engines import open_sqlite
from sync.office.storage.keys import KeyFile
from sync.office.storage.nights import Night, keep_night
from sync.protocol.night_words import found_words
from tests.app.ui.sync.test_night import FACTS
from tests.sync.office.desk import Clock, Desk

EQUAL = Verdict("T01", 1, "e", "2026-11-22", 1, "", ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A head office with two tills."""
    database = open_sqlite(tmp_path / DATABASE, KeyFile(tmp_path / "office.key").key())
    desk = Desk(database, clock=Clock(4_000_000_000_000))  # later than any machine that runs this
    desk.newcomer("T01")
    desk.newcomer("T02")
    database.close()
    return tmp_path


def keep(folder: Path, verdict: Verdict, heard_at: int = 4_000_000_000_000) -> None:
    database = open_sqlite(folder / DATABASE, KeyFile(folder / "office.key").key())
    night = Night(verdict.till, verdict.epoch, verdict.night, "{}", "", verdict_text(verdict), "", "", heard_at)
    database.write(lambda connection: keep_night(connection, night))
    database.close()


def nights(folder: Path, *words: str) -> int:
    return main(["--folder", str(folder), "nights", *words])


def test_an_equal_night_and_one_to_come(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(folder, EQUAL)
    assert nights(folder) == 0
    told = capsys.readouterr().out
    assert "T01/1 人民路店: night of 2026-11-22, heard" in told
    assert "everything equal" in told
    assert "T02/1 人民路店: its first night is to come" in told
    assert told.endswith("2 till(s), 0 to look at\n")


def test_what_was_wrong_is_told_with_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = tuple(Finding(kind, FACTS[kind]) for kind in (Difference.Z_DIFFERS, Difference.RESTORED))
    keep(folder, replace(EQUAL, findings=found, parked=(ParkedEvent("T01:1:1", "unreadable", 1),), parked_count=1))
    keep(folder, replace(EQUAL, night="2026-11-21"))
    assert nights(folder) == 1
    told = capsys.readouterr().out
    assert "shift 12: what was paid by cash is 40.00 at the till and 39.00 at head office: run" in told
    assert "write it off (`write-off T01 --epoch 1`)" in told
    assert "1 event(s) parked: see `parked`" in told
    assert "2026-11-21" not in told
    assert nights(folder, "--last", "2") == 1
    assert "2026-11-21" in capsys.readouterr().out


def test_a_till_that_is_silent_is_to_be_looked_at(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(folder, EQUAL, heard_at=1_764_000_000_000)
    assert nights(folder) == 1
    assert "no night for more than a day" in capsys.readouterr().out


@pytest.mark.parametrize("kind", list(Difference))
def test_every_difference_has_its_words_and_a_remedy(kind: Difference) -> None:
    assert "{" not in found_words(Finding(kind, FACTS[kind]))
    assert _REMEDIES[kind]
