"""The customer's screen follows the till, and takes nothing from it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ports.payment import Way
from app.ui.customer.state import CustomerState, Phase, shortened
from app.ui.customer.window import CustomerWindow
from app.ui.sale.line_text import LineText
from app.ui.tender.payment_flow import PaymentState, Step
from app.ui.widgets.qr_picture import QrPicture
from tests.app.ui.conftest import ScreenTill
from tests.app.ui.memory_shop import CREAM, GOLD_CARD, TOAST

LINE = LineText(1, "2", "原味吐司", "", (("会员价", "−2.00"),), "21.60", "25.60", "")


def test_goods_saving_and_a_shortened_name(till: ScreenTill) -> None:
    till.sign_on()
    till.scan(TOAST.gtin)
    till.scan(GOLD_CARD)
    state = till.window.customer_news.state
    assert (state.phase, state.member) == (Phase.BASKET, "张**")
    assert state.lines[0].name == TOAST.name
    assert state.saving_minor > 0
    assert state.total_minor == till.window.sale.presenter.priced.total_minor


def test_paying_change_and_the_next_customer(till: ScreenTill) -> None:
    till.sign_on()
    till.scan(CREAM.gtin)
    till.press(Qt.Key.Key_F12)
    till.type("20")
    till.press(Qt.Key.Key_Return)
    state = till.window.customer_news.state
    assert (state.phase, state.paid_minor, state.remaining_minor) == (Phase.PAYING, 2_000, 3_900)
    till.type("50")
    till.press(Qt.Key.Key_Return)
    state = till.window.customer_news.state
    assert (state.phase, state.change_minor, state.total_minor) == (Phase.PAID, 1_100, 5_900)
    till.press(Qt.Key.Key_Return)
    assert till.window.customer_news.state == CustomerState()


def test_a_code_to_pay_is_there_while_it_is_good(till: ScreenTill) -> None:
    till.sign_on()
    till.scan(CREAM.gtin)
    news = till.window.customer_news
    news.show_payment(PaymentState(Step.WAITING, "wechat", 5_900, Way.SHOWN_CODE, "weixin://x"))
    assert (news.state.code, news.state.code_minor) == ("weixin://x", 5_900)
    news.show_payment(None)
    assert news.state.code == ""


def test_a_code_for_a_top_up_is_shown_where_there_are_no_goods(till: ScreenTill) -> None:
    till.sign_on()
    news = till.window.customer_news
    news.show_payment(PaymentState(Step.WAITING, "wechat", 10_000, Way.SHOWN_CODE, "weixin://x"))
    assert (news.state.phase, news.state.total_minor, news.state.code) == (Phase.PAYING, 10_000, "weixin://x")
    news.show_payment(None)
    assert news.state == CustomerState()


def test_the_devices_page_shows_a_test_on_it_and_says_where_there_is_none(till: ScreenTill) -> None:
    till.sign_on()
    till.window.settings.trials.customer_wanted.emit()
    assert _opened(till) is None
    _wear(till, "window")
    till.window.settings.trials.customer_wanted.emit()
    window = _opened(till)
    assert window is not None
    assert window.findChildren(QrPicture)[0].isVisible()


def test_it_opens_and_closes_by_the_settings_and_leaves_the_keys_to_the_till(till: ScreenTill) -> None:
    till.sign_on()
    focus = till.focus()
    _wear(till, "window")
    window = _customer(till)
    assert window is not None
    assert window.isVisible()
    assert till.focus() is focus
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    _wear(till, "second")  # there is but one screen here
    assert _customer(till) is None
    _wear(till, "window")
    till.window.close()
    assert _customer(till) is None


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (768, 1024)])
def test_the_last_goods_are_in_sight_and_nothing_is_cut(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = CustomerWindow(framed=True)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    lines = tuple(LineText(n, "1", f"Goods {n}", "", (), "1.00", "", "") for n in range(60))
    window.show_state(
        CustomerState(Phase.PAYING, "张**", lines, 6_000, 200, 1_000, 5_000, code="weixin://x", code_minor=5_000)
    )
    QApplication.processEvents()
    shown = window._basket.lines_in_sight()
    assert shown[-1] is lines[-1]
    assert 3 < len(shown) < 60
    code = window.findChildren(QrPicture)[0]
    assert window.rect().contains(code.mapTo(window, code.rect().bottomRight()))


def test_names_are_shortened() -> None:
    assert (shortened("张三丰"), shortened("Li Wei"), shortened("")) == ("张**", "L**", "")


def _wear(till: ScreenTill, where: str) -> None:
    till.session.set_settings(till.session.settings.model_copy(update={"customer_window": where}))
    till.settle()


def _customer(till: ScreenTill) -> CustomerWindow | None:
    return till.window._customer.window


def _opened(till: ScreenTill) -> CustomerWindow | None:
    return till.window._customer.window
