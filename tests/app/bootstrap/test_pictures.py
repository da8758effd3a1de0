"""The shop's pictures come small, in order, and what is none is left out."""

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.bootstrap.pictures import shop_pictures


def test_pictures_of_a_folder(qapp: QApplication, tmp_path: Path) -> None:
    for name, width in (("b.png", 3_000), ("a.jpg", 40)):
        image = QImage(width, 30, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        image.save(str(tmp_path / name))
    (tmp_path / "c.png").write_text("no picture", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no picture", encoding="utf-8")
    found = [QImage.fromData(QByteArray(picture)).width() for picture in shop_pictures(tmp_path)]
    assert found == [40, 1_920]


def test_no_folder_no_pictures(tmp_path: Path) -> None:
    assert shop_pictures(tmp_path / "nowhere") == ()
