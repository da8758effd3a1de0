"""What refunds owe at providers: from their own transaction on, until it is back, on a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import Refused, Why
from app.domain.ids import OperatorId, SaleId
from app.domain.payback import OPEN_PAYBACKS, Payback
from app.domain.programme.model import TenderType
from app.domain.sale.facts import Refund, Sale
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.domain.value.facts import TopUp
from app.services.refund_principal import PayOut
from app.services.top_up_card import TopUpRequest
from app.storage.backup import back_up
from app.storage.restore import restore
from app.storage.verify.run import verify_files
from tests.app.services.shop import CASHIER, LI_CARD, MANAGER, MILK, SUPERVISOR, Shop

REFERENCE = "4200001"


def allowed(permission: Permission, by: str = SUPERVISOR.id, reason: str = "商品瑕疵") -> Approval:
    return Approval(permission, CASHIER.id, OperatorId(by), reason)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop with an open shift, whose books are proved in the end."""
    shop = Shop(tmp_path)
    shop.use.open_shift(CASHIER, 30_000)
    yield shop
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []


def sell(shop: Shop, reference: str = REFERENCE) -> Sale:
    paid = Tendered("wechat", TenderType.EXTERNAL, 1_280, reference)
    sale = shop.sell(paid, goods=(MILK,))
    assert isinstance(sale, Sale), sale
    return sale


def refund(shop: Shop, sale: Sale, *by_provider: str) -> Refund:
    made = shop.use.refund_sale(sale.id, {1: 1_000}, allowed(Permission.REFUND), by_provider)
    assert isinstance(made, Refund), made
    return made


def owed(shop: Shop) -> list[tuple[str, int, str, str]]:
    return [(each.tender, each.amount_minor, each.reference, each.about) for each in shop.use.pay_back.open()]


def test_a_refund_owes_what_came_from_a_provider_until_it_is_back(shop: Shop) -> None:
    made = refund(shop, sell(shop), "wechat")
    shop.reopen()
    assert owed(shop) == [("wechat", 1_280, REFERENCE, made.id)]
    [payback] = shop.use.pay_back.open(made.id)
    assert shop.use.pay_back.open(SaleId("another")) == ()
    shop.use.pay_back.is_back(payback.id)
    shop.use.pay_back.is_back(payback.id)
    assert owed(shop) == []


@pytest.mark.parametrize(("reference", "by_provider"), [("", ("wechat",)), (REFERENCE, ()), (REFERENCE, ("alipay",))])
def test_what_no_provider_took_is_paid_out_as_ever(shop: Shop, reference: str, by_provider: tuple[str, ...]) -> None:
    refund(shop, sell(shop, reference), *by_provider)
    assert owed(shop) == []


def test_a_refused_refund_owes_nothing(shop: Shop) -> None:
    sale = sell(shop)
    assert isinstance(shop.use.refund_sale(sale.id, {1: 9_000}, allowed(Permission.REFUND), {"wechat"}), Refused)
    assert owed(shop) == []


def test_a_manager_says_that_the_customer_has_it_another_way(shop: Shop) -> None:
    refund(shop, sell(shop), "wechat")
    [payback] = shop.use.pay_back.open()
    close = shop.use.pay_back.close
    refused = Refused(Why.NOT_PERMITTED, {"permission": "close_payment"})
    assert close(payback.id, allowed(Permission.CLOSE_PAYMENT)) == refused
    assert close(payback.id, allowed(Permission.CLOSE_PAYMENT, MANAGER.id, " ")) == Refused(Why.REASON_MISSING)
    assert close(payback.id, allowed(Permission.CLOSE_PAYMENT, MANAGER.id)) is None
    assert close(payback.id, allowed(Permission.CLOSE_PAYMENT, MANAGER.id)) is None
    assert owed(shop) == []


def test_a_top_up_undone_goes_back_where_it_came_from(shop: Shop) -> None:
    tendered = [Tendered("wechat", TenderType.EXTERNAL, 10_000, REFERENCE)]
    made = shop.use.top_up_card(TopUpRequest(CASHIER, shop.swipe(LI_CARD), 10_000, tendered, 0))
    assert isinstance(made, TopUp)
    use = shop.use.refund_principal
    assert (use.paid_by(made.id, "wechat"), use.paid_by(made.id, "alipay")) == (REFERENCE, "")
    out = PayOut("wechat", REFERENCE, at_provider=True)
    undone = use.undo(shop.swipe(LI_CARD), made.id, out, allowed(Permission.REFUND_VALUE))
    assert not isinstance(undone, Refused)
    assert owed(shop) == [("wechat", 10_000, REFERENCE, undone.id)]


def test_a_restored_till_knows_what_is_owed(shop: Shop) -> None:
    back_up(shop.data_dir, shop.key, shop.data_dir / "noon.db")
    refund(shop, sell(shop), "wechat")
    left = shop.use.pay_back.open()
    assert isinstance(left[0], Payback)
    shop.store.close()
    restore(shop.data_dir, shop.key, shop.data_dir / "noon.db")
    shop.open()
    assert shop.use.pay_back.open() == left


def test_verify_finds_a_debt_that_was_made_to_vanish(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    shop.use.open_shift(CASHIER, 30_000)
    refund(shop, sell(shop), "wechat")
    with shop.store.unit_of_work() as uow:
        uow.config.put(OPEN_PAYBACKS, "")
        uow.commit()
    shop.store.close()
    found = [finding.what for finding in verify_files(shop.data_dir, shop.key)]
    assert found == ["what is to go back outside the till is not what the events say"]
