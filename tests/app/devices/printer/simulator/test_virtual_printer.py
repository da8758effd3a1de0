"""The virtual printer: modes, paper, sensors, complaints."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from app.devices.printer.simulator.drawing import draw_slip
from app.devices.printer.simulator.slip import ImageBand, Slip, TextBand
from app.devices.printer.simulator.state import Roll
from app.devices.printer.simulator.virtual_printer import VirtualPrinter

CUT = b"\x1dV\x00"


def printed(data: bytes, columns: int = 32, encoding: str = "gb18030") -> Slip:
    printer = VirtualPrinter(columns, encoding=encoding)
    printer.receive(data + CUT)
    assert printer.complaints == []
    return printer.slips[0]


def complaints(data: bytes, encoding: str = "gb18030") -> list[str]:
    printer = VirtualPrinter(32, encoding=encoding)
    printer.receive(data)
    printer.end_job()
    return printer.complaints


def text_bands(slip: Slip) -> list[TextBand]:
    return [band for band in slip.bands if isinstance(band, TextBand)]


def test_it_wakes_up_in_chinese_mode() -> None:
    assert printed("茶 ABC\n".encode("gb18030")).lines == ["茶 ABC"]


def test_out_of_chinese_mode_high_bytes_are_the_code_pages() -> None:
    assert printed(b"\x1c.\x9c\n\x1bt\x10\xa3\n").lines == ["£", "£"]


def test_a_character_cut_by_the_line_is_whole() -> None:
    printer = VirtualPrinter(32)
    for byte in "茶叶".encode("gb18030") + b"\n" + CUT:
        printer.receive(bytes([byte]))
    assert printer.slips[0].lines == ["茶叶"]


def test_alignment_and_size() -> None:
    slip = printed(b"\x1ba\x01AB\n\x1ba\x02\x1d!\x11AB\n\x1ba\x00\x1d!\x01AB\n")
    assert [(band.left, band.height) for band in text_bands(slip)] == [(180, 30), (384 - 48, 48), (0, 48)]


def test_line_spacing_and_feeds() -> None:
    slip = printed(b"\x1b3<A\n\x1bd\x02\x1bJ\x0a\x1b2\n")
    assert [band.height for band in slip.bands] == [60, 120, 10, 30]


def test_initialise_takes_modes_back() -> None:
    printer = VirtualPrinter(32)
    printer.receive(b"\x1bE\x01\x1ba\x01A\n" + CUT + b"\x1b@A\n" + CUT)
    before, after = (text_bands(slip)[0] for slip in printer.slips)
    assert (before.left, before.glyphs[0].is_bold) == (186, True)
    assert (after.left, after.glyphs[0].is_bold) == (0, False)


def test_initialise_begins_a_new_slip_where_nothing_cuts() -> None:
    printer = VirtualPrinter(32)
    printer.receive(b"\x1b@A\n\x1b@B\n")
    printer.end_job()
    assert [(slip.number, slip.lines, slip.is_cut) for slip in printer.slips] == [(1, ["A"], False), (2, ["B"], False)]


def test_the_end_of_a_job_prints_an_open_line() -> None:
    printer = VirtualPrinter(32)
    printer.receive(b"A")
    printer.end_job()
    assert printer.slips[0].lines == ["A"]


def test_a_job_without_print_is_no_slip() -> None:
    printer = VirtualPrinter(32)
    printer.receive(b"\x1b@\x1bd\x03")
    printer.end_job()
    assert printer.slips == []


def test_drawer_kicks_with_and_without_a_slip() -> None:
    printer = VirtualPrinter(32)
    printer.receive(b"\x1bp\x00\x19\x19")
    printer.end_job()
    assert (printer.drawer_kicks, printer.slips) == (1, [])
    printer.receive(b"\x1b@\x1bp\x00\x19\x19A\n" + CUT)
    assert (printer.drawer_kicks, printer.slips[0].drawer_kicks) == (2, 1)


def test_raster_images_are_printed_dot_by_dot() -> None:
    slip = printed(b"\x1dv0\x00\x01\x00\x02\x00\x80\x01")
    (band,) = slip.bands
    assert isinstance(band, ImageBand)
    assert (band.image.size, [band.image.getpixel(dot) for dot in ((0, 0), (7, 1), (7, 0))]) == ((8, 2), [255, 255, 0])
    assert draw_slip(slip).getpixel((40, 40)) == 0
    assert draw_slip(slip).getpixel((47, 40)) == 255


def test_codes_can_be_read_from_the_drawing() -> None:
    data = "会员 42".encode()
    stored = b"\x1d(k" + bytes([len(data) + 3, 0]) + b"1P0" + data
    qr = b"\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x06\x1d(k\x03\x001E1" + stored + b"\x1d(k\x03\x001Q0"
    slip = printed(b"\x1ba\x01" + qr + b"\x1bJ\x40\x1dh\x50\x1dw\x02\x1dH\x02\x1dkI\x06{BT042")
    assert (slip.qr_codes, slip.barcodes, slip.lines) == (("会员 42",), ("T042",), ["T042"])
    assert {code.text for code in zxingcpp.read_barcodes(draw_slip(slip))} == {"会员 42", "T042"}


def test_underline_reverse_and_scale_are_drawn() -> None:
    plain, other = (black(draw_slip(printed(b + b"A\n"))) for b in (b"", b"\x1b-\x01"))
    assert other > plain
    assert black(draw_slip(printed(b"\x1dB\x01A\n"))) > other
    assert black(draw_slip(printed(b"\x1d!\x11A\n"))) == 4 * plain


def black(image: Image.Image) -> int:
    return image.histogram()[0]


def test_slips_are_saved_and_numbered_on_from_those_there(tmp_path: Path) -> None:
    for _ in range(2):
        printer = VirtualPrinter(48, out_dir=tmp_path / "slips")
        printer.receive(b"A\n" + CUT)
        assert printer.slips[0].png is not None
    assert sorted(path.name for path in (tmp_path / "slips").iterdir()) == ["slip-0001.png", "slip-0002.png"]
    with Image.open(tmp_path / "slips" / "slip-0001.png") as image:
        assert image.width == 48 * 12 + 80


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x07", "unknown command UNKNOWN 07"),
        (b"\x1bZ", "unknown command UNKNOWN 1b 5a"),
        (b"\x1bV\x01", "unknown command UNKNOWN"),
        (b"\xb2\n", "LF in the middle of a Chinese character"),
        ("𠮷\n".encode("gb18030"), "four-byte character"),
        (b"\x1c.\x7f\n", "no character for byte 7f"),
        (b"A" * 33 + b"\n", "the line is too long"),
        (b"\x1dv0\x00\x31\x00\x01\x00" + bytes(49), "an image is 392 dots wide"),
        (b"A\x1dv0\x00\x01\x00\x01\x00\x00\n", "an image in the middle of a line"),
        (b"\x1dkI\x04T042", "barcode: byte 0x54 is not in code set none"),
        (b"\x1dkC\x0d6901234567892", "barcode kind 67 is not simulated"),
        (b"\x1dw\x06\x1dkI\x0c{BT01-000042", "a barcode is 870 dots wide"),
        (b"\x1d(k\x03\x001Q0", "a QR code without data"),
        (b"\x1bt\x09", "code page 9 is not simulated"),
        (b"\x10\x04\x07", "DLE EOT 7 has no answer"),
        (b"\x1d(k\x03\x001Q", "the job ended in the middle of a command"),
    ],
)
def test_it_complains_of_what_no_printer_would_take(data: bytes, says: str) -> None:
    assert any(complaint.startswith(says) or says in complaint for complaint in complaints(data))


def test_a_font_of_another_character_set_lacks_characters() -> None:
    assert complaints("囍\n".encode("gb18030"), encoding="gb2312") == ["no character 87 d6 in gb2312"]
    assert complaints("喜\n".encode("gb18030"), encoding="gb2312") == []


def test_a_good_job_draws_no_complaint() -> None:
    assert complaints("\x1b@茶 12.00\n".encode("gb18030")) == []


def test_it_answers_at_once_while_it_cannot_print() -> None:
    printer = VirtualPrinter(32)
    printer.set_sensors(roll=Roll.OUT)
    assert printer.receive(b"\x1b@A\n" + CUT + b"\x10\x04\x01\x10\x04\x04\x1dr\x01") == b"\x1a\x7e\x0f"
    assert printer.slips == []


def test_what_came_meanwhile_is_printed_when_there_is_paper_again() -> None:
    printer = VirtualPrinter(32)
    printer.set_sensors(cover_open=True)
    printer.receive(b"\x1b@A\n" + CUT)
    printer.set_sensors(cover_open=False)
    assert printer.wait_for_slips(1)[0].lines == ["A"]
    assert printer.sensors.can_print


def test_the_roll_may_end_in_the_middle_of_a_slip() -> None:
    printer = VirtualPrinter(32)
    printer.let_paper_run_out_after(2)
    printer.receive(b"\x1b@A\nB\nC\n" + CUT)
    assert printer.receive(b"\x10\x04\x04") == b"\x7e"
    assert printer.slips == []
    printer.set_sensors(roll=Roll.FULL)
    assert printer.slips[0].lines == ["A", "B", "C"]


def test_waiting_for_a_slip_that_does_not_come_is_told() -> None:
    with pytest.raises(TimeoutError, match="0 slips, not 1"):
        VirtualPrinter(32).wait_for_slips(1, timeout_s=0.05)
