"""The coupons dialog: what stands in a coupon's way is said with the way out of it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.basket import Basket
from app.domain.pricing import CouponState, HeldCoupon, price
from app.ui.sale.coupons_dialog import CouponsDialog
from app.ui.widgets.button import Button
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_shop import memory_shop


@pytest.mark.parametrize(("by", "way_out"), [("ten-off", True), ("spring-sale", False)])
def test_a_coupon_that_another_keeps_out_says_which_to_keep(qtbot: QtBot, by: str, way_out: bool) -> None:
    session, host = session_of(memory_shop()), QWidget()
    qtbot.addWidget(host)
    coupons = (HeldCoupon("baking", CouponState.EXCLUDED, by=by), HeldCoupon("ten-off", CouponState.APPLIED, 1, 1_000))
    priced = replace(price(Basket(), session.programme, session.moment()), coupons=coupons)
    dialog = CouponsDialog(host, lambda: priced, session)
    next(each for each in dialog.findChildren(Button) if each.key == "Enter").click()
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert (f"To use it, keep {by} first: choose that and press Enter." in said) is way_out
    assert (f"Not together with {by}" in said) is not way_out
