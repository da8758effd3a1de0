"""What a scan, a swipe or a typed word finds, and how clearly it is refused."""

from dataclasses import replace

import pytest

from app.domain.catalogue import Measure, Product
from app.domain.codes import gtin_check_digit
from app.domain.errors import Refused, Why
from app.domain.ids import ProductId
from app.domain.member import MemberView
from app.services.look_up import Choices, FoundProduct, FoundReceipt
from app.settings import CardRuleSettings, ShopSettings
from tests.app.services.shop import APPLE, LI_CARD, MANAGER, MILK, ZHANG_CARD, Shop


def label(prefix: str, value: int) -> str:
    """A scale's label for apples."""
    body = f"{prefix}{APPLE.plu}{value:05d}"
    return body + gtin_check_digit(body)


def test_goods_by_code_and_by_label(shop: Shop) -> None:
    assert shop.use.look_up(MILK.gtin) == FoundProduct(MILK)
    assert shop.use.look_up(label("20", 1_250)) == FoundProduct(APPLE, 1_250)
    assert shop.use.look_up(label("21", 799)) == FoundProduct(APPLE, 500, 799)


def test_a_member_by_card_phone_and_initials(shop: Shop) -> None:
    view = shop.use.look_up(f";{ZHANG_CARD}?")
    assert isinstance(view, MemberView)
    assert view.member is not None
    for typed in ("13800001234", "1234", "张三", "zs", "zhangsan"):
        found = shop.use.look_up(typed)
        assert isinstance(found, Choices), typed
        assert [member.name for member in found.members] == ["张三"]


def test_goods_that_fit_hide_no_member(shop: Shop) -> None:
    with shop.store.unit_of_work() as uow:
        uow.products.replace_all([replace(MILK, initials="zsnn")], version=2)
        uow.commit()
    found = shop.use.look_up("zs")
    assert isinstance(found, Choices)
    assert [product.id for product in found.products] == [MILK.id]
    assert [member.name for member in found.members] == ["张三"]


def test_a_receipt_leads_to_its_refund(shop: Shop) -> None:
    assert shop.use.look_up("MT:T01-1-000001") == FoundReceipt("T01-1-000001")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("6909999999996", Why.CODE_UNKNOWN),
        ("6901234567893", Why.CODE_CHECK_DIGIT),
        ("889999999994", Why.CARD_UNKNOWN),
        ("%B4111111111111111^ZHANG/SAN^29121011234?", Why.BANK_CARD),
        (";8812?;", Why.CARD_UNREADABLE),
        (label("20", 0), Why.QUANTITY_OUT_OF_RANGE),
        ("xyzzy", Why.CODE_UNKNOWN),
    ],
)
def test_refusals_say_why(shop: Shop, text: str, why: Why) -> None:
    outcome = shop.use.look_up(text)
    assert isinstance(outcome, Refused), outcome
    assert outcome.why is why


def test_a_label_with_batch_and_dates_leaves_a_note(shop: Shop) -> None:
    fresh = f"]C101{MILK.gtin.zfill(14)}10A-7\x1d17261231"
    assert shop.use.look_up(fresh) == FoundProduct(MILK, note="(10)A-7 (17)2026-12-31")
    today = f"(01){MILK.gtin.zfill(14)}(15)261122"
    assert shop.use.look_up(today) == FoundProduct(MILK, note="(15)2026-11-22")


def test_what_is_past_its_date_is_marked_or_refused_as_the_shop_has_set(shop: Shop) -> None:
    stale = f"https://id.example.com/01/{MILK.gtin}?15=261101&17=261121"
    note = "(15)2026-11-01 (17)2026-11-21"
    assert shop.use.look_up(stale) == FoundProduct(MILK, note=note, past_since="2026-11-01")
    shop.use.change_settings(MANAGER, ShopSettings(past_dates="refuse"))
    refused = shop.use.look_up(stale)
    assert refused == Refused(Why.PAST_DATE, {"name": MILK.name, "day": "2026-11-01"})


def test_weight_price_and_count_of_a_label(shop: Shop) -> None:
    ham = Product(ProductId("p9"), "火腿", 10_000, Measure.KILOGRAM, gtin="96901234567895")
    with shop.store.unit_of_work() as uow:
        uow.products.replace_all([MILK, ham], 2)
        uow.commit()
    assert shop.use.look_up(f"]e001{ham.gtin}3103001250") == FoundProduct(ham, 1_250)
    assert shop.use.look_up(f"]e001{ham.gtin}31030012503922999") == FoundProduct(ham, 1_250, 999)
    assert shop.use.look_up(f"]e001{ham.gtin}39225000") == FoundProduct(ham, 500, 5_000)
    assert shop.use.look_up(f"]e001{ham.gtin}3103000000") == Refused(Why.QUANTITY_OUT_OF_RANGE)
    milk = MILK.gtin.zfill(14)
    assert shop.use.look_up(f"]C101{milk}306") == FoundProduct(MILK, 6_000)
    assert shop.use.look_up(f"]C101{milk}3103000950") == FoundProduct(MILK)


def test_new_code_rules_count_at_once(shop: Shop) -> None:
    assert isinstance(shop.use.look_up("770000000013"), Refused)
    rule = CardRuleSettings(prefix="77", length=12, luhn=False)
    shop.use.change_settings(MANAGER, ShopSettings(cards=(rule,)))
    assert shop.use.look_up("770000000013") == Refused(Why.CARD_UNKNOWN)


def test_a_full_profile_is_recorded_but_a_swipe_is_not(shop: Shop) -> None:
    view = shop.swipe(LI_CARD)
    before = shop.store.head.seq
    assert view.member is not None
    shop.swipe(LI_CARD)
    assert shop.store.head.seq == before
    shop.use.view_member.full_profile(view.member.id, shop.use.sign_on.operators()[0])
    assert shop.store.head.seq == before + 1
