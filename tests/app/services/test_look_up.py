"""What a scan, a swipe or a typed word finds, and how clearly it is refused."""

import pytest

from app.domain.codes import gtin_check_digit
from app.domain.errors import Refused, Why
from app.domain.member import MemberView
from app.services.look_up import Choices, FoundProduct, FoundReceipt
from tests.app.services.shop import APPLE, LI_CARD, MILK, ZHANG_CARD, Shop


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


def test_a_full_profile_is_recorded_but_a_swipe_is_not(shop: Shop) -> None:
    view = shop.swipe(LI_CARD)
    before = shop.store.head.seq
    assert view.member is not None
    shop.swipe(LI_CARD)
    assert shop.store.head.seq == before
    shop.use.view_member.full_profile(view.member.id, shop.use.sign_on.operators()[0])
    assert shop.store.head.seq == before + 1
