"""Without a line another till's sale is not refunded; a manager may have an advance paid on it, up to the cap."""

from dataclasses import replace

from app.domain.errors import Refused, Why
from app.domain.sale.body import sale_to_body
from app.domain.sale.facts import Refund, Sale
from app.domain.shift import CashDirection, CashMovement
from app.services.change_settings import CONFIG_NAME
from app.settings import LeaseSettings, ShopSettings
from app.storage.verify.run import verify_files
from tests.app.services.shop import SUPERVISOR, TILL, Shop
from tests.app.services.test_refund_elsewhere import RISKED, net_of, sold_elsewhere

FAR = "T09-1-000042"


def capped_at(shop: Shop, amount_minor: int) -> None:
    with shop.store.unit_of_work() as uow:
        settings = ShopSettings(leases=LeaseSettings(refund_at_risk_minor=amount_minor))
        uow.config.put(CONFIG_NAME, settings.model_dump_json())
        uow.commit()


def test_it_leaves_the_drawer_on_record_with_receipt_goods_and_both_persons(open_shop: Shop) -> None:
    paid = open_shop.use.advance_refund(RISKED, " t09-1-000042 ", "2 × 茶", 3_000)
    assert paid == CashMovement(CashDirection.PAID_OUT, 3_000, RISKED.operator, "2 × 茶: 那台机器关了", FAR)
    open_shop.reopen()
    with open_shop.store.unit_of_work() as uow:
        shift = uow.shifts.current()
        assert shift is not None
        assert uow.shifts.movements(shift.id) == [paid]
        assert uow.shifts.advanced_on(FAR) == 3_000
    assert verify_files(open_shop.data_dir, open_shop.key) == []


def test_the_cap_is_over_all_that_was_paid_on_one_receipt(open_shop: Shop) -> None:
    capped_at(open_shop, 5_000)
    use = open_shop.use
    assert use.advance_refund.most() == 5_000
    assert isinstance(use.advance_refund(RISKED, FAR, "茶", 3_000), CashMovement)
    assert use.advance_refund(RISKED, FAR, "茶", 2_001) == Refused(Why.REFUND_CAPPED, {"amount_minor": 5_000})
    assert isinstance(use.advance_refund(RISKED, "T09-1-000043", "茶", 5_000), CashMovement)


def test_one_receipt_typed_in_other_ways_is_one_receipt(open_shop: Shop) -> None:
    capped_at(open_shop, 5_000)
    pay = open_shop.use.advance_refund
    assert isinstance(pay(RISKED, "t09-01-42", "茶", 3_000), CashMovement)
    assert [pay.paid_on(typed) for typed in (FAR, " t09-1-42", "T09-1-43", "42")] == [3_000, 3_000, 0, 0]
    for typed in (FAR, "T09-1-42", "T09-1-0000042", "T09-001-000042"):
        assert pay(RISKED, typed, "茶", 2_001) == Refused(Why.REFUND_CAPPED, {"amount_minor": 5_000})
    assert pay(RISKED, "T09-1-００００４２", "茶", 2_001) == Refused(Why.SALE_UNKNOWN)


def test_an_advance_counts_when_the_sale_is_refunded_at_risk(open_shop: Shop) -> None:
    shop, sale = open_shop, sold_elsewhere(open_shop)
    line = min(sale.lines, key=net_of)
    capped_at(shop, line.net_minor + 100)
    assert isinstance(shop.use.advance_refund(RISKED, sale.origin.receipt_number, "茶", 101), CashMovement)
    shop.use.refund_sale.take_over(sale_to_body(sale), [])
    capped = shop.use.refund_sale(sale.id, {line.number: 1_000}, RISKED)
    assert capped == Refused(Why.REFUND_CAPPED, {"amount_minor": line.net_minor + 100})
    capped_at(shop, line.net_minor + 101)
    assert isinstance(shop.use.refund_sale(sale.id, {line.number: 1_000}, RISKED), Refund)


def test_what_is_known_here_is_refunded_and_no_advance_is_paid_on_it(open_shop: Shop) -> None:
    shop, far = open_shop, sold_elsewhere(open_shop)
    shop.use.refund_sale.take_over(sale_to_body(far), [])
    own = shop.sell()
    assert isinstance(own, Sale)
    for number in (far.origin.receipt_number, own.origin.receipt_number):
        refused = shop.use.advance_refund(RISKED, number.lower(), "茶", 100)
        assert refused == Refused(Why.REFUND_KNOWN_HERE, {"receipt": number})


def test_whoever_may_not_or_says_too_little_pays_nothing(open_shop: Shop) -> None:
    pay = open_shop.use.advance_refund
    refused = [
        pay(replace(RISKED, approved_by=SUPERVISOR.id), FAR, "茶", 100),
        pay(RISKED, FAR, " ", 100),
        pay(RISKED, FAR, "茶", 0),
        pay(RISKED, f"{TILL}-1-000001", "茶", 100),
        pay(RISKED, "000042", "茶", 100),
    ]
    whys = [each.why for each in refused if isinstance(each, Refused)]
    assert whys == [
        Why.NOT_PERMITTED,
        Why.REASON_MISSING,
        Why.AMOUNT_NOT_POSITIVE,
        Why.SALE_UNKNOWN,
        Why.SALE_UNKNOWN,
    ]
