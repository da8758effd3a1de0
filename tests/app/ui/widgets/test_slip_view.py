"""A slip on the screen stands in columns, and its codes can be read."""

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.receipt.page import Align, Barcode, Feed, Page, QrCode, RuleLine, TextLine
from app.ports.store import SlipKind
from app.ui.widgets.slip_painter import Grid, paper_height, qr_image
from app.ui.widgets.slip_view import SlipPane, SlipView
from tests.app.ui.memory_shop import TEA, memory_shop


def as_picture(image: QImage) -> Image.Image:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    # Rows are padded to four bytes.
    whole = Image.frombytes("L", (grey.bytesPerLine(), grey.height()), bytes(grey.constBits()))
    return whole.crop((0, 0, grey.width(), grey.height()))


def codes_in(image: QImage) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(as_picture(image))]


def shown(qtbot: QtBot, page: Page | None) -> SlipView:
    view = SlipView(column_px=8)
    qtbot.addWidget(view)
    view.set_page(page)
    return view


def ink_columns(image: QImage, top: int, bottom: int) -> list[int]:
    """The x of every dark pixel between two heights."""
    picture = as_picture(image).crop((0, top, image.width(), bottom))
    width = picture.width
    return sorted({index % width for index, shade in enumerate(picture.tobytes()) if shade < 90})


@pytest.mark.parametrize("columns", [32, 48])
def test_the_codes_on_the_screen_can_be_scanned(qtbot: QtBot, columns: int) -> None:
    page = Page(
        columns, (TextLine("小满生活", Align.CENTRE, scale=2), QrCode("MT:T1-1-000001"), Barcode("T1-1-000001"))
    )
    assert sorted(codes_in(shown(qtbot, page).as_image(4))) == ["MT:T1-1-000001", "T1-1-000001"]


def test_a_qr_code_holds_chinese() -> None:
    image = qr_image("小满生活")
    assert codes_in(image.scaled(image.width() * 6, image.height() * 6)) == ["小满生活"]


def test_figures_end_in_one_column_whatever_stands_before_them(qtbot: QtBot) -> None:
    """A CJK character takes exactly two columns: the last figure of both lines ends at the same place."""
    pages = [Page(32, (TextLine(text),)) for text in (" " * 31 + "8", "原味吐司面包全麦牛乳抹茶红豆吐" + " 8")]
    ends = [ink_columns(image, 0, image.height())[-1] for image in (shown(qtbot, page).as_image(2) for page in pages)]
    assert abs(ends[0] - ends[1]) <= 1


def test_double_size_takes_twice_the_height() -> None:
    grid = Grid(48, 8)
    single, double = (paper_height(Page(48, (TextLine("合计", scale=scale),)), grid) for scale in (1, 2))
    assert double - single == pytest.approx(grid.line)
    assert paper_height(Page(48, (Feed(3), RuleLine())), grid) == pytest.approx(4 * grid.line + 2 * grid.margin)


def test_a_real_receipt_is_shown_whole(qtbot: QtBot) -> None:
    shop = memory_shop()
    shop.open_shift()
    sale = shop.sell((TEA, 2000))
    page = shop.use_cases.print_slips.preview(SlipKind.SALE, sale.id)
    view = shown(qtbot, page)
    assert view.sizeHint().height() >= paper_height(page, Grid(page.columns, 8))
    assert codes_in(view.as_image(3)) == [f"MT:{sale.origin.receipt_number}"]
    assert "冷泡乌龙茶" in view.accessibleName()


def test_nothing_to_show(qtbot: QtBot) -> None:
    view = shown(qtbot, None)
    assert view.page() is None
    assert not codes_in(view.as_image())


def test_the_pane_keeps_its_width_and_starts_at_the_top(qtbot: QtBot) -> None:
    pane = SlipPane(column_px=6)
    qtbot.addWidget(pane)
    pane.resize(pane.minimumWidth(), 200)
    pane.show()
    pane.set_page(Page(48, (Feed(60),)))
    pane.verticalScrollBar().setValue(90)
    pane.set_page(Page(48, (Feed(61),)))
    assert pane.verticalScrollBar().value() == 0
    assert pane.horizontalScrollBar().maximum() == 0
