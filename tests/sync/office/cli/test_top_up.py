"""`membertill-office post-top-up` from the command line."""

from pathlib import Path

import pytest

from sync.office.cli import main
from sync.office.cli.office import DATABASE
from sync.office.storage.engines import open_sqlite
from sync.office.storage.keys import KeyFile
from tests.sync.office.desk import Desk
from tests.sync.office.services.tills.test_post_top_up import Slip


def post(folder: Path, code: str) -> int:
    return main(["--folder", str(folder), "post-top-up", code])


def test_a_slip_is_posted_once_and_anything_else_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = open_sqlite(tmp_path / DATABASE, KeyFile(tmp_path / "office.key").key())
    code = Slip(Desk(database)).text
    database.close()
    assert post(tmp_path, code) == 0
    assert capsys.readouterr().out.endswith("is posted\n")
    assert post(tmp_path, code) == 0
    assert capsys.readouterr().out.endswith("nothing has changed\n")
    assert post(tmp_path, "MTR:T01-1-000001") == 2
    assert "no code of a top-up" in capsys.readouterr().err
