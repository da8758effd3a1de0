"""Settings by keyboard; scans on the scanner page are only shown."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.devices.pole.profiles import load_poles
from app.domain.payment import Outcome
from app.domain.staff import Operator
from app.paths import resources_dir
from app.ports.device_bench import PrinterModel, PrinterPlace
from app.ports.payment import Answer, Trouble
from app.ports.printer import PrinterCondition
from app.ports.scanner import ScanEvent
from app.settings import (
    CardRuleSettings,
    PaymentSettings,
    PoleSettings,
    PrinterSettings,
    SerialScannerSettings,
    ShopSettings,
    WedgeFrameSettings,
    WedgeSettings,
    WeighedRuleSettings,
)
from app.ui.settings.code_rows import CardRow
from app.ui.settings.codes_page import CodesPage
from app.ui.settings.conditions import condition_words
from app.ui.settings.look_page import LookPage
from app.ui.settings.payments_page import PaymentsPage
from app.ui.settings.pole_fields import MODELS
from app.ui.settings.printer_page import PrinterPage
from app.ui.settings.scanner_page import ScannerPage
from app.ui.settings.screen import SettingsScreen
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.text import Text
from tests.app.ui.memory_bench import MemoryBench
from tests.app.ui.memory_shop import CASHIER, MANAGER, PINS, TEA, memory_shop
from tests.app.ui.memory_stage import Key, Stage


class At:
    """The settings screen."""

    def __init__(self, qtbot: QtBot, operator: Operator = MANAGER) -> None:
        self.shop = memory_shop()
        self.bench = MemoryBench()
        self.stage = Stage(qtbot, self.shop, operator)
        self.told = list[str]()
        self.screen = SettingsScreen(self.shop.use_cases, self.stage.tasks, self.stage.session, self.bench)
        self.screen.told.connect(lambda what, _remedy, _tone: self.told.append(what))
        self.stage.put(self.screen)

    @property
    def kept(self) -> ShopSettings:
        """What is in the store."""
        return self.shop.use_cases.change_settings.read()


def test_theme_and_language_by_arrow_keys(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.stage.press(Key.Key_F2, Key.Key_Tab, Key.Key_Right, Key.Key_Tab, Key.Key_Tab, Key.Key_Right, Key.Key_F12)
    assert (at.kept.language, at.kept.theme) == ("zh_TW", "dark")
    assert at.kept.shop_name == "小满生活"
    assert at.bench.applied == [at.kept]
    assert at.stage.session.settings == at.kept
    assert len(at.told) == 1


def test_what_is_not_changed_stays(qtbot: QtBot) -> None:
    at = At(qtbot)
    before = at.kept
    at.stage.press(Key.Key_F12)
    assert at.kept == before


def test_a_cashier_alone_cannot_save(qtbot: QtBot) -> None:
    at = At(qtbot, CASHIER)
    at.stage.press(Key.Key_F12, Key.Key_Escape)
    assert (at.bench.applied, at.told) == ([], [])


def test_a_manager_lets_a_cashier_save(qtbot: QtBot) -> None:
    at = At(qtbot, CASHIER)
    at.stage.press(Key.Key_F12)
    at.stage.type(PINS[MANAGER.id])
    at.stage.press(Key.Key_Return)
    assert at.bench.applied == [at.kept]


def test_scans_are_shown_on_their_page_and_sold_from_others(qtbot: QtBot) -> None:
    at = At(qtbot)
    scan = ScanEvent(TEA.gtin, "wedge", 0)
    at.stage.press(Key.Key_F1)
    assert not at.screen.take_scan(scan)
    for key in (Key.Key_Home, Key.Key_F4, Key.Key_F5):
        at.stage.press(key)
        assert at.screen.take_scan(scan)


def test_the_test_page_has_a_key_on_its_page_only(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.stage.press(Key.Key_F8)
    page = at.screen.findChild(PrinterPage)
    assert page is not None
    page.show_settings(ShopSettings(printer=PrinterSettings(connection="virtual")))
    tried = list[PrinterSettings]()
    page.trial_wanted.connect(tried.append)
    at.stage.press(Key.Key_F3, Key.Key_F8)
    assert [printer.connection for printer in tried] == ["virtual"]


def test_a_printer_comes_back_as_it_was_shown(qtbot: QtBot) -> None:
    page = PrinterPage()
    qtbot.addWidget(page)
    for printer in (
        PrinterSettings(),
        PrinterSettings(connection="tcp", address="10.0.0.9", port=9200),
        PrinterSettings(connection="serial", address="/dev/ttyS9", baud=38_400, profile="raster-58"),
        PrinterSettings(connection="file", address="/dev/usb/lp1"),
        PrinterSettings(connection="usb", address="0416:5011", profile="xprinter-xp-58"),
        PrinterSettings(connection="system", address="Receipts"),
    ):
        page.show_settings(ShopSettings(printer=printer))
        assert page.printer() == printer


def test_models_that_came_in_one_language_are_spoken_in_the_next(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = PrinterPage()
    qtbot.addWidget(page)
    page.show_settings(ShopSettings(printer=PrinterSettings(profile="raster-58")))
    page.show_models((PrinterModel("generic-80", "80 mm", 48), PrinterModel("raster-58", "58 mm", 32)))
    monkeypatch.setattr(page, "tr", lambda text: text.replace("columns", "Spalten").replace("{Spalten}", "{columns}"))
    page.retranslate()
    assert page._model.currentText() == "58 mm · 32 Spalten"
    assert page.printer().profile == "raster-58"


def test_a_printer_that_was_found_is_chosen_and_one_that_is_away_stays(qtbot: QtBot) -> None:
    page = PrinterPage()
    qtbot.addWidget(page)
    page.show_settings(ShopSettings(printer=PrinterSettings(connection="usb", address="ffff:0001")))
    page.show_places((PrinterPlace("usb", "04b8:0e15", "EPSON TM-T20II"), PrinterPlace("system", "Receipts")))
    assert page.printer().address == "ffff:0001"
    page.show_settings(ShopSettings(printer=PrinterSettings(connection="system")))
    assert page.printer().address == "Receipts"


def test_scanners_come_back_as_they_were_shown(qtbot: QtBot) -> None:
    page = ScannerPage()
    qtbot.addWidget(page)
    settings = ShopSettings(
        serial_scanners=(
            SerialScannerSettings(port="/dev/ttyUSB7", baud=14_400, terminator="etx"),
            SerialScannerSettings(port="COM4", sends="uid_decimal_reversed"),
        ),
        wedge=WedgeSettings(
            gap_ms=33,
            prefix="~",
            sends="tracks_lrc",
            layout="us",
            others=(WedgeFrameSettings(prefix="{U}", suffix="{/}", sends="uid_hex"), WedgeFrameSettings(prefix="!")),
        ),
    )
    page.show_settings(settings)
    assert page.changed(settings) == settings


def test_code_rules_come_back_as_they_were_shown(qtbot: QtBot) -> None:
    page = CodesPage()
    qtbot.addWidget(page)
    settings = ShopSettings(
        cards=(CardRuleSettings(prefix="6", length=22, luhn=False), CardRuleSettings(prefix="99", length=12)),
        weighed=(WeighedRuleSettings(prefix="28", carries="price"),),
        card_track="2",
        chip_number="decimal",
        past_dates="refuse",
    )
    page.show_settings(settings)
    assert page.changed(settings) == settings


def test_a_rule_that_would_make_cards_of_all_goods_is_not_kept(qtbot: QtBot) -> None:
    page = CodesPage()
    qtbot.addWidget(page)
    settings = ShopSettings(cards=(CardRuleSettings(prefix="", length=13),), weighed=())
    page.show_settings(settings)
    assert page.changed(settings).cards == ()


def test_a_gateway_is_tried_with_a_cent_and_comes_back_as_it_was_shown(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.stage.press(Key.Key_F10)
    page = at.screen.findChildren(PaymentsPage)[0]
    gateway = PaymentSettings(tender="wechat", way="scanned_code", host="192.168.1.9", port=9_300)
    page.show_settings(ShopSettings(payments=(gateway,)))
    assert page.changed(ShopSettings()).payments == (gateway,)
    page.trial_wanted.emit(gateway)
    QApplication.processEvents()
    assert at.bench.payments == [gateway]
    at.stage.press(Key.Key_F12)
    assert at.kept.payments == (gateway,)


def test_a_pole_display_comes_back_as_it_was_shown(qtbot: QtBot) -> None:
    at = At(qtbot)
    pole = PoleSettings(port="/dev/ttyUSB0", model="vfd-escpos", baud=19_200)
    page = at.screen.findChildren(LookPage)[0]
    page.show_settings(ShopSettings(pole=pole))
    assert page.changed(ShopSettings()).pole == pole
    assert page.changed(at.kept).customer_window == "second"
    assert {model for model, _ in MODELS} == set(load_poles(resources_dir() / "displays"))


@pytest.mark.parametrize("answer", [Answer(outcome, trouble=trouble) for outcome in Outcome for trouble in Trouble])
def test_every_end_of_a_trial_payment_has_words(qtbot: QtBot, answer: Answer) -> None:
    page = PaymentsPage((("wechat", "WeChat Pay"),))
    qtbot.addWidget(page)
    page.show_trial(answer)
    assert any(text.text() for text in page.findChildren(NoticeBar)[0].findChildren(Text))


def test_a_rule_taken_away_and_one_added(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.stage.press(Key.Key_F5)
    page = at.screen.findChild(CodesPage)
    assert page is not None
    first, *_ = page.findChildren(CardRow)
    first.removed.emit()
    at.stage.press(Key.Key_F12)
    assert [rule.prefix for rule in at.kept.cards] == ["99"]
    assert at.shop.use_cases.look_up.rules.cards[0].prefix == "99"


def test_every_condition_has_words() -> None:
    assert all(all(condition_words(condition)[:2]) for condition in PrinterCondition)
