"""A text shows what it is given, whatever it looks like."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from app.ui.widgets.text import ElidedText, FittingParts

NAME = "<b>张三</b><img src='file:///etc/passwd'> & Sohn, ein Name, der in keine Zeile passt"


def test_a_name_that_looks_like_html_is_shown_as_it_is(qtbot: QtBot) -> None:
    text = ElidedText()
    qtbot.addWidget(text)
    text.resize(80, 20)
    text.setText(NAME)
    assert text.textFormat() is Qt.TextFormat.PlainText
    shown = QTextDocument()
    shown.setHtml(text.toolTip())
    assert shown.toPlainText() == NAME


def test_a_part_that_does_not_fit_is_left_out_whole(qtbot: QtBot) -> None:
    line = FittingParts()
    qtbot.addWidget(line)
    line.show()
    line.resize(400, 20)
    line.set_parts(("18.15 more for the coupon", "68.15 more saves another ten, at the very least"))
    assert line.text() == "18.15 more for the coupon"
    line.resize(1_200, 20)
    assert "68.15 more saves" in line.text()
