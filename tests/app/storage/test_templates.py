"""Template files: the shop's over the product's, read again on change, and a wrong one never in force."""

import os
from pathlib import Path

import pytest

from app.domain.receipt.forms import Form
from app.domain.receipt.page import Picture
from app.domain.receipt.template import Part
from app.domain.receipt.template_file import Problem
from app.paths import resources_dir
from app.storage.templates import TemplateFolders, read_bitmap
from app.ui.words import read_all_words

PRODUCTS = resources_dir() / "receipts"


@pytest.fixture
def folders(tmp_path: Path) -> TemplateFolders:
    return TemplateFolders(PRODUCTS, tmp_path / "receipts", read_all_words())


def write(path: Path, text: str) -> None:
    """A change that shows in the file's time even where the clock of the file system is coarse."""
    path.parent.mkdir(exist_ok=True)
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, "utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_without_a_file_of_its_own_a_shop_has_the_products_template(folders: TemplateFolders) -> None:
    assert Part("items") in folders.template(Form.SALE).entries
    source = folders.source(Form.SALE)
    assert (source.path, source.is_shops, source.faults) == (PRODUCTS / "sale.toml", False, ())


def test_a_shops_own_copy_is_in_force_as_soon_as_it_is_saved(folders: TemplateFolders, tmp_path: Path) -> None:
    path = folders.make_own(Form.SALE)
    assert path == tmp_path / "receipts" / "sale.toml"
    assert path.read_bytes() == (PRODUCTS / "sale.toml").read_bytes()
    write(path, 'slip = ["total"]')
    assert folders.template(Form.SALE).entries == (Part("total"),)
    assert folders.source(Form.SALE).is_shops
    assert folders.make_own(Form.SALE).read_text("utf-8") == 'slip = ["total"]'
    path.unlink()
    assert Part("items") in folders.template(Form.SALE).entries


def test_while_a_file_is_wrong_the_last_good_one_stays(
    folders: TemplateFolders, caplog: pytest.LogCaptureFixture
) -> None:
    path = folders.make_own(Form.SALE)
    write(path, 'slip = ["total"]')
    folders.template(Form.SALE)
    write(path, 'slip = [\n"totl"]')
    assert folders.template(Form.SALE).entries == (Part("total"),)
    (fault,) = folders.source(Form.SALE).faults
    assert (fault.line, fault.problem, fault.found) == (2, Problem.UNKNOWN_PART, "totl")
    assert "sale.toml cannot be used" in caplog.text
    write(path, 'slip = ["shop"]')
    assert folders.template(Form.SALE).entries == (Part("shop"),)
    assert folders.source(Form.SALE).faults == ()


def test_a_file_that_was_wrong_from_the_start_leaves_the_products_in_force(tmp_path: Path) -> None:
    (tmp_path / "sale.toml").write_bytes(b"slip = [\xff]")
    folders = TemplateFolders(PRODUCTS, tmp_path, read_all_words())
    assert Part("items") in folders.template(Form.SALE).entries
    assert folders.source(Form.SALE).faults


def test_a_logo_is_there_for_the_paper_it_was_made_for(folders: TemplateFolders, tmp_path: Path) -> None:
    (tmp_path / "receipts").mkdir()
    (tmp_path / "receipts" / "logo-48.pbm").write_bytes(b"P4\n9 2\n\xff\x80\x00\x00")
    assert folders.logo(48) == Picture(9, 2, b"\xff\x80\x00\x00")
    assert folders.logo(32) is None


def test_a_broken_logo_is_no_logo(folders: TemplateFolders, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "receipts").mkdir()
    (tmp_path / "receipts" / "logo-48.pbm").write_bytes(b"P4\n9 2\n\xff")
    assert folders.logo(48) is None
    assert "logo-48.pbm cannot be used" in caplog.text


def test_a_bitmap_whose_bits_look_like_space_is_read_whole() -> None:
    assert read_bitmap(b"P4\n8 3\n\x20\x0a\x09").bits == b"\x20\x0a\x09"
