"""Slips wait until they are printed, and say so when they are printed again."""

from app.domain.errors import Refused
from app.domain.ids import EventId, MemberId
from app.domain.receipt.page import Page, TextLine
from app.domain.sale.facts import Sale
from app.domain.sale.refund import Refundable
from app.domain.shift import CashDirection
from app.domain.staff import Approval, Permission
from app.ports.store import SlipKind, SlipState
from tests.app.services.shop import CASHIER, MANAGER, SUPERVISOR, ZHANG_CARD, Shop


def text_of(page: Page | None) -> str:
    """All text of a page."""
    assert page is not None
    return "\n".join(element.text for element in page.elements if isinstance(element, TextLine))


def test_a_receipt_waits_across_a_restart_and_is_marked_when_cut_short(open_shop: Shop) -> None:
    sale = open_shop.sell(card=ZHANG_CARD)
    assert isinstance(sale, Sale)
    open_shop.reopen()
    waiting = open_shop.use.print_slips.next()
    assert waiting is not None
    slip, page = waiting
    assert "补打" not in text_of(page)
    assert "小陈" in text_of(page)
    assert "储值余额" in text_of(page)
    open_shop.use.print_slips.mark(slip.id, SlipState.BEGUN)
    again = open_shop.use.print_slips.next()
    assert again is not None
    assert "补打" in text_of(again[1])
    open_shop.use.print_slips.mark(slip.id, SlipState.PRINTED)
    assert open_shop.use.print_slips.next() is None


def test_a_reprint_says_so(open_shop: Shop) -> None:
    sale = open_shop.sell()
    assert isinstance(sale, Sale)
    assert "补打" not in text_of(open_shop.use.print_slips.preview(SlipKind.SALE, sale.id))
    first = open_shop.use.print_slips.next()
    assert first is not None
    open_shop.use.print_slips.drop(first[0].id)
    open_shop.use.print_slips.reprint(SlipKind.SALE, sale.id)
    again = open_shop.use.print_slips.next()
    assert again is not None
    assert "补打" in text_of(again[1])


def test_a_slip_and_a_list_name_who_the_register_knows_and_nobody_who_was_forgotten(open_shop: Shop) -> None:
    sale = open_shop.sell(card=ZHANG_CARD)
    assert isinstance(sale, Sale)
    use = open_shop.use
    assert "张* ****0013" in text_of(use.print_slips.preview(SlipKind.SALE, sale.id))
    assert [each.member_name for each in use.refund_sale.recent()] == ["张三"]
    assert named_at_refund(open_shop, sale) == "张三"
    zhang = open_shop.directory.members[MemberId("m-zhang")]
    approval = Approval(Permission.MERGE_MEMBERS, CASHIER.id, MANAGER.id, "本人要求")
    assert use.change_member.erase(zhang, approval) is None
    shown = text_of(use.print_slips.preview(SlipKind.SALE, sale.id))
    assert "张" not in shown
    assert "****0013" in shown
    assert [each.member_name for each in use.refund_sale.recent()] == [""]
    assert named_at_refund(open_shop, sale) == ""
    with open_shop.store.unit_of_work() as uow:
        event = uow.journal.event(EventId(sale.id))
    assert event is not None
    assert "张三" not in event.payload.decode()


def named_at_refund(shop: Shop, sale: Sale) -> str:
    left = shop.use.refund_sale.find(sale.origin.receipt_number)
    assert isinstance(left, Refundable)
    return left.member_name


def test_a_gift_receipt_waits_like_any_slip_and_has_no_prices(open_shop: Shop) -> None:
    sale = open_shop.sell()
    assert isinstance(sale, Sale)
    open_shop.use.print_slips.gift(sale.id, is_reprint=False)
    page = text_of(open_shop.use.print_slips.page_of(open_shop.use.print_slips.waiting()[-1]))
    assert "礼品小票" in page
    assert sale.lines[0].name in page
    assert "170.80" not in page


def test_x_and_z_reports_have_their_figures(open_shop: Shop) -> None:
    open_shop.sell()
    open_shop.use.print_slips.x_report(SUPERVISOR)
    open_shop.use.close_shift(CASHIER, 36_980)
    texts = {}
    while (waiting := open_shop.use.print_slips.next()) is not None:
        slip, page = waiting
        texts[slip.kind] = text_of(page) if page else ""
        open_shop.use.print_slips.mark(slip.id, SlipState.PRINTED)
    assert "X 报表" in texts[SlipKind.X_REPORT]
    assert "实点现金" not in texts[SlipKind.X_REPORT]
    for part in ("Z 报表", "2026-11-22", "170.80", "370.80", "369.80", "-1.00", "累计总额"):
        assert part in texts[SlipKind.Z_REPORT], part


def test_a_closed_shift_has_a_slip_to_hand_the_drawer_over_with(open_shop: Shop) -> None:
    open_shop.sell()
    why = Approval(Permission.CASH_MOVEMENT, CASHIER.id, SUPERVISOR.id, "换零钱")
    open_shop.use.move_cash(why, CashDirection.PAID_OUT, 5_000)
    closed = open_shop.use.close_shift(CASHIER, 31_980)
    assert not isinstance(closed, Refused)
    open_shop.use.print_slips.shift_slip(closed[0].shift.id, is_reprint=False)
    page = text_of(open_shop.use.print_slips.page_of(open_shop.use.print_slips.waiting()[-1]))
    for part in ("交班单", "2026-11-22", "小陈", "170.80", "取出 换零钱", "-50.00", "319.80", "交班人", "接班人"):
        assert part in page, page
    assert "累计总额" not in page
    assert open_shop.use.name_slips(open_shop.use.print_slips.waiting()[-1:])[
        open_shop.use.print_slips.waiting()[-1].id
    ].number == str(closed[0].shift.number)


def test_the_test_page_shows_what_the_paper_takes(shop: Shop) -> None:
    assert "囍" in text_of(shop.use.print_slips.test_preview())
