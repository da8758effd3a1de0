"""Every template on both papers in every character set: the agreed bytes, and the agreed pictures.

To renew after a wanted change: MEMBERTILL_RENEW_GOLDEN=1, then read the difference and look at each picture.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from app.devices.printer.escpos_slip import EscposSlip
from app.devices.printer.fonts import find_cjk_font
from app.devices.printer.simulator.drawing import draw_slip
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.domain.receipt.forms import Form
from app.ports.printer import PrinterProfile
from tests.app.devices.printer.slips import slip_of

Encoders = Callable[[str], EscposSlip]

GOLDEN = Path(__file__).with_name("golden")
RENEWS = bool(os.environ.get("MEMBERTILL_RENEW_GOLDEN"))
SETS = ("", "-gbk", "-gb2312", "-big5")
PROFILES = [*(f"generic-{width}{charset}" for width in (58, 80) for charset in SETS), "raster-58", "raster-80"]
# Pictures are drawn with this machine's font; those in `golden` with this one.
DRAWN_WITH = "NotoSansCJK-Regular.ttc"
_RASTER = re.compile(rb"\x1dv0\x00(..)(..)", re.DOTALL)


def readable(data: bytes) -> str:
    """Bytes as text that can be compared line by line; of an image its size alone, for its dots are the font's."""
    parts, at = [], 0
    while found := _RASTER.search(data, at):
        row, height = (int.from_bytes(found.group(each), "little") for each in (1, 2))
        parts += [_escaped(data[at : found.start()]), f"<image {row * 8}x{height}>\n"]
        at = found.end() + row * height
    return "".join((*parts, _escaped(data[at:]))) + "\n"


def _escaped(data: bytes) -> str:
    return data.decode("latin-1").encode("unicode_escape").decode("ascii").replace("\\n", "\\n\n")


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("profile", PROFILES)
def test_the_bytes_are_as_agreed(
    profile: str, form: Form, encoder: Encoders, profiles: dict[str, PrinterProfile]
) -> None:
    made = readable(encoder(profile).encode(slip_of(form, profiles[profile].columns)))
    golden = GOLDEN / "slips" / f"{form.value}-{profile}.txt"
    if RENEWS:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, "ascii")
    assert made == golden.read_text("ascii")


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("profile", PROFILES)
def test_a_strict_printer_of_that_character_set_understands_them(
    profile: str, form: Form, encoder: Encoders, profiles: dict[str, PrinterProfile]
) -> None:
    model = profiles[profile]
    printer = VirtualPrinter(model.columns, encoding=model.encoding if model.encoding != "ascii" else "gb18030")
    printer.receive(encoder(profile).encode(slip_of(form, model.columns)))
    printer.end_job()
    assert printer.complaints == []
    assert len(printer.slips) == 1


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("profile", ["generic-58", "generic-80", "generic-80-big5", "raster-58"])
def test_the_pictures_are_as_agreed(
    profile: str, form: Form, encoder: Encoders, profiles: dict[str, PrinterProfile], tmp_path: Path
) -> None:
    face = find_cjk_font()
    if face is None or face.path.name != DRAWN_WITH:
        pytest.skip(f"the pictures were drawn with {DRAWN_WITH}, which is not the font here")
    model = profiles[profile]
    printer = VirtualPrinter(model.columns, encoding=model.encoding if model.encoding != "ascii" else "gb18030")
    printer.receive(encoder(profile).encode(slip_of(form, model.columns)))
    printer.end_job()
    picture = draw_slip(printer.slips[0]).convert("1")
    golden = GOLDEN / "slips" / f"{form.value}-{profile}.png"
    if RENEWS:
        picture.save(golden, optimize=True)
    with Image.open(golden) as agreed:
        assert agreed.size == picture.size
        off = sum(ImageChops.logical_xor(agreed, picture).histogram()[255:])
    # Another version of the font moves a few dots; a line that is missing or moved is hundreds.
    assert off < 400, f"{off} dots differ"
