"""`membertill-office publish`, `programmes` and `rollback` from the command line."""

from pathlib import Path

import pytest

from sync.office.cli import main
from tests.sync.office.services.programme.test_publish import LIMITS, changed


def test_publish_list_and_roll_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office, file = ["--folder", str(tmp_path / "office")], tmp_path / "club.toml"
    file.write_text(LIMITS, encoding="utf-8")
    assert main([*office, "publish", str(file), "--from", "2026-01-01", "--by", "chen"]) == 0
    assert capsys.readouterr().out == "club 1 is published and applies from 2026-01-01 00:00\n"
    file.write_text(changed(2, count=7), encoding="utf-8")
    assert main([*office, "publish", str(file), "--from", "2026-02-01T08:30"]) == 0
    assert main([*office, "rollback", "1"]) == 0
    assert main([*office, "rollback", "9"]) == 2
    capsys.readouterr()
    assert main([*office, "programmes"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed[-1] == "3 published"
    assert [line.endswith("in force") for line in listed[:-1]] == [False, False, True]
    assert "brings back 1" in listed[2]


def test_every_mistake_is_told_and_nothing_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office, file = ["--folder", str(tmp_path / "office")], tmp_path / "club.toml"
    file.write_text(LIMITS.replace('"life"', '"live"').replace('"day"', '"dy"'), encoding="utf-8")
    assert main([*office, "publish", str(file)]) == 2
    told = capsys.readouterr().err.splitlines()
    assert told[-1].endswith("nothing is published")
    assert len(told) >= 3
    assert main([*office, "programmes"]) == 0
    assert capsys.readouterr().out == "0 published\n"
    assert main([*office, "publish", str(tmp_path / "none.toml")]) == 2
