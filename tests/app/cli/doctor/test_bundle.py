"""The support bundle holds what helps, and nothing that was planted about a person."""

import json
import zipfile
from io import StringIO
from pathlib import Path

import pytest

from app.bootstrap.till import open_till
from app.cli.demo.staff import SHOP_MANAGER
from app.cli.doctor import doctor
from app.cli.doctor.redaction import Redaction
from app.ports.printer import PrinterCondition
from app.settings import CardRuleSettings, PrinterSettings
from app.storage.keys import open_key
from tests.app.cli.demo.demo_till import build

STAMP = "2026-11-22 10:15:00,123"
PLANTED = (
    "13800138000",
    "138 0013 8000",
    "139-1234-5678",
    "6222020200112233445",
    "880000000017",
    "8642",
    "张三",
    "Zhang San",
    "Wang Er",
    "小满生活",
    "021-5555",
    "0af3c2d155e7b6890af3c2d155e7b689",
    "04 A2 24 1B 5C 80 11 22",
    "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0",
)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    place = tmp_path / "shop"
    assert build(place)
    till = open_till(place)
    changed = till.settings.model_copy(
        update={
            "shop_name": "小满生活",
            "receipt_footer": "Zhang San",
            "shop_phone": "021-5555 0101",
            "printer": PrinterSettings(connection="tcp", address="192.0.2.7"),
            "cards": (CardRuleSettings(prefix="88", length=12),),
        }
    )
    till.use_cases.change_settings(SHOP_MANAGER.operator, changed)
    till.directory.close()
    till.store.close()
    key = open_key(place).secret.hex()
    lines = [
        f"{STAMP} ERROR app.somewhere: it holds '{words}' and {words} here"
        for words in (*PLANTED, key)
        if words != "Wang Er"
    ]
    lines += ["Traceback (most recent call last):", '  File "/home/zhang/membertill/app/ui/tasks.py", line 65, in run']
    lines += ["ValueError: Wang Er 8642"]
    (place / "till.log").write_text("\n".join(lines), "utf-8")
    (place / "till.log.1").write_text(f"{STAMP} INFO app.bootstrap.window: ready\n", "utf-8")
    (place / "office").mkdir()
    (place / "office" / "last-words.txt").write_text("13800138000 said 8642", "utf-8")
    return place


def written(shop: Path) -> dict[str, str]:
    """The texts of the bundle, by name."""
    target = shop.parent / "bundle.zip"
    doctor(shop, StringIO(), lambda *_: PrinterCondition.READY, target)
    with zipfile.ZipFile(target) as bundle:
        return {name: bundle.read(name).decode() for name in bundle.namelist()}


def test_nothing_that_was_planted_is_in_it(shop: Path) -> None:
    texts = written(shop)
    everything = "\n".join(texts.values())
    found = [secret for secret in (*PLANTED, open_key(shop).secret.hex(), "zhang/") if secret in everything]
    assert found == []


def test_what_helps_is_in_it(shop: Path) -> None:
    texts = written(shop)
    assert set(texts) >= {"README.txt", "doctor.txt", "settings.json", "files.txt", "errors.txt", "log/till.log"}
    assert f"{STAMP} INFO app.bootstrap.window: ready" in texts["log/till.log.1"]
    assert '…/app/ui/tasks.py", line 65, in run' in texts["log/till.log"]
    assert texts["errors.txt"].startswith(f"{STAMP} ERROR app.somewhere: it holds")
    assert "versions: membertill" in texts["doctor.txt"]
    assert "till.db" in texts["files.txt"]
    settings = json.loads(texts["settings.json"])
    assert settings["printer"] == PrinterSettings(connection="tcp", address="192.0.2.7").model_dump()
    assert (settings["cards"][0]["prefix"], settings["shop_phone"]) == ("88", "(13 characters)")


def test_a_bundle_is_written_where_there_is_no_till(tmp_path: Path) -> None:
    assert json.loads(written(tmp_path / "nowhere")["settings.json"]) is None


def test_a_bundle_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    out = StringIO()
    assert doctor(tmp_path, out, lambda *_: None, tmp_path / "no" / "folder.zip") == 2
    assert "could not be written" in out.getvalue()


def test_a_known_name_is_taken_out_in_any_case() -> None:
    assert Redaction(["Li Lei", ""]).words("for li lei today") == "for … today"
