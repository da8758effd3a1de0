"""A single shop before its first paint: nothing of the line is loaded; and the commands say what it is."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.bootstrap.start import start
from app.devices.clock import SystemClock, SystemRandomness
from app.domain.ids import MerchantId, TillId
from app.paths import resources_dir
from app.ports.directory import DirectoryMark
from app.storage.directory.build import build_directory
from app.storage.directory.place import DirectoryPlace, use_directory
from app.storage.keys import open_key
from app.storage.till.config import PROGRAMME
from app.storage.till.store import TillStore

ROOT = Path(__file__).resolve().parents[3]
LOOK = """
import sys
from pathlib import Path
import app.bootstrap.window
from app.bootstrap.till import open_till
from app.bootstrap.shop_office.line import ShopLine
till = open_till(Path(sys.argv[1]))
ShopLine(till, till.shop_office, None, print, print)
till.directory.close()
till.store.close()
print([name for name in sys.modules if name.split(".")[0] in {"sync", "requests", "http_message_signatures"}])
"""


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """A till of its own."""
    key = open_key(tmp_path)
    place = DirectoryPlace("directory-1.db", key.for_directory("directory-1.db"))
    build_directory(tmp_path / place.file, place.key, DirectoryMark(1, 0))
    with closing(TillStore.open(tmp_path, key)) as store:
        store.enrol(TillId("T01"), MerchantId("m"), 1, clock=SystemClock(), randomness=SystemRandomness())
        with store.unit_of_work() as uow:
            uow.config.put(PROGRAMME, (resources_dir() / "programmes" / "demo.toml").read_text(encoding="utf-8"))
            use_directory(uow.config, place)
            uow.commit()
    return tmp_path


def test_it_loads_nothing_of_the_line(alone: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", LOOK, str(alone)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert said.stdout.strip() == "[]"


def test_its_own_head_office_needs_no_sending(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["sync", "--data-dir", str(alone)]) == 2
    assert "has its head office inside" in capsys.readouterr().out


def test_where_there_is_no_till_the_way_in_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["sync", "--data-dir", str(tmp_path)]) == 2
    assert "membertill enrol" in capsys.readouterr().out
