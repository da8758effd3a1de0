"""Drafts of programmes: the shop's own before those of the product."""

from pathlib import Path

from app.storage.drafts import DraftFolders


def test_the_shops_own_come_first_and_a_missing_folder_has_none(tmp_path: Path) -> None:
    products, shops = tmp_path / "products", tmp_path / "shop" / "drafts"
    products.mkdir()
    (products / "club.toml").write_text("a = 1", encoding="utf-8")
    (products / "notes.txt").write_text("", encoding="utf-8")
    drafts = DraftFolders(products, shops)
    assert [(each.file_name, each.is_shops) for each in drafts.files()] == [("club.toml", False)]
    assert drafts.folder() == shops
    (shops / "autumn.toml").write_text("b = 2", encoding="utf-8")
    assert [(each.file_name, each.is_shops) for each in drafts.files()] == [("autumn.toml", True), ("club.toml", False)]
    assert drafts.text(drafts.files()[0]) == "b = 2"


def test_each_is_called_what_the_programme_in_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "club.toml").write_text('[name]\nen = "Club"\n\n[[tiers]]\n', encoding="utf-8")
    (tmp_path / "old.toml").write_bytes(b'[name]\nen = "\xff"')
    assert [each.names for each in DraftFolders(tmp_path, tmp_path / "none").files()] == [{"en": "Club"}, {}]
