"""A slip of each form with everything on it, for the person who arranges a template: names and figures are made up."""

from app.domain.ids import OperatorId
from app.domain.money import format_minor
from app.domain.programme.explain import Words
from app.domain.receipt.blocks import Block, Centred, Code, Divider, Item, ItemHead, Pair
from app.domain.receipt.content import (
    ShopHead,
    SlipFacts,
    code_parts,
    footer_part,
    head_parts,
    item_head,
    origin_part,
    signature_part,
)
from app.domain.receipt.forms import Form
from app.domain.receipt.reports import Section, report_parts, shift_parts, trial_parts
from app.domain.receipt.service import left_part
from app.domain.receipt.template import Parts
from app.domain.shift import CashDirection, CashMovement

_NUMBER, _OPENED, _TIME = "T01-1-000042", "2026-03-06 08:55:00", "2026-03-06 15:20:00"
_MOVEMENTS = (
    CashMovement(CashDirection.PAID_IN, 20_000, OperatorId("chen"), "换零钱"),
    CashMovement(CashDirection.PAID_OUT, 50_000, OperatorId("chen"), "营业款送银行"),
)
_REPORT_TITLES = {Form.X_REPORT: "report.x", Form.Z_REPORT: "report.z"}


def sample_parts(form: Form, shop: ShopHead, words: Words) -> Parts:
    """Every part that `form` offers, none of them empty."""
    facts = SlipFacts(_TIME, "林小满", {})
    if form in _REPORT_TITLES:
        return report_parts(shop, words[_REPORT_TITLES[form]], _sections(words, is_closed=form is Form.Z_REPORT))
    if form is Form.SHIFT:
        return shift_parts(shop, words, _sections(words, is_closed=True), _MOVEMENTS)
    if form is Form.TEST:
        return trial_parts(shop, words, facts)
    common = {
        **head_parts(shop, words[f"slip.{form.value}"]),
        "origin": origin_part(_NUMBER, facts, words),
        **code_parts(_NUMBER),
        "footer": footer_part(shop, words),
    }
    return {**common, **_OWN[form](words)}


def _sale(words: Words) -> Parts:
    return {
        "member": [Pair(words["slip.member"], "张* ****0013")],
        "items": (
            *item_head(words),
            Item("原味吐司 450g", "2", "12.80", "25.60", ((words["reason.member_price"], "-4.00"),)),
            Item("云南高山有机小粒咖啡豆中度烘焙礼盒装 454 克", "1", "128.00", "128.00"),
            Item("洛川苹果", "0.525", "13.80", "7.25"),
        ),
        "count": [Pair(words["slip.count"].format(count=4), format_minor(16_085))],
        "saving": [Pair(words["slip.saving"], format_minor(-400))],
        "total": [Pair(words["slip.total"], format_minor(15_685), strong=True)],
        "tenders": [_money(words, "slip.value_balance", 10_000), _money(words, "slip.paid", 6_000)],
        "change": [_money(words, "slip.change", 315)],
        "taxes": [Pair(words["slip.tax"].format(rate=13), format_minor(1_720))],
        "points": [Pair(words["slip.points"], "+156")],
        "balances": [_money(words, "slip.value_balance", 27_000), Pair(words["slip.points_balance"], "631")],
    }


def _gift(words: Words) -> Parts:
    goods = (Item("原味吐司 450g", "", "", "2"), Item("云南高山有机小粒咖啡豆中度烘焙礼盒装 454 克", "", "", "1"))
    return {"items": (ItemHead(words["slip.item"], "", "", words["slip.quantity"]), Divider(), *goods)}


def _refund(words: Words) -> Parts:
    return {
        "refund_of": [Pair(words["slip.refund_of"], "T01-1-000040")],
        "items": (*item_head(words), Item("原味吐司 450g", "-1", "12.80", "-10.80")),
        "total": [Pair(words["slip.refund_total"], format_minor(1_080), strong=True)],
        "tenders": [_money(words, "slip.value_balance", 1_080)],
        "points": [
            Pair(words["slip.points_again"], "+200"),
            Pair(words["slip.points_back"], "-10"),
            Pair(words["slip.points_owed"], "2"),
        ],
        "balances": [_money(words, "slip.value_balance", 28_080), Pair(words["slip.points_balance"], "821")],
        "approval": [Pair(words["slip.approved_by"], "陈静"), Pair(words["slip.reason"], "不新鲜")],
        "signature": signature_part(words),
    }


