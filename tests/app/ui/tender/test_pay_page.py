"""The page where amounts are typed: what a cashier has typed is theirs, whatever news comes meanwhile."""

from dataclasses import replace

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.programme.model import TenderKind, TenderType
from app.ui.tender.pay_page import PayPage
from app.ui.tender.state import TakenTender, TenderOption, TenderState
from app.ui.tender.tender_key import TenderKey

DUE = TenderState(4_065, 0, 4_065, 0, 0, "", (), (), ())


def page(qtbot: QtBot) -> PayPage:
    page = PayPage()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    page.show_state(DUE)
    return page


def test_news_of_the_member_leaves_what_is_typed(qtbot: QtBot) -> None:
    pay = page(qtbot)
    QTest.keyClicks(pay.amount, "20")
    pay.show_state(replace(DUE, member_name="张三"))
    assert pay.typed_minor() == 2_000
    assert pay.focusWidget() is pay.amount


def test_what_is_left_is_offered_anew_when_it_changes(qtbot: QtBot) -> None:
    pay = page(qtbot)
    QTest.keyClicks(pay.amount, "20")
    pay.show_state(replace(DUE, remaining_minor=2_065, paid_minor=2_000, taken=(TakenTender("现金", 2_000, ""),)))
    assert (pay.typed_minor(), pay.amount.minor()) == (None, 2_065)
    QTest.keyClicks(pay.amount, "5")
    pay.start_anew()
    assert (pay.typed_minor(), pay.amount.minor()) == (None, 2_065)


def test_a_member_without_stored_value_is_not_asked_for_a_card(qtbot: QtBot) -> None:
    pay, value = page(qtbot), TenderKind(id="value", names={"en": "Value"}, type=TenderType.STORED_VALUE)
    state = replace(DUE, options=(TenderOption(value, "Value", 0),))
    pay.show_state(state)
    (key,) = pay.findChildren(TenderKey)
    assert "Card needed" in key.accessibleName()
    pay.show_state(replace(state, member_name="张三"))
    assert "Nothing there" in key.accessibleName()
