"""Every icon has its picture, and every picture is used."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.paths import resources_dir
from app.ui.theme.icons import Icon, icon_pixmap

THEMED_ARROWS = {"down-light", "down-dark"}


@pytest.mark.parametrize("icon", Icon)
def test_an_icon_draws_something(qapp: QApplication, icon: Icon) -> None:
    image = icon_pixmap(icon, 24, QColor("black")).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_no_picture_is_left_over() -> None:
    names = {path.stem for path in (resources_dir() / "icons").glob("*.svg")}
    assert names == {icon.value for icon in Icon} | THEMED_ARROWS
