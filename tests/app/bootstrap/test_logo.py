"""The logo in the shop's folder: on every paper's slips from the moment it is set."""

from pathlib import Path

from PIL import Image

from app.bootstrap.logo import set_logo
from app.paths import resources_dir
from app.ports.device_bench import LogoTrouble
from app.storage.templates import TemplateFolders
from app.ui.words import read_all_words


def test_a_logo_is_there_for_every_paper_until_it_is_taken_away(tmp_path: Path) -> None:
    picture, folder = tmp_path / "picture.png", tmp_path / "receipts"
    Image.new("L", (400, 200)).save(picture)
    templates = TemplateFolders(resources_dir() / "receipts", folder, read_all_words())
    assert set_logo(picture, folder, (32, 48)) is None
    assert [logo.width for columns in (32, 48) if (logo := templates.logo(columns))] == [288, 432]
    assert set_logo(None, folder, (32, 48)) is None
    assert [templates.logo(columns) for columns in (32, 48)] == [None, None]


def test_what_is_wrong_with_a_picture_has_a_name_and_changes_nothing(tmp_path: Path) -> None:
    folder, text = tmp_path / "receipts", tmp_path / "logo.txt"
    text.write_text("no picture")
    assert set_logo(text, folder, (48,)) is LogoTrouble.NOT_A_PICTURE
    assert set_logo(tmp_path / "none.png", folder, (48,)) is LogoTrouble.UNREADABLE
    text.write_bytes(b"x" * 6_000_000)
    assert set_logo(text, folder, (48,)) is LogoTrouble.TOO_BIG
    assert not list(tmp_path.glob("receipts/*"))
