"""The page of slips: the preview follows the file, mistakes are named with their lines, the logo is chosen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.domain.receipt.forms import Form
from app.domain.receipt.page import Page, Picture, TextLine
from app.domain.receipt.template_file import Problem, TemplateFault
from app.ports.device_bench import LogoTrouble
from app.ports.templates import TemplateSource
from app.services.preview_slip import SlipPreview
from app.ui.settings.receipts_page import ReceiptsPage
from app.ui.settings.screen import SettingsScreen
from app.ui.settings.template_words import fault_words, form_name, logo_words
from app.ui.widgets.slip_view import SlipPane
from app.ui.widgets.text import Text
from tests.app.ui.memory_bench import MemoryBench
from tests.app.ui.memory_shop import memory_shop
from tests.app.ui.memory_stage import Key, Stage

PAGE = Page(48, (TextLine("a"),))
FILE = Path("/shop/receipts/sale.toml")


def texts(page: ReceiptsPage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if not text.isHidden())


@pytest.fixture
def page(qtbot: QtBot) -> ReceiptsPage:
    made = ReceiptsPage(choose_file=lambda: Path("logo.png"), open_file=lambda _: None)
    qtbot.addWidget(made)
    return made


def preview(form: Form = Form.SALE, source: TemplateSource | None = None) -> SlipPreview:
    return SlipPreview(form, PAGE, source or TemplateSource(FILE, is_shops=False))


def test_the_preview_is_looked_at_again_and_again_while_the_page_is_seen(page: ReceiptsPage, qtbot: QtBot) -> None:
    looks = list[tuple[object, int]]()
    page.look_wanted.connect(lambda form, columns: looks.append((form, columns)))
    page.show()
    qtbot.waitUntil(lambda: len(looks) >= 2, timeout=4_000)
    assert set(looks) == {(Form.SALE, 48)}
    page.hide()
    seen = len(looks)
    qtbot.wait(1_300)
    assert len(looks) == seen


def test_a_preview_of_a_form_that_was_left_is_not_shown(page: ReceiptsPage) -> None:
    pane = page.findChild(SlipPane)
    assert pane is not None
    page.show_preview(preview(Form.REFUND))
    assert pane.page() is None
    page.show_preview(preview())
    assert pane.page() == PAGE


def test_mistakes_are_named_with_their_lines_and_the_file(page: ReceiptsPage) -> None:
    fault = TemplateFault(3, Problem.UNKNOWN_PART, "shp", ("shop", "title"))
    page.show_preview(preview(source=TemplateSource(FILE, is_shops=True, faults=(fault,))))
    said = texts(page)
    for part in (str(FILE), "Line 3", "shp", "shop, title", "as before"):
        assert part in said, part


def test_a_logo_is_chosen_taken_away_and_refused(page: ReceiptsPage) -> None:
    wanted = list[Path | None]()
    page.logo_wanted.connect(wanted.append)
    page._logo.click()
    page._no_logo.click()
    assert wanted == [Path("logo.png"), None]
    page.show_logo(LogoTrouble.TOO_BIG)
    assert "5 MB" in texts(page)
    page.show_logo(None)
    assert "5 MB" not in texts(page)


def test_every_form_problem_and_trouble_has_words() -> None:
    assert all(form_name(form) for form in Form)
    assert all("Line 2" in fault_words(TemplateFault(2, problem, "x", ("y",))) for problem in Problem)
    assert all(logo_words(trouble) for trouble in LogoTrouble)


def test_the_shops_samples_on_both_papers(qtbot: QtBot) -> None:
    shop, bench = memory_shop(), MemoryBench()
    stage = Stage(qtbot, shop)
    screen = SettingsScreen(shop.use_cases, stage.tasks, stage.session, bench)
    stage.put(screen)
    stage.press(Key.Key_F9)
    page = screen.findChild(ReceiptsPage)
    assert page is not None
    pane, forms = page.findChild(SlipPane), page.findChild(QComboBox)
    assert pane is not None
    assert forms is not None
    qtbot.waitUntil(lambda: pane.page() is not None)
    for index in range(forms.count()):
        forms.setCurrentIndex(index)
        stage.settle()
        shown = pane.page()
        assert shown is not None
        assert shown.columns == 48
        assert "小满生活" in [element.text for element in shown.elements if isinstance(element, TextLine)]


def test_a_logo_on_screen_is_as_black_as_it_is_printed(qtbot: QtBot) -> None:
    from app.ui.widgets.slip_view import SlipView

    view = SlipView(column_px=12)
    qtbot.addWidget(view)
    view.set_page(Page(48, (Picture(576, 100, b"\xff" * 72 * 50 + b"\x00" * 72 * 50),)))
    image = view.as_image(scale=1)
    middle = image.width() // 2
    column = [image.pixelColor(middle, y).lightness() for y in range(image.height())]
    assert 45 <= sum(light < 80 for light in column) <= 55
