"""The commands beside the till, from the command line to their exit status."""

from pathlib import Path

import pytest

from app.bootstrap.start import start
from app.cli.arguments import parser
from app.storage.places import TILL_DB
from tests.app.cli.demo.demo_till import build


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    place = tmp_path / "shop"
    assert build(place)
    return place


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """The exit status and what was printed."""
    status = start([str(argument) for argument in arguments])
    return status, capsys.readouterr().out


@pytest.mark.parametrize("command", [["verify"], ["backup", "copy.db"], ["restore", "copy.db"], ["doctor"]])
def test_the_folder_may_stand_before_or_behind_the_command(command: list[str]) -> None:
    folder = ["--data-dir", "/shop"]
    assert parser().parse_args([*folder, *command]).data_dir == Path("/shop")
    assert parser().parse_args([*command, *folder]).data_dir == Path("/shop")


def test_the_simulated_printer_hears_its_options() -> None:
    options = parser().parse_args(["printer", "--tcp", "0", "--columns", "32", "--strict"])
    assert (options.tcp, options.columns, options.strict) == (0, 32, True)


def test_a_broken_store_comes_back_from_its_backup(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ("--data-dir", shop)
    copy = tmp_path / "copy.db"
    status, said = run(capsys, *folder, "backup", copy)
    assert (status, f"backup at {copy}" in said) == (0, True)
    (shop / TILL_DB).write_bytes(b"not a database" * 1_000)
    assert run(capsys, *folder, "verify")[0] != 0
    status, said = run(capsys, *folder, "restore", copy)
    assert (status, "set aside: " in said) == (0, True)
    status, said = run(capsys, *folder, "verify")
    assert (status, said.startswith("clean: ")) == (0, True)


@pytest.mark.parametrize("command", [["verify"], ["backup", "copy.db"], ["restore", "copy.db"]])
def test_where_there_is_no_till_they_say_so(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    status, said = run(capsys, "--data-dir", tmp_path / "nowhere", *command)
    assert (status, bool(said)) == (2, True)
    assert not (tmp_path / "copy.db").exists()


def test_a_restore_without_the_key_asks_for_it_and_makes_no_new_one(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy, new_disk = tmp_path / "copy.db", tmp_path / "new"
    run(capsys, "--data-dir", shop, "backup", copy)
    new_disk.mkdir()
    status, said = run(capsys, "--data-dir", new_disk, "restore", copy)
    assert (status, "put its copy there first" in said) == (2, True)
    assert list(new_disk.iterdir()) == []
