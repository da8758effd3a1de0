"""The shop's page: what it is given comes back, and what a person chooses is kept."""

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.settings import LeaseSettings, ShopSettings
from app.ui.settings.shop_page import ShopPage


def test_nothing_changes_by_itself(qtbot: QtBot) -> None:
    page = ShopPage()
    qtbot.addWidget(page)
    settings = ShopSettings(
        shop_name="小满生活",
        leases=LeaseSettings(ticket_minor=8_800, idle_days=9, return_at_close=True, refund_at_risk_minor=12_300),
    )
    page.show_settings(settings)
    assert page.changed(settings) == settings


def test_how_long_lent_value_stays_is_the_shops_choice(qtbot: QtBot) -> None:
    page = ShopPage()
    qtbot.addWidget(page)
    page.show_settings(ShopSettings())
    idle, at_risk = page.findChildren(QComboBox)
    idle.setCurrentIndex(idle.findData(30))
    assert page.changed(ShopSettings()).leases.idle_days == 30
    at_risk.setCurrentIndex(at_risk.findData(0))
    assert at_risk.currentText() == "nothing"
    assert page.changed(ShopSettings()).leases.refund_at_risk_minor == 0
