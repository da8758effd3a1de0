"""The encoder: its bytes as agreed, and what an independent interpreter makes of them."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp

from app.devices.printer.escpos_slip import EscposSlip
from app.devices.printer.fonts import FontFace, find_cjk_font
from app.devices.printer.simulator.drawing import draw_slip
from app.devices.printer.simulator.slip import ImageBand, Slip, TextBand
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.domain.receipt.page import Align, Barcode, Beep, Element, Feed, Page, Picture, QrCode, RuleLine, TextLine
from app.ports.printer import PrinterProfile
from tests.app.devices.printer.pages import LINK, NUMBER, lines_of, receipt

Encoders = Callable[[str], EscposSlip]

GOLDEN = Path(__file__).with_name("golden")


def readable(data: bytes) -> str:
    """Bytes as text that can be compared line by line."""
    return data.decode("latin-1").encode("unicode_escape").decode("ascii").replace("\\n", "\\n\n") + "\n"


def printed(data: bytes, columns: int, encoding: str = "gb18030") -> Slip:
    """The slip that comes out of a strict printer."""
    printer = VirtualPrinter(columns, encoding=encoding)
    printer.receive(data)
    printer.end_job()
    assert printer.complaints == []
    (slip,) = printer.slips
    return slip


def page(*elements: Element, columns: int = 32) -> Page:
    return Page(columns, elements)


@pytest.mark.parametrize("profile", ["generic-58", "generic-80"])
def test_the_bytes_are_as_agreed(profile: str, encoder: Encoders, profiles: dict[str, PrinterProfile]) -> None:
    # To renew after a wanted change: MEMBERTILL_RENEW_GOLDEN=1, then read the difference.
    data = encoder(profile).encode(receipt(profiles[profile].columns), kick_drawer=True)
    golden = GOLDEN / f"{profile}.txt"
    if os.environ.get("MEMBERTILL_RENEW_GOLDEN"):
        golden.write_text(readable(data), "ascii")
    assert readable(data) == golden.read_text("ascii")


@pytest.mark.parametrize("profile", ["generic-58", "generic-80"])
def test_a_printer_prints_what_the_page_says(
    profile: str, encoder: Encoders, profiles: dict[str, PrinterProfile]
) -> None:
    model = profiles[profile]
    slip = printed(encoder(profile).encode(receipt(model.columns), kick_drawer=True), model.columns)
    assert slip.lines == lines_of(receipt(model.columns))
    assert (slip.qr_codes, slip.barcodes) == ((LINK,), (NUMBER,))
    assert (slip.drawer_kicks, slip.is_cut) == (1, model.can_cut)


@pytest.mark.parametrize("profile", ["generic-58", "generic-80", "raster-58", "raster-80"])
def test_codes_read_back_from_the_paper(profile: str, encoder: Encoders, profiles: dict[str, PrinterProfile]) -> None:
    columns = profiles[profile].columns
    slip = printed(encoder(profile).encode(receipt(columns)), columns)
    read = {code.format: code.text for code in zxingcpp.read_barcodes(draw_slip(slip))}
    assert read == {zxingcpp.BarcodeFormat.QRCode: LINK, zxingcpp.BarcodeFormat.Code128: NUMBER}


def test_the_drawer_opens_only_when_asked_and_before_the_slip(encoder: Encoders) -> None:
    pulse = encoder("generic-80").drawer_kick()
    assert pulse.startswith(b"\x1bp\x00")
    kicked = encoder("generic-80").encode(page(TextLine("x")), kick_drawer=True)
    assert kicked.index(pulse) < kicked.index(b"x")
    assert pulse not in encoder("generic-80").encode(page(TextLine("x")))


def test_text_around_chinese_is_in_its_line_and_modes_are_taken_back(encoder: Encoders) -> None:
    lines = page(TextLine("合计", bold=True, scale=2, align=Align.RIGHT), TextLine("plain"))
    slip = printed(encoder("generic-58").encode(lines), 32)
    assert slip.lines == ["合计", "plain"]
    big, plain = (band for band in slip.bands if isinstance(band, TextBand))
    assert {(glyph.x_scale, glyph.y_scale, glyph.is_bold) for glyph in big.glyphs} == {(2, 2, True)}
    assert {(glyph.x_scale, glyph.y_scale, glyph.is_bold) for glyph in plain.glyphs} == {(1, 1, False)}
    assert (big.left, plain.left) == (384 - 96, 0)


@pytest.mark.parametrize("text", ["𠮷野家", "한국 김치", "Crème ñ", "ｱｲｳ", "ไทย", "😀 半价"])
def test_what_the_font_lacks_is_drawn_and_never_a_question_mark(text: str, encoder: Encoders) -> None:
    slip = printed(encoder("generic-58").encode(page(TextLine(text), TextLine("end"))), 32)
    assert (slip.lines, slip.images) == (["end"], 1)


def test_a_gb2312_printer_gets_rare_characters_as_images(profiles: dict[str, PrinterProfile], tmp_path: Path) -> None:
    old = PrinterProfile("old", 32, 384, "gb2312", False, True, True, False)
    data = EscposSlip(old, tmp_path).encode(page(TextLine("双喜"), TextLine("囍"), TextLine("〇")))
    slip = printed(data, 32, encoding="gb2312")
    assert (slip.lines, slip.images) == (["双喜"], 2)


def test_a_taiwan_printer_gets_big5(tmp_path: Path) -> None:
    profile = PrinterProfile("tw", 32, 384, "cp950", True, True, True, False)
    slip = printed(EscposSlip(profile, tmp_path).encode(page(TextLine("歡迎光臨 ￥"), TextLine("欢迎"))), 32, "cp950")
    assert (slip.lines, slip.images) == (["歡迎光臨 ￥"], 1)


def test_a_printer_without_chinese_gets_plain_lines_as_text(encoder: Encoders) -> None:
    slip = printed(encoder("raster-58").encode(page(TextLine("合计"), TextLine("12.00"), RuleLine())), 32)
    assert (slip.lines, slip.images) == (["12.00", "-" * 32], 1)


def test_a_page_cannot_command_the_printer(encoder: Encoders) -> None:
    data = encoder("generic-80").encode(page(TextLine("tea\x1bp\x00\x19\x19 \n\x1dV\x00茶\x1c.")))
    slip = printed(data, 48)
    assert slip.drawer_kicks == 0
    assert slip.lines == ["tea p" + " " * 6 + "V 茶 ."]


def test_a_line_too_long_is_clipped_and_not_wrapped(encoder: Encoders) -> None:
    slip = printed(encoder("generic-58").encode(page(TextLine("宽" * 20), TextLine("9" * 20, scale=2))), 32)
    assert slip.lines == ["宽" * 16, "9" * 16]


def test_rules_of_wide_characters_fill_the_line(encoder: Encoders) -> None:
    slip = printed(encoder("generic-58").encode(page(RuleLine("─"), RuleLine("*"))), 32)
    assert slip.lines == ["─" * 16, "*" * 32]


def test_bars_too_wide_for_the_paper_become_a_qr_code(encoder: Encoders) -> None:
    number = "T01-20260101-000042-REFUND"
    slip = printed(encoder("generic-58").encode(page(Barcode(number))), 32)
    assert (slip.barcodes, slip.qr_codes, slip.lines) == ((), (number,), [number])


def test_a_qr_code_with_much_in_it_still_fits(encoder: Encoders) -> None:
    for length in (100, 101, 300, 301, 1000, 1100):
        slip = printed(encoder("generic-58").encode(page(QrCode("x" * length))), 32)
        (code,) = zxingcpp.read_barcodes(draw_slip(slip))
        assert code.text == "x" * length


def test_the_buzzer_sounds_where_there_is_one(encoder: Encoders) -> None:
    slip = page(TextLine("a"), Beep())
    assert printed(encoder("xprinter-xp-80").encode(slip), 48).beeps == 3
    assert printed(encoder("generic-80").encode(slip), 48).beeps == 0


def test_a_picture_stands_in_the_middle_of_the_paper_dot_by_dot(encoder: Encoders) -> None:
    logo = Picture(16, 2, b"\xff\xff\x80\x01")
    slip = printed(encoder("generic-58").encode(page(logo, TextLine("a"))), 32)
    (image,) = (band.image for band in slip.bands if isinstance(band, ImageBand))
    rows = [[x for x in range(image.width) if image.getpixel((x, y))] for y in range(image.height)]
    left = (384 - 16) // 2
    assert rows == [list(range(left, left + 16)), [left, left + 15]]


def test_a_picture_wider_than_the_paper_is_left_out(encoder: Encoders) -> None:
    wide = Picture(392, 1, b"\xff" * 49)
    assert printed(encoder("generic-58").encode(page(wide, TextLine("a"))), 32).images == 0


def test_blank_paper(encoder: Encoders) -> None:
    slip = printed(encoder("generic-80").encode(page(TextLine("a"), Feed(3), TextLine("b"))), 48)
    heights = [band.height for band in slip.bands]
    assert heights == [30, 90, 30]


def test_without_any_font_a_geta_mark_stands_for_the_character(
    profiles: dict[str, PrinterProfile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.devices.printer.escpos_slip.find_cjk_font", lambda: None)
    text = page(TextLine("𠮷野家"))
    assert printed(EscposSlip(profiles["generic-58"], tmp_path).encode(text), 32).lines == ["〓野家"]
    assert printed(EscposSlip(profiles["raster-58"], tmp_path).encode(text), 32).lines == ["***"]


def test_a_font_can_be_given(profiles: dict[str, PrinterProfile], tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot open resource"):
        EscposSlip(profiles["raster-58"], tmp_path, FontFace(tmp_path / "none.ttf")).encode(page(TextLine("茶")))


def test_it_is_quick_enough_for_the_queue_at_the_till(encoder: Encoders) -> None:
    encoder("generic-80").encode(receipt(48))
    assert best_ms(lambda: encoder("generic-80").encode(receipt(48))) < 5 * 5
    if find_cjk_font() is not None:
        line = page(TextLine("𠮷野家" * 6))
        encoder("generic-80").encode(line)
        assert best_ms(lambda: encoder("generic-80").encode(line)) < 40 * 5


def best_ms(work: Callable[[], object]) -> float:
    """The quickest of ten runs; the limits have room for a slow machine, `benchmarks/` has the figures."""
    times = []
    for _ in range(10):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times) * 1000


def test_nothing_is_said_on_the_terminal(encoder: Encoders, capfd: pytest.CaptureFixture[str]) -> None:
    encoder("generic-80").encode(receipt(48))
    encoder("raster-80").encode(receipt(48))
    assert capfd.readouterr() == ("", "")


def test_importing_the_encoder_does_not_import_python_escpos() -> None:
    script = "import sys, app.devices.printer.escpos_slip; sys.exit('escpos' in sys.modules)"
    root = Path(__file__).parents[4]
    assert subprocess.run([sys.executable, "-c", script], cwd=root, check=False).returncode == 0
