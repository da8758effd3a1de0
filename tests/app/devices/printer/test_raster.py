"""Lines, codes and bars as images."""

import pytest
import zxingcpp
from PIL import Image

from app.devices.printer.code128 import code128
from app.devices.printer.fonts import FontFace, find_cjk_font
from app.devices.printer.raster import bars_image, draw_line, qr_image
from app.domain.receipt.page import Align, TextLine

COLUMNS, DOTS = 32, 384


@pytest.fixture(scope="module")
def face() -> FontFace:
    found = find_cjk_font()
    if found is None:
        pytest.skip("no Chinese font is installed")
    return found


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around the black dots."""
    box = image.getbbox()
    assert box is not None
    return box


def on_paper(image: Image.Image) -> Image.Image:
    """Black on white, with a margin."""
    paper = Image.new("L", (image.width + 80, image.height + 80), 255)
    paper.paste(0, (40, 40), image)
    return paper


def test_characters_stand_on_the_printers_grid(face: FontFace) -> None:
    both = draw_line(TextLine("漢字"), face, COLUMNS, DOTS)
    assert both.size == (DOTS, 30)
    assert ink(both)[2] <= 48
    second = draw_line(TextLine("  字"), face, COLUMNS, DOTS)
    assert both.crop((24, 0, 48, 30)).tobytes() == second.crop((24, 0, 48, 30)).tobytes()


def test_alignment(face: FontFace) -> None:
    right = ink(draw_line(TextLine("漢", Align.RIGHT), face, COLUMNS, DOTS))
    centre = ink(draw_line(TextLine("漢", Align.CENTRE), face, COLUMNS, DOTS))
    assert right[0] >= DOTS - 24
    assert centre[0] >= DOTS // 2 - 12
    assert centre[2] <= DOTS // 2 + 12


def test_bold_is_blacker_and_double_size_is_twice_as_tall(face: FontFace) -> None:
    def black(line: TextLine) -> int:
        return draw_line(line, face, COLUMNS, DOTS).convert("L").histogram()[255]

    assert black(TextLine("漢", bold=True)) > black(TextLine("漢"))
    assert draw_line(TextLine("漢", scale=2), face, COLUMNS, DOTS).height == 60


@pytest.mark.parametrize("data", ["https://m.example.com/r/42", "会员 0012345", "x" * 700])
@pytest.mark.parametrize("dots", [384, 576])
def test_a_qr_code_reads_back(data: str, dots: int) -> None:
    image = qr_image(data, dots)
    assert image.width == dots
    assert [code.text for code in zxingcpp.read_barcodes(on_paper(image))] == [data]


@pytest.mark.parametrize("data", ["T01-000042", "20260101000042"])
def test_bars_read_back(data: str) -> None:
    image = bars_image(code128(data).bars, DOTS, 64)
    codes = zxingcpp.read_barcodes(on_paper(image))
    assert [(code.text, code.format) for code in codes] == [(data, zxingcpp.BarcodeFormat.Code128)]
