"""`membertill-office nightly`, `tier`, `adjust` and `follow` from the command line."""

import subprocess
from argparse import Namespace
from pathlib import Path

import pytest

from sync.office.cli import main
from sync.office.cli.follower import command, follower
from sync.office.cli.office import DATABASE
from sync.office.storage.engines import open_sqlite
from sync.office.storage.keys import KeyFile
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import Office, sale_of
from tests.sync.protocol.chains import WALLET


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A head office to which a till has told a sale that nobody has followed up."""
    database = open_sqlite(tmp_path / DATABASE, KeyFile(tmp_path / "office.key").key())
    Office(Desk(database)).sell(sale_of(1, 60_000))
    database.close()
    return tmp_path


def run(folder: Path, *words: str) -> int:
    return main(["--folder", str(folder), *words])


def test_nightly_tells_how_many_and_repeats_without_harm(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "nightly", "--day", "2026-12-03") == 0
    assert capsys.readouterr().out == "nights up to 2026-12-03: 1 members had something due\n"
    assert run(folder, "nightly", "--day", "2026-12-03") == 0
    assert capsys.readouterr().out == "nights up to 2026-12-03: 0 members had something due\n"
    assert run(folder, "verify") == 0


def test_tier_and_points_by_hand(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    why = ("--reason", "opening", "--approver", "chen")
    assert run(folder, "nightly", "--day", "2026-11-23") == 0
    assert run(folder, "tier", WALLET, "basic", *why) == 0
    assert run(folder, "tier", WALLET, *why) == 0
    assert run(folder, "adjust", f"m-{WALLET}", "points", "30", *why) == 0
    assert run(folder, "tier", "nobody", "gold", *why) == 2
    assert "no member or wallet nobody" in capsys.readouterr().err
    assert run(folder, "tier", WALLET, "platinum", *why) == 2
    assert run(folder, "verify") == 0


def test_the_follower_ends_with_whoever_started_it(folder: Path) -> None:
    arguments = Namespace(folder=folder, merchant="shop", database="", single_shop=False, key=b"")
    with follower(arguments):
        pass
    assert "--key-on-stdin" not in command(arguments)
    ended = subprocess.run(command(arguments), stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr
