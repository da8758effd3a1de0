"""What the doctor says of a till, and how bad it is."""

from io import StringIO
from pathlib import Path

import pytest

from app.bootstrap.start import start
from app.bootstrap.till import open_till
from app.cli.demo.special import ZHANG_SAN, special_phone
from app.cli.demo.staff import SHOP_MANAGER
from app.cli.doctor import doctor, examine
from app.cli.doctor.remark import Remark, Severity
from app.ports.printer import PrinterCondition
from app.settings import PoleSettings, PrinterSettings, SerialScannerSettings, WedgeFrameSettings, WedgeSettings
from app.storage.lock import DirectoryLock
from app.storage.places import TILL_DB
from tests.app.cli.demo.demo_till import build


class Printer:
    """Is as it is told, and remembers what it was asked over."""

    def __init__(self, condition: PrinterCondition | None = PrinterCondition.READY) -> None:
        self.condition = condition
        self.asked: list[PrinterSettings] = []

    def __call__(self, settings: PrinterSettings, _data_dir: Path) -> PrinterCondition | None:
        self.asked.append(settings)
        return self.condition


def remarks(data_dir: Path, printer: Printer | None = None) -> dict[str, Remark]:
    return {remark.subject: remark for remark in examine(data_dir, printer or Printer())}


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A demo shop with a network printer, a scanner on a port that is not there, and a chip reader at the keyboard."""
    place = tmp_path / "shop"
    assert build(place)
    till = open_till(place)
    changed = till.settings.model_copy(
        update={
            "printer": PrinterSettings(connection="tcp", address="192.0.2.7"),
            "serial_scanners": (SerialScannerSettings(port="/dev/ttyNONE7"),),
            "pole": PoleSettings(port="/dev/ttyNONE8"),
            "wedge": WedgeSettings(others=(WedgeFrameSettings(prefix="~U", sends="uid_hex"),)),
        }
    )
    till.use_cases.change_settings(SHOP_MANAGER.operator, changed)
    till.directory.close()
    till.store.close()
    return place


def test_it_sees_the_till_and_names_nobody(shop: Path) -> None:
    out = StringIO()
    doctor(shop, out, Printer())
    assert "ok  store: " in out.getvalue()
    assert not any(secret in out.getvalue() for secret in ("张三", special_phone(1), ZHANG_SAN))


def test_each_device_is_named_with_its_remedy(shop: Path) -> None:
    said = remarks(shop, Printer(PrinterCondition.PAPER_OUT))
    printer = said["Receipt printer (network 192.0.2.7)"]
    assert (printer.state, printer.severity) == ("The printer is out of paper", Severity.ATTEND)
    assert "new roll" in printer.remedy
    scanner = said["Scanner (serial /dev/ttyNONE7, 9600)"]
    assert (scanner.state, scanner.severity) == ("not there", Severity.ATTEND)
    assert "Is the cable in?" in scanner.remedy
    assert said["Pole display (serial /dev/ttyNONE8)"].severity is Severity.ATTEND
    assert said["Card reader (chip) (keyboard, begins with ~U)"].severity is Severity.WELL


def test_the_devices_of_an_open_till_are_left_alone(shop: Path) -> None:
    printer, lock = Printer(), DirectoryLock(shop)
    try:
        assert "in use by the till" in remarks(shop, printer)["devices"].state
    finally:
        lock.release()
    assert printer.asked == []


def test_the_worst_is_the_exit_status(shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor(shop, StringIO(), Printer()) == Severity.ATTEND
    (shop / TILL_DB).write_bytes(b"not a database" * 1_000)
    assert doctor(shop, StringIO(), Printer()) == Severity.BROKEN
    assert start(["doctor", "--data-dir", str(tmp_path / "nowhere")]) == Severity.BROKEN
    assert "!!  store: there is no till" in capsys.readouterr().out


def test_it_names_the_head_office_of_the_shop(tmp_path: Path) -> None:
    def state() -> tuple[str, str]:
        found = remarks(tmp_path)["head office in this shop"]
        return found.state, found.remedy

    assert state()[0].startswith("none yet")
    office = tmp_path / "office"
    office.mkdir()
    (office / "last-words.txt").write_text("one\nno space is left", encoding="utf-8")
    assert state() == ("no space is left", "open the till: it builds it anew")
    (office / "office.db").write_bytes(bytes(4_000))
    assert "it said last: no space is left" in state()[0]
    (office / "office.db.unreadable-20261122-101500").touch()
    assert "set aside: office.db.unreadable-20261122-101500" in state()[0]
