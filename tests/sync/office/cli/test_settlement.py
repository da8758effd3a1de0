"""`membertill-office settlement` from the command line."""

from pathlib import Path

import pytest

from sync.office.cli import main
from sync.office.cli.office import DATABASE
from sync.office.storage.engines import open_sqlite
from sync.office.storage.keys import KeyFile
from sync.office.storage.migrate import migrate
from tests.sync.office.desk import Desk
from tests.sync.office.services.door.test_answer_call import order
from tests.sync.office.services.ledger.test_settle_merchants import Alliance

PERIOD = ("settlement", "--from", "2025-11-01", "--to", "2025-11-30")


def test_it_is_printed_and_written_for_a_spreadsheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = open_sqlite(tmp_path / DATABASE, KeyFile(tmp_path / "office.key").key())
    database.write(migrate)
    alliance = Alliance(Desk(database))
    alliance.tell(order("o1", net=50_000))
    alliance.at_gym(600)
    database.close()
    sheet = tmp_path / "november.csv"
    assert main(["--folder", str(tmp_path), *PERIOD, "--csv", str(sheet)]) == 0
    printed = capsys.readouterr().out
    assert "owes  web-ltd  gym  points  600  5.70" in printed
    assert "net  gym  5.70" in printed
    assert "net,web-ltd,-5.70" in sheet.read_text(encoding="utf-8-sig")


def test_without_a_programme_it_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--folder", str(tmp_path), *PERIOD]) == 2
    assert "nobody knows what points are worth" in capsys.readouterr().err
