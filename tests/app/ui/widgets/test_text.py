"""A text shows what it is given, whatever it looks like."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from app.ui.widgets.text import ElidedText

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
