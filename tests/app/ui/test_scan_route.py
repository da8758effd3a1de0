"""A burst that a slow machine broke in two: the scan is whole, and no field keeps a piece of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.ui.widgets.field import TextField
from tests.app.ui.conftest import ScreenTill
from tests.app.ui.memory_shop import GOLD_CARD, TEA, TOAST

KEY = Qt.Key


@pytest.fixture
def selling(till: ScreenTill) -> ScreenTill:
    """The cashier has signed on."""
    till.sign_on()
    return till


def scan_in_two(till: ScreenTill, code: str, cut: int = 7) -> None:
    """The wedge has taken the head for typing and given it back; the tail came as a scan."""
    QTest.keyClicks(till.focus(), code[:cut])
    till.scan(code[cut:])


def field(till: ScreenTill) -> QLineEdit:
    focus = till.focus()
    assert isinstance(focus, QLineEdit)
    return focus


@pytest.mark.parametrize("cut", [1, 6, 7])
def test_the_halves_are_one_scan(selling: ScreenTill, cut: int) -> None:
    scan_in_two(selling, TOAST.gtin, cut)
    assert [line.product for line in selling.window.sale.presenter.basket.lines] == [TOAST]
    assert field(selling).text() == ""


def test_a_head_that_came_in_pieces_is_part_of_the_scan(selling: ScreenTill) -> None:
    for piece in (TOAST.gtin[:1], TOAST.gtin[1:2], TOAST.gtin[2:5]):
        QTest.keyClicks(selling.focus(), piece)
        QTest.qWait(40)
    selling.scan(TOAST.gtin[5:])
    assert [line.product for line in selling.window.sale.presenter.basket.lines] == [TOAST]
    assert field(selling).text() == ""


def test_what_was_typed_before_a_whole_code_is_no_head_of_it(selling: ScreenTill) -> None:
    for digit in TOAST.gtin[:2]:
        QTest.keyClicks(selling.focus(), digit)
        QTest.qWait(40)
    selling.scan(TEA.gtin)
    assert [line.product for line in selling.window.sale.presenter.basket.lines] == [TEA]
    assert field(selling).text() == TOAST.gtin[:2]


def test_a_card_in_halves_is_the_card(selling: ScreenTill) -> None:
    scan_in_two(selling, GOLD_CARD, 5)
    assert selling.window.sale.presenter.basket.member is not None


def test_halves_that_fit_nothing_leave_nothing_behind(selling: ScreenTill) -> None:
    scan_in_two(selling, "6938840999999")
    assert selling.window.sale.presenter.basket.is_empty
    assert field(selling).text() == ""


def test_an_amount_is_not_what_a_scanner_typed(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F12)
    scan_in_two(selling, TEA.gtin)
    assert field(selling).text() == "19.30"
    assert len(selling.window.sale.presenter.basket.lines) == 2


def test_what_a_person_typed_stays(selling: ScreenTill) -> None:
    for letter in "zs":
        QTest.keyClicks(selling.focus(), letter)
        QTest.qWait(40)
    selling.scan(TOAST.gtin)
    assert field(selling).text() == "zs"
    assert len(selling.window.sale.presenter.basket.lines) == 1


def test_a_code_that_ended_in_the_amount_is_no_cash(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F12)
    selling.type("693884061")
    selling.press(KEY.Key_Return)
    assert selling.window.tender.presenter.sale is None
    assert not selling.window.tender.presenter.has_tenders


def test_only_fields_for_names_let_the_input_method_in(selling: ScreenTill) -> None:
    query = Qt.InputMethodQuery.ImEnabled
    assert TextField(takes_names=True).inputMethodQuery(query)
    assert not TextField().inputMethodQuery(query)
    assert not field(selling).inputMethodQuery(query)
