"""A text shows what it is given, whatever it looks like."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument, QTextLayout
from pytestqt.qtbot import QtBot

from app.ui.widgets.text import ElidedText, FittingParts, Text, unbroken

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


def test_chinese_breaks_between_two_facts_and_not_within_one(qtbot: QtBot) -> None:
    label = Text("", wraps=True)
    qtbot.addWidget(label)
    birthday = "生日 05-20"
    label.setText("  ·  ".join(map(unbroken, ("138 0000 1111", birthday))))
    layout = QTextLayout(label.text(), label.font())
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(label.fontMetrics().horizontalAdvance("138 0000 1111  ·  生"))
        lines.append(label.text()[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    assert [unbroken(birthday) in line for line in lines] == [False, True]


def test_a_fact_longer_than_a_line_may_break() -> None:
    assert unbroken("每" * 40) == "每" * 40
