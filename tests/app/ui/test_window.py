"""A cashier at the window: keys and scans from sign-on to the next customer."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.domain.ledger import PRINCIPAL
from app.ports.head_office import Line, OfficeStatus, Seeking
from app.ports.printer import PrinterCondition
from app.ports.scanner import SourceState
from app.settings import PrinterSettings
from app.ui.bridge import Bridge
from app.ui.elsewhere import Elsewhere
from app.ui.sale.line_dialogs import QuantityDialog
from app.ui.slips.dialog import SlipsDialog
from app.ui.start import build_window
from app.ui.theme.tokens import DARK, current
from app.ui.widgets.dialog import Dialog, open_dialogs
from app.ui.widgets.notice import Toast
from app.ui.widgets.text import Text
from tests.app.ui.conftest import ScreenTill
from tests.app.ui.memory_office import MemoryOffice
from tests.app.ui.memory_shop import CASHIER, GOLD_CARD, MANAGER, TEA, TOAST

KEY = Qt.Key


@pytest.fixture
def selling(till: ScreenTill) -> ScreenTill:
    """The cashier has signed on."""
    till.sign_on()
    return till


def dialogs(till: ScreenTill) -> list[Dialog]:
    return open_dialogs(till.window)


def test_a_wrong_pin_lets_nobody_in(till: ScreenTill) -> None:
    till.sign_on("9999")
    assert till.session.operator is None
    assert till.is_at(till.window.sign_on_screen)
    till.sign_on()
    assert till.is_at(till.window.sale)


def test_without_a_shift_the_way_leads_to_the_float(till: ScreenTill) -> None:
    till.shop.use_cases.close_shift(till.shop.use_cases.sign_on.operators()[0], 30_000)
    till.sign_on()
    assert till.is_at(till.window.shift)


def test_a_card_that_may_not_be_looked_up_now_says_why(selling: ScreenTill, qtbot: QtBot) -> None:
    office, seeker = MemoryOffice(OfficeStatus(line=Line.ONLINE)), selling.window.sale.presenter.elsewhere
    assert isinstance(seeker, Elsewhere)
    seeker._office = office
    selling.scan("880000777701")
    assert office.sought == ["880000777701"]
    office.searches[0].set_result(Seeking.TOO_OFTEN)
    said = "This till has looked up too many members or receipts elsewhere"
    qtbot.waitUntil(
        lambda: any(said in text.text() for text in selling.window.sale.findChildren(Text) if text.isVisible())
    )


def test_the_sale_says_that_no_shift_is_open(selling: ScreenTill) -> None:
    def says(words: str) -> bool:
        return any(text.isVisible() and text.text() == words for text in selling.window.sale.findChildren(Text))

    assert says("Ready for the next customer")
    selling.session.set_shift(None)
    assert says("No shift is open")


def test_a_whole_sale_by_keyboard(selling: ScreenTill) -> None:
    window = selling.window
    selling.scan(TOAST.gtin)
    selling.type(f"2*{TEA.gtin}")
    selling.press(KEY.Key_Return)
    due = window.sale.presenter.priced.total_minor
    selling.press(KEY.Key_F12)
    assert selling.is_at(window.tender)
    selling.type("100")
    selling.press(KEY.Key_Return)
    sale = window.tender.presenter.sale
    assert sale is not None
    assert (sale.total_minor, sale.change_minor) == (due, 10_000 - due)
    selling.press(KEY.Key_Return)
    assert selling.is_at(window.sale)
    assert window.sale.presenter.basket.is_empty


def test_esc_goes_back_from_the_tenders_with_nothing_lost(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F12)
    selling.type("5")
    selling.press(KEY.Key_Return)
    selling.press(KEY.Key_Escape)
    assert selling.is_at(selling.window.sale)
    assert not selling.window.sale.presenter.basket.is_empty
    selling.press(KEY.Key_F7)  # a basket that was paid in part cannot be set aside
    assert not selling.window.sale.presenter.basket.is_empty
    selling.press(KEY.Key_F12)
    assert selling.window.tender.presenter.has_tenders


def test_a_card_scanned_while_paying_lowers_the_price(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F12)
    selling.scan(GOLD_CARD)
    assert selling.is_at(selling.window.tender)
    selling.press(KEY.Key_Return)
    sale = selling.window.tender.presenter.sale
    assert sale is not None
    assert sale.total_minor == TOAST.member_price_minor


def test_a_payment_left_open_is_spoken_of_when_the_next_basket_is_paid_and_not_before(selling: ScreenTill) -> None:
    begun = selling.shop.use_cases.take_payment(CASHIER, "wechat", 1_000)
    assert not isinstance(begun, Refused)
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F12)
    selling.settle()
    assert dialogs(selling)
    assert not selling.window.tender.presenter.is_paying
    for key in (KEY.Key_Escape, KEY.Key_Return, KEY.Key_Return):
        selling.press(key)
    assert selling.is_at(selling.window.sale)
    assert dialogs(selling) == []
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F12)
    selling.settle()
    assert dialogs(selling)
    assert selling.is_at(selling.window.tender)


def test_scans_while_the_sale_is_written_belong_to_the_next_customer(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F12)
    selling.worker.is_held = True
    selling.press(KEY.Key_Return)
    selling.scan(TEA.gtin)
    selling.scan(TEA.gtin)
    selling.worker.let_go()
    selling.settle()
    basket = selling.window.sale.presenter.basket
    assert [(line.product.id, line.quantity_milli) for line in basket.lines] == [(TEA.id, 2_000)]
    assert len(selling.shop.use_cases.refund_sale.recent()) == 1


def test_the_next_scan_after_the_change_begins_the_next_sale(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F12)
    selling.press(KEY.Key_Return)
    selling.scan(TEA.gtin)
    assert selling.is_at(selling.window.sale)
    assert [line.product for line in selling.window.sale.presenter.basket.lines] == [TEA]


def test_a_scan_over_a_dialog_reaches_the_basket(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F3)
    assert isinstance(dialogs(selling)[0], QuantityDialog)
    selling.scan(TEA.gtin)
    assert len(selling.window.sale.presenter.basket.lines) == 2


def test_a_scan_on_another_screen_reaches_the_basket(selling: ScreenTill) -> None:
    selling.press(KEY.Key_F9)
    selling.scan(TOAST.gtin)
    assert selling.is_at(selling.window.shift)
    assert len(selling.window.sale.presenter.basket.lines) == 1


def test_only_what_is_put_in_is_told_on_another_screen(selling: ScreenTill) -> None:
    selling.press(KEY.Key_F9)
    selling.scan(TOAST.gtin)
    (toast,) = selling.window.findChildren(Toast)
    assert "In the basket now" in toast.text()
    toast.dismiss()
    selling.window.sale.presenter.refresh()
    selling.settle()
    assert not toast.text()


def test_keys_of_the_sale_sleep_under_a_dialog(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F3)
    selling.press(KEY.Key_F12)
    assert selling.is_at(selling.window.sale)
    selling.press(KEY.Key_Escape)
    assert dialogs(selling) == []
    selling.press(KEY.Key_F12)
    assert selling.is_at(selling.window.tender)


def test_locking_keeps_the_basket_and_takes_no_scan(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F11)
    assert selling.session.operator is None
    selling.scan(TEA.gtin)
    selling.sign_on()
    assert [line.product for line in selling.window.sale.presenter.basket.lines] == [TOAST]


def test_arrows_delete_and_figures_work_the_basket_from_the_scan_field(selling: ScreenTill) -> None:
    sale = selling.window.sale.presenter
    for product in (TOAST, TEA):
        selling.scan(product.gtin)
    selling.press(KEY.Key_Up)
    assert sale.selected is not None
    assert sale.selected.product == TOAST
    selling.press(KEY.Key_Right)
    assert sale.selected.quantity_milli == 2_000
    selling.press(KEY.Key_Delete)
    assert [line.product for line in sale.basket.lines] == [TEA]
    selling.press(KEY.Key_1, Qt.KeyboardModifier.AltModifier)
    assert len(sale.basket.lines) == 2


def test_esc_asks_before_a_basket_is_cleared(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_Escape)
    selling.press(KEY.Key_Return)
    assert not selling.window.sale.presenter.basket.is_empty
    selling.press(KEY.Key_Delete)
    assert selling.window.sale.presenter.basket.is_empty


def test_the_strip_says_how_the_devices_are(selling: ScreenTill) -> None:
    strip = selling.window.strip
    selling.session.set_settings(
        selling.session.settings.model_copy(update={"printer": PrinterSettings(connection="tcp", address="localhost")})
    )
    selling.bridge.scanner_state.emit("wedge", SourceState.READY, "")
    selling.bridge.printer_state.emit(PrinterCondition.PAPER_OUT, "")
    selling.settle()
    assert strip.sign("printer").word == "Printer out of paper"
    assert "Selling goes on" in strip.sign("printer").explanation
    assert strip.sign("scanner").word == "Scanner ready"
    assert strip.sign("shift").word == "Shift 1"


def test_language_and_theme_change_while_a_basket_is_open(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    changed = {"language": "zh_CN", "theme": "dark"}
    selling.session.set_settings(selling.session.settings.model_copy(update=changed))
    selling.settle()
    assert current() is DARK
    assert selling.window.strip.sign("line").word == "本店单机"
    assert len(selling.window.sale.presenter.basket.lines) == 1


def test_trouble_in_a_use_case_is_told_calmly(selling: ScreenTill) -> None:
    selling.window.sale.presenter.enter(TOAST.gtin)

    def fail() -> None:
        raise ValueError

    selling.window.tasks.run(fail, lambda _: None)
    selling.settle()
    assert len(dialogs(selling)) == 1
    selling.press(KEY.Key_Return)
    assert dialogs(selling) == []


def test_closing_with_goods_in_the_basket_asks_first(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    assert not selling.window.close()
    assert len(dialogs(selling)) == 1
    selling.press(KEY.Key_F4)
    assert not selling.window.isVisible()


def test_a_sign_explains_itself_and_leads_to_its_remedy(selling: ScreenTill) -> None:
    selling.window.strip.asked.emit("shift")
    assert len(dialogs(selling)) == 1
    selling.press(KEY.Key_Return)
    assert selling.is_at(selling.window.shift)


def test_a_manager_confirms_the_clock_and_a_cashier_may_not(selling: ScreenTill) -> None:
    selling.session.set_clock_in_doubt(in_doubt=True)
    selling.window.strip.asked.emit("clock")
    selling.press(KEY.Key_Return)
    assert selling.session.clock_in_doubt
    selling.session.sign_on(MANAGER)
    selling.window.strip.asked.emit("clock")
    selling.press(KEY.Key_Return)
    assert not selling.session.clock_in_doubt


def test_a_top_up_from_the_sale_is_on_the_card_when_the_basket_is_back(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert selling.is_at(selling.window.members)  # nobody's card: it is looked for first
    selling.press(KEY.Key_Escape)
    selling.scan(GOLD_CARD)
    before = selling.window.sale.presenter.basket.member
    selling.press(KEY.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert selling.is_at(selling.window.top_up)
    selling.press(KEY.Key_F1)
    for _ in range(3):
        selling.press(KEY.Key_Return)
    assert selling.is_at(selling.window.sale)
    after = selling.window.sale.presenter.basket.member
    assert before is not None
    assert after is not None
    assert after.usable(PRINCIPAL) == before.usable(PRINCIPAL) + 50_000


def test_after_a_refused_amount_one_key_takes_what_there_is(selling: ScreenTill) -> None:
    selling.scan(GOLD_CARD)
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F12)
    selling.type("500")
    selling.press(KEY.Key_F1)
    assert selling.window.tender.presenter.sale is None
    selling.press(KEY.Key_F1)
    assert selling.window.tender.presenter.sale is not None


def test_a_basket_and_its_payments_are_back_after_a_crash(selling: ScreenTill, qtbot: QtBot) -> None:
    selling.scan(TOAST.gtin)
    selling.scan(GOLD_CARD)
    selling.press(KEY.Key_F12)
    selling.type("5")
    selling.press(KEY.Key_Return)
    keep = selling.shop.use_cases.keep_basket
    qtbot.waitUntil(lambda: (kept := keep.kept()) is not None and len(kept.tendered) == 1, timeout=3_000)
    after = build_window(selling.shop.use_cases, selling.worker, Bridge(), selling.session)
    selling.settle()
    after.show()
    second = ScreenTill(after, selling.shop, selling.session, selling.bridge, selling.worker)
    second.settle()
    second.sign_on()
    basket = after.sale.presenter.basket
    assert [line.product for line in basket.lines] == [TOAST]
    assert basket.member is not None
    assert [each.given_minor for each in after.tender.presenter.tendered] == [500]
    assert after.sale.notice_text()
    second.press(KEY.Key_Escape)  # what the notice says of Esc it does at once
    assert "Payments" in after.sale.notice_text()
    second.press(KEY.Key_Escape)
    second.press(KEY.Key_F12)
    second.press(KEY.Key_Return)
    assert keep.kept() is None
    shiboken6.delete(after)


def test_a_refused_scan_stays_in_sight_through_the_next(selling: ScreenTill) -> None:
    selling.scan("6901234567892")
    selling.scan(TOAST.gtin)
    assert "6901234567892" in selling.window.sale.notice_text()
    selling.press(KEY.Key_Escape)
    assert selling.window.sale.notice_text() == ""
    assert dialogs(selling) == []


def test_a_deleted_line_comes_back(selling: ScreenTill) -> None:
    selling.type(f"3*{TOAST.gtin}")
    selling.press(KEY.Key_Return)
    selling.scan(TEA.gtin)
    selling.press(KEY.Key_Up)
    selling.press(KEY.Key_F6)
    selling.scan(TEA.gtin)
    selling.press(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    lines = selling.window.sale.presenter.basket.lines
    assert [(line.product, line.quantity_milli) for line in lines] == [(TOAST, 3_000), (TEA, 2_000)]
    selling.press(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert selling.window.sale.presenter.basket.lines == lines


def test_an_answer_is_about_the_line_it_was_asked_for(selling: ScreenTill) -> None:
    selling.scan(TOAST.gtin)
    selling.press(KEY.Key_F3)
    selling.scan(TEA.gtin)
    selling.type("7")
    selling.press(KEY.Key_Return)
    lines = selling.window.sale.presenter.basket.lines
    assert [(line.product, line.quantity_milli) for line in lines] == [(TOAST, 7_000), (TEA, 1_000)]


def test_alt_enter_fills_the_screen_and_gives_it_back(selling: ScreenTill) -> None:
    selling.window.show_filled()
    assert selling.window.isMaximized()
    selling.window.toggle_full_screen()
    assert selling.window.isFullScreen()
    selling.window.toggle_full_screen()
    assert not selling.window.isFullScreen()


def test_the_sign_of_a_printer_in_trouble_leads_straight_to_its_slips(selling: ScreenTill) -> None:
    selling.shop.sell((TEA, 1_000))
    selling.bridge.printer_state.emit(PrinterCondition.PAPER_OUT, "")
    selling.bridge.slips_waiting.emit(1)
    selling.settle()
    assert "1" in selling.window.strip.sign("printer").word
    selling.window.strip.asked.emit("printer")
    selling.settle()
    (dialog,) = dialogs(selling)
    assert isinstance(dialog, SlipsDialog)
    assert "paper" in dialog.notice.text()
    selling.press(KEY.Key_F10)
    assert selling.is_at(selling.window.settings)


@pytest.mark.parametrize("key", [KEY.Key_F2, KEY.Key_F8, KEY.Key_F9, KEY.Key_F10, KEY.Key_F12])
def test_f11_locks_from_anywhere(selling: ScreenTill, key: KEY) -> None:
    selling.scan(TOAST.gtin)
    selling.press(key)
    assert not selling.is_at(selling.window.sale)
    selling.press(KEY.Key_F11)
    assert selling.session.operator is None
    selling.sign_on()
    assert not selling.window.sale.presenter.basket.is_empty


def test_a_second_copy_that_cannot_be_written_is_told_while_it_lasts(selling: ScreenTill) -> None:
    strip = selling.window.strip
    assert not strip.is_shown("second_copy")
    selling.bridge.second_copy.emit("No space left on device")
    selling.settle()
    assert strip.is_shown("second_copy")
    assert "No space left on device" in strip.sign("second_copy").explanation
    selling.bridge.second_copy.emit("")
    selling.settle()
    assert not strip.is_shown("second_copy")
