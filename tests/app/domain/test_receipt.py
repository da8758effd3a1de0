"""Receipts: columns are right in both widths, totals are there, personal data is masked."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.ids import MemberId, SaleId
from app.domain.lease import Take
from app.domain.ledger import POINTS, Lot, Unit
from app.domain.receipt.blocks import Pair
from app.domain.receipt.content import ShopHead, SlipFacts, SlipText, gift_parts, refund_parts, sale_parts
from app.domain.receipt.forms import Form
from app.domain.receipt.layout import lay_out
from app.domain.receipt.page import Page, QrCode, TextLine, clip, display_width, pad, wrap
from app.domain.receipt.template import Parts, compose
from app.domain.receipt.template_file import read_template
from app.domain.sale.facts import Refund
from app.domain.sale.refund import build_refund, refundable
from tests.app.domain.builders import (
    DEMO_PROGRAMME,
    approval,
    basket_of,
    cash,
    leases,
    member_view,
    origin,
    priced,
    product,
    sale_of,
    stored_value,
    weighed,
)

SHOP = ShopHead("小满生活超市", "上海市某某路 100 号", "021-5555 0100", "谢谢惠顾")
FACTS = SlipFacts(
    "2026-11-22 09:30:00",
    "小陈",
    {"slip.value_balance": 37_000, "slip.points_balance": 475},
    {MemberId("m-zhang"): "张三"},
)


def words(language: str) -> dict[str, str]:
    """The words of a language with dotted keys."""
    tables = tomllib.loads(Path(f"resources/words/{language}.toml").read_text(encoding="utf-8"))
    return {f"{t}.{k}": v for t, rows in tables.items() if isinstance(rows, dict) for k, v in rows.items()}


def text(language: str) -> SlipText:
    """How a slip speaks."""
    return SlipText(words(language), language, DEMO_PROGRAMME)


def page_of(form: Form, parts: Parts, columns: int = 48, language: str = "zh_CN", mark: str = "") -> Page:
    """A slip under the product's own template."""
    file = Path(f"resources/receipts/{form.value}.toml").read_text(encoding="utf-8")
    template = read_template(file, form, {each: words(each) for each in ("zh_CN", "en")})
    return lay_out(compose(template, parts, language, mark), columns)


def lines(page: Page) -> list[str]:
    """The text lines of a page."""
    return [element.text for element in page.elements if isinstance(element, TextLine)]


def a_sale_page(columns: int, language: str) -> Page:
    """A receipt with a long name, a weighed item, reasons, card and cash."""
    long_name = product(1, 12_800, name="云南高山有机小粒咖啡豆中度烘焙礼盒装 454 克", member_price_minor=9_990)
    basket = basket_of(long_name, weighed(), member=member_view("gold"))
    result = priced(basket)
    sale = sale_of(result, stored_value(5_000), cash(20_000))
    return page_of(Form.SALE, sale_parts(sale, SHOP, text(language), FACTS), columns, language)


def test_both_languages_have_the_same_words() -> None:
    assert words("zh_CN").keys() == words("en").keys()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("columns", [32, 48])
def test_no_line_is_wider_than_the_paper(columns: int, language: str) -> None:
    for element in a_sale_page(columns, language).elements:
        if isinstance(element, TextLine):
            assert display_width(element.text) * element.scale <= columns, element.text


@pytest.mark.parametrize("columns", [32, 48])
def test_a_receipt_says_what_was_bought_why_and_how_it_was_paid(columns: int) -> None:
    page = a_sale_page(columns, "zh_CN")
    whole = "\n".join(lines(page))
    for part in (
        "销售小票",
        "T01-1-000001",
        "会员价",
        "-28.10",
        "合计",
        "储值卡",
        "现金",
        "找零",
        "本次积分",
        "储值余额",
    ):
        assert part in whole, part
    assert QrCode("MT:T01-1-000001") in page.elements


def test_a_found_receipt_tells_a_stranger_nothing() -> None:
    whole = "\n".join(lines(a_sale_page(48, "zh_CN")))
    assert "张三" not in whole
    assert "880000000013" not in whole
    assert "13800001234" not in whole
    assert "张* ****0013" in whole


def test_who_was_forgotten_has_no_name_on_a_slip() -> None:
    sale = sale_of(priced(basket_of(product(1), member=member_view())), cash(1_000))
    parts = sale_parts(sale, SHOP, text("zh_CN"), replace(FACTS, names={}))
    (member,) = parts["member"]
    assert member == Pair("会员", "****0013")


def test_a_refund_names_the_sale_and_who_allowed_it() -> None:
    sale = sale_of(priced(basket_of(product(1), member=member_view())), cash(1_000))
    refund = build_refund(
        replace(refundable(sale, []), leases=leases()),
        {1: 1_000},
        refund_id=SaleId("r"),
        origin=origin(2),
        approval=approval(),
    )
    assert isinstance(refund, Refund)
    parts = refund_parts(refund, sale, SHOP, text("zh_CN"), FACTS, approved_by="老周")
    whole = "\n".join(lines(page_of(Form.REFUND, parts, mark="* 补打 *")))
    for part in ("退货小票", "补打", "T01-1-000002", "T01-1-000001", "-10.00", "老周", "质量问题", "顾客签名"):
        assert part in whole, part


@pytest.mark.parametrize(("language", "said"), [("zh_CN", "退回积分"), ("en", "Points back")])
def test_a_refund_says_how_many_points_it_has_given_back(language: str, said: str) -> None:
    sale = sale_of(priced(basket_of(product(1), member=member_view())), cash(1_000))
    spent = (
        Take(POINTS, Lot("sale", "2026-01-01"), 200),
        Take(POINTS, Lot("gift"), 50),
        Take(Unit("coupon:x"), Lot("gift"), 1),
    )
    sale = replace(sale, spent=spent)
    left = replace(refundable(sale, []), leases=leases())
    refund = build_refund(left, {1: 1_000}, refund_id=SaleId("r"), origin=origin(2), approval=approval())
    assert isinstance(refund, Refund)
    parts = refund_parts(refund, sale, SHOP, text(language), FACTS, approved_by="老周")
    (line,) = [line for line in lines(page_of(Form.REFUND, parts, language=language)) if said in line]
    assert line.endswith("+250")


def test_a_gift_receipt_has_no_price_anywhere() -> None:
    basket = basket_of(product(1, 12_800, member_price_minor=9_990), weighed(), member=member_view("gold"))
    sale = sale_of(priced(basket), stored_value(5_000), cash(20_000))
    page = page_of(Form.GIFT, gift_parts(sale, SHOP, text("zh_CN"), FACTS), 32)
    whole = "\n".join(lines(page))
    assert sale.lines[0].name in whole
    assert "礼品小票" in whole
    assert not re.search(r"\d\.\d\d\b", whole), whole
    assert "张" not in whole.replace("一张", "")
    assert QrCode("MT:T01-1-000001") in page.elements


def test_width_counts_a_chinese_character_twice() -> None:
    assert display_width("中a￥") == 5
    assert clip("中文字", 5) == "中文"
    assert pad("中", 4) == "中  "
    assert wrap("中文字abc", 4) == ["中文", "字", "abc"] or all(display_width(x) <= 4 for x in wrap("中文字abc", 4))