def _value(words: Words) -> Parts:
    return {
        "member": [Pair(words["slip.member"], "张* ****0013")],
        "total": [Pair(words["slip.topped_up"], format_minor(50_000), strong=True)],
        "credits": [_money(words, "slip.principal", 50_000), _money(words, "slip.bonus", 5_000)],
        "tenders": [_money(words, "slip.paid", 50_000)],
        "change": [_money(words, "slip.change", 5_000)],
        "balances": [_money(words, "slip.value_balance", 83_080)],
        "notes": (Centred(words["slip.principal_for_ever"]), Centred(words["slip.principal_refundable"])),
        "approval": [Pair(words["slip.approved_by"], "陈静"), Pair(words["slip.reason"], "顾客退卡")],
        "signature": signature_part(words),
        "proof": (Centred(words["slip.proof"]), Code("MTU1.eJyLVjI0MlbSUTLUUTI0MjIBAA")),
    }


def _service(words: Words) -> Parts:
    return {
        "title": (Centred(words["slip.pass_sale"], bold=True),),
        "member": [Pair(words["slip.member"], "张* ****0013")],
        "service": (Centred("咖啡十次卡", bold=True),),
        "points": [Pair(words["slip.points_used"], "-100")],
        "left": left_part(10, "2026-09-05", words),
        "total": [Pair(words["slip.total"], format_minor(12_800), strong=True)],
        "tenders": [_money(words, "slip.paid", 13_000)],
        "change": [_money(words, "slip.change", 200)],
        "balances": [_money(words, "slip.value_balance", 83_080), Pair(words["slip.points_balance"], "531")],
        "approval": [Pair(words["slip.approved_by"], "陈静"), Pair(words["slip.reason"], "顾客搬家")],
        "signature": signature_part(words),
    }


_OWN = {Form.SALE: _sale, Form.GIFT: _gift, Form.REFUND: _refund, Form.VALUE: _value, Form.SERVICE: _service}


def _sections(words: Words, *, is_closed: bool) -> tuple[Section, ...]:
    """The day of a shift that is going on, or of one that has been closed, 1.00 short."""
    opened = [
        (words["slip.till"], "T01"),
        (words["report.number"], "12"),
        (words["report.opened"], f"{_OPENED} 林小满"),
    ]
    drawer = [
        (words["report.float"], "300.00"),
        (words["report.cash_sales"], "860.00"),
        (words["report.paid_in"], "200.00"),
        (words["report.paid_out"], "-500.00"),
        (words["report.expected"], "860.00"),
    ]
    closed = [(words["report.closed"], f"{_TIME} 陈静")] if is_closed else []
    counted = [(words["report.counted"], "859.00"), (words["report.over_short"], "-1.00")] if is_closed else []
    return (
        ("", [*opened, *closed]),
        (
            words["report.sales"],
            [
                (words["report.sales"], "1000.00"),
                (words["report.refunds"], "-20.00"),
                (words["report.net"], "980.00"),
                (words["report.saving"], "35.00"),
            ],
        ),
        (words["report.tenders"], [(words["slip.value_balance"], "120.00"), (words["slip.paid"], "860.00")]),
        (words["report.taxes"], [(f"13% {words['report.gross']} 980.00", "112.74")]),
        (
            words["report.value"],
            [
                (words["report.top_ups"], "500.00"),
                (words["report.principal_refunds"], "-50.00"),
                (words["report.transfers"], "20.00"),
            ],
        ),
        (words["report.drawer"], [*drawer, *counted]),
        ("", [(words["report.perpetual"], "1234567.89")]),
    )


def _money(words: Words, key: str, amount_minor: int) -> Block:
    return Pair(words[key], format_minor(amount_minor))
