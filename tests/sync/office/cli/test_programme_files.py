"""`membertill-office programme check`: a consultant sees every mistake in their language before a file is used."""

from pathlib import Path

import pytest

from sync.office.cli import main

DEMO = Path("resources/programmes/demo.toml")


def test_a_good_file_is_said_to_be_good(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["programme", "check", str(DEMO), "--language", "en"]) == 0
    assert "no mistakes. Xiaoman Members, version 1, from 2026-01-01" in capsys.readouterr().out


def test_mistakes_are_told_with_line_and_nearest_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = DEMO.read_text(encoding="utf-8").replace("benefits.points_percent = 120", "benefits.point_percent = 120")
    line = text[: text.index("point_percent")].count("\n") + 1
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(text, encoding="utf-8")
    assert main(["programme", "check", str(wrong)]) == 1
    told = capsys.readouterr()
    assert f"第 {line} 行, tiers[gold].benefits.point_percent" in told.out
    assert "是否想写“points_percent”" in told.out
    assert "1 处错误" in told.err


def test_a_text_without_a_language_is_a_remark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = DEMO.read_text(encoding="utf-8").replace('{ zh_CN = "金卡", en = "Gold" }', '{ zh_CN = "金卡" }')
    file = tmp_path / "one.toml"
    file.write_text(text, encoding="utf-8")
    assert main(["programme", "check", str(file), "--language", "en"]) == 0
    assert "tiers[gold].name: No text for: en." in capsys.readouterr().out


def test_no_file_is_no_programme(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["programme", "check", str(tmp_path / "none.toml")]) == 2
    assert "none.toml" in capsys.readouterr().err


@pytest.mark.parametrize(("task", "begins"), [("schema", "{"), ("page", "# The programme format")])
def test_schema_and_page_are_printed(task: str, begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["programme", task]) == 0
    assert capsys.readouterr().out.startswith(begins)
