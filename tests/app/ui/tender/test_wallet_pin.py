"""Much stored value at the tender screen: the customer's PIN is asked for when all is taken, and the sale is posted."""

from dataclasses import replace

from PySide6.QtCore import Qt

from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.programme.model import TenderType
from app.domain.staff import Approval, Permission
from app.ui.approval.dialog import ApprovalDialog
from app.ui.tender.wallet_pin_dialog import WalletPinDialog
from tests.app.ui.conftest import ScreenTill
from tests.app.ui.memory_shop import CASHIER, CREAM, GOLD_CARD, MANAGER, ZHANG

KEY = Qt.Key


def pay_from_the_card(till: ScreenTill) -> None:
    session = till.session
    value = replace(session.programme.stored_value, pin_above_minor=1_000)
    session.programme = replace(session.programme, stored_value=value)
    till.sign_on()
    till.scan(CREAM.gtin)
    till.scan(GOLD_CARD)
    till.press(KEY.Key_F12)
    kinds = [kind.type for kind in session.programme.tender_kinds]
    till.press(KEY(KEY.Key_F1 + kinds.index(TenderType.STORED_VALUE)))


def choose_pin(till: ScreenTill) -> None:
    approval = Approval(Permission.CHANGE_CARD, CASHIER.id, MANAGER.id)
    assert till.shop.use_cases.set_wallet_pin(till.shop.view(), "2580", approval) is None


def test_the_pin_is_asked_for_again_while_it_is_wrong_and_then_it_is_paid(till: ScreenTill) -> None:
    choose_pin(till)
    before = sum(till.shop.view().usable(unit) for unit in (PRINCIPAL, BONUS))
    pay_from_the_card(till)
    for pin in ("0000", "2580"):
        assert till.window.findChild(WalletPinDialog) is not None
        assert till.window.tender.presenter.sale is None
        till.type(pin)
        till.press(KEY.Key_Return)
    sale = till.window.tender.presenter.sale
    assert sale is not None
    assert sum(till.shop.view(ZHANG.id).usable(unit) for unit in (PRINCIPAL, BONUS)) == before - sale.total_minor


def test_escape_leaves_the_payment_as_it_stands(till: ScreenTill) -> None:
    choose_pin(till)
    pay_from_the_card(till)
    till.press(KEY.Key_Escape)
    assert till.window.tender.presenter.sale is None
    assert till.is_at(till.window.tender)


def test_without_a_pin_somebody_who_may_is_asked(till: ScreenTill) -> None:
    pay_from_the_card(till)
    assert till.window.findChild(WalletPinDialog) is None
    assert till.window.findChild(ApprovalDialog) is not None
