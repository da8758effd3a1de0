"""Money leaves only where somebody who works here and may has allowed it, whatever a screen says."""

import pytest

from app.domain.basket import Basket, ManualPrice
from app.domain.errors import Refused, Why
from app.domain.ids import OperatorId
from app.domain.sale.facts import Sale
from app.domain.shift import CashDirection, CashMovement
from app.domain.staff import Approval, Permission
from app.services.post_sale import SaleRequest
from tests.app.domain.builders import DEMO_PROGRAMME, cash
from tests.app.services.shop import AUDITOR, CASHIER, SUPERVISOR, TEA, Shop

NOBODY = OperatorId("nobody")
LIARS = [CASHIER.id, AUDITOR.id, NOBODY]


def approved(permission: Permission, by: OperatorId = SUPERVISOR.id) -> Approval:
    """An approval as a screen would hand it over."""
    return Approval(permission, CASHIER.id, by, "临期")


def sell_at(shop: Shop, unit_price_minor: int, approval: Approval) -> Sale | Refused:
    """Tea at a price set by hand, paid in exact cash."""
    basket = Basket().add(TEA).with_manual_price(1, ManualPrice(unit_price_minor, approval))
    request = SaleRequest(CASHIER, basket, DEMO_PROGRAMME, [cash(max(1, unit_price_minor))], unit_price_minor)
    return shop.use.post_sale(request)


@pytest.mark.parametrize("by", LIARS)
def test_who_may_not_allow_it_allows_nothing(open_shop: Shop, by: OperatorId) -> None:
    sale = open_shop.sell()
    assert isinstance(sale, Sale)
    use = open_shop.use
    tries = {
        Permission.PRICE_OVERRIDE: sell_at(open_shop, 100, approved(Permission.PRICE_OVERRIDE, by)),
        Permission.REFUND: use.refund_sale(sale.id, {1: 1_000}, approved(Permission.REFUND, by)),
        Permission.CASH_MOVEMENT: use.move_cash(approved(Permission.CASH_MOVEMENT, by), CashDirection.PAID_OUT, 10_000),
        Permission.OPEN_DRAWER: use.move_cash.open_drawer(approved(Permission.OPEN_DRAWER, by)),
    }
    for permission, outcome in tries.items():
        assert outcome == Refused(Why.NOT_PERMITTED, {"permission": permission.value})


def test_an_approval_is_good_for_what_it_allows_only(open_shop: Shop) -> None:
    other = approved(Permission.OPEN_DRAWER)
    assert isinstance(sell_at(open_shop, 100, other), Refused)
    assert isinstance(open_shop.use.move_cash(other, CashDirection.PAID_OUT, 10_000), Refused)
    assert isinstance(open_shop.use.move_cash.open_drawer(approved(Permission.CASH_MOVEMENT)), Refused)
    assert isinstance(sell_at(open_shop, 100, approved(Permission.PRICE_OVERRIDE)), Sale)
    moved = open_shop.use.move_cash(approved(Permission.CASH_MOVEMENT), CashDirection.PAID_OUT, 100)
    assert isinstance(moved, CashMovement)
    assert open_shop.use.move_cash.open_drawer(other) is None


def test_a_price_below_nothing_is_refused_though_it_was_allowed(open_shop: Shop) -> None:
    refused = sell_at(open_shop, -100, approved(Permission.PRICE_OVERRIDE))
    assert refused == Refused(Why.AMOUNT_NOT_POSITIVE)


def test_an_x_report_is_not_printed_for_who_counts_blind(open_shop: Shop) -> None:
    assert open_shop.use.print_slips.x_report(CASHIER) == Refused(Why.NOT_PERMITTED, {"permission": "read_x"})
    assert isinstance(open_shop.use.print_slips.x_report(SUPERVISOR), int)
