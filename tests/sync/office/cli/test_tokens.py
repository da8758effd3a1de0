"""`membertill-office token` from the command line."""

from pathlib import Path

import pytest

from sync.office.cli import main


def run(folder: Path, *words: str) -> int:
    return main(["--folder", str(folder), "token", *words])


def test_a_token_is_made_listed_and_closed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "make", "web-shop", "--scope", "orders", "--scope", "actions", "--for-merchant", "web") == 0
    made = capsys.readouterr()
    assert made.out.startswith("-----BEGIN PRIVATE KEY-----")
    assert "open:web-shop" in made.err
    assert run(tmp_path, "make", "web-shop", "--scope", "actions") == 2
    assert "never used twice" in capsys.readouterr().err
    assert run(tmp_path, "list") == 0
    assert capsys.readouterr().out.startswith("web-shop: actions orders, for web, until ")
    assert run(tmp_path, "close", "web-shop") == 0
    assert run(tmp_path, "close", "web-shop") == 2
    capsys.readouterr()
    assert run(tmp_path, "list") == 0
    assert capsys.readouterr().out.rstrip().endswith("(closed)")


def test_a_name_that_would_not_fit_a_key_id_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(tmp_path, "make", "web shop", "--scope", "actions")
    assert "is no name" in capsys.readouterr().err
