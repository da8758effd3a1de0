"""A template's preview: what the shop wrote, at once, with what is wrong in it."""

from app.domain.receipt.forms import Form
from app.domain.receipt.page import TextLine
from tests.app.services.shop import Shop


def test_a_preview_shows_the_template_in_force_on_either_paper(shop: Shop) -> None:
    preview = shop.use.preview_slip
    assert (preview(Form.SALE).page.columns, preview(Form.SALE, 32).page.columns) == (48, 32)
    assert not preview(Form.GIFT).source.is_shops


def test_what_the_shop_writes_shows_at_once_and_a_mistake_beside_the_last_good_one(shop: Shop) -> None:
    path = shop.use.preview_slip.make_own(Form.SALE)
    path.write_text('slip = ["title", { zh_CN = "七日内凭小票退换" }]', "utf-8")
    assert TextLine("七日内凭小票退换").text in [
        element.text for element in shop.use.preview_slip(Form.SALE).page.elements if isinstance(element, TextLine)
    ]
    path.write_text('slip = ["titel"]', "utf-8")
    preview = shop.use.preview_slip(Form.SALE)
    assert [(fault.line, fault.found) for fault in preview.source.faults] == [(1, "titel")]
    assert len(preview.page.elements) == 2


def test_a_real_slip_follows_the_shops_template(open_shop: Shop) -> None:
    open_shop.sell()
    open_shop.use.preview_slip.make_own(Form.SALE).write_text('slip = ["total"]\n[words.zh_CN.slip]\ntotal = "应收"\n')
    waiting = open_shop.use.print_slips.next()
    assert waiting is not None
    assert waiting[1] is not None
    (line,) = waiting[1].elements
    assert isinstance(line, TextLine)
    assert line.text.startswith("应收")
