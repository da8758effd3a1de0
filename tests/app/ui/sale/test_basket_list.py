"""The basket's rows on screen: kept pictures never show what was."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.sale.basket_list import BasketList
from app.ui.sale.line_text import LineText
from app.ui.theme.wear import wear

MILK = LineText(1, "1", "鲜牛奶", "12.80", (), "12.80", "", "")
TEA = LineText(2, "2", "龙井", "168.00", (("满减", "-10.00"),), "326.00", "336.00", "礼品")


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> BasketList:
    wear(qapp, "light", "zh_CN")
    basket = BasketList()
    qtbot.addWidget(basket)
    basket.resize(600, 400)
    basket.show()
    qtbot.waitExposed(basket)
    return basket


def picture(basket: BasketList) -> QImage:
    return basket.grab().toImage()


def test_a_row_that_changed_is_drawn_anew_and_one_that_is_as_before_looks_the_same(shown: BasketList) -> None:
    shown.show_lines([MILK, TEA], 2)
    first = picture(shown)
    shown.show_lines([replace(MILK, net="11.80", listed="12.80"), TEA], 2)
    assert picture(shown) != first
    shown.show_lines([MILK, TEA], 2)
    assert picture(shown) == first
    shown.step(-1)
    assert picture(shown) != first


def test_another_theme_has_other_pictures(shown: BasketList, qapp: QApplication) -> None:
    shown.show_lines([MILK, TEA], 2)
    light = picture(shown)
    wear(qapp, "dark", "zh_CN")
    dark = picture(shown)
    wear(qapp, "light", "zh_CN")
    assert dark != light
    assert picture(shown) == light


def test_another_language_draws_every_row_again(shown: BasketList, qapp: QApplication) -> None:
    shown.show_lines([MILK], 1)
    picture(shown)
    QApplication.sendEvent(shown, QEvent(QEvent.Type.LanguageChange))
    assert shown.painter.kept == 0


def test_a_day_of_scans_keeps_few_pictures(shown: BasketList) -> None:
    for number in range(200):
        shown.show_lines([replace(MILK, quantity=str(number))], 1)
        picture(shown)
    assert 0 < shown.painter.kept <= 48


def test_reasons_that_fit_are_not_cut(shown: BasketList) -> None:
    def with_offer(name: str) -> QImage:
        shown.show_lines([replace(MILK, reasons=(("会员价", "-1.00"), (name, "-2.16")))], 1)
        return picture(shown)

    assert with_offer("烘焙8折券") != with_offer("烘焙8折卡")


def test_what_was_scanned_is_painted_before_what_it_did_to_other_prices(shown: BasketList, qtbot: QtBot) -> None:
    shown.show_lines([MILK], 1)
    cheaper = replace(MILK, net="11.80", listed="12.80")
    words = shown.model().index(0, 0)
    shown.show_lines([cheaper, TEA], 2)
    assert shown.model().rowCount() == 2
    assert str(words.data()).endswith("12.80")
    assert list(shown.lines) == [cheaper, TEA]
    qtbot.waitUntil(lambda: str(words.data()).endswith("11.80"))


def test_a_line_taken_out_before_the_next_turn_stays_out(shown: BasketList, qtbot: QtBot) -> None:
    shown.show_lines([MILK], 1)
    shown.show_lines([replace(MILK, net="11.80"), TEA], 2)
    shown.show_lines([MILK], 1)
    qtbot.wait(1)
    assert [shown.model().index(row, 0).data() for row in range(shown.model().rowCount())] == ["鲜牛奶 × 1 12.80"]
