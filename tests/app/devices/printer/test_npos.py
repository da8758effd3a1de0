"""Slips as an interpreter reads them that knows nothing of ours (npos, from npm): every byte, every line."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp

from app.devices.printer.escpos_slip import EscposSlip
from app.devices.printer.simulator.drawing import draw_slip
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.domain.receipt.forms import Form
from app.domain.receipt.page import Barcode, QrCode, RuleLine, TextLine
from app.ports.printer import PrinterProfile
from tests.app.devices.printer.slips import slip_of

ROOT = Path(__file__).parents[4]
NPOS = ROOT / "build" / "npos"
NODE = shutil.which("node")
HAS_NPOS = NODE is not None and (NPOS / "node_modules" / "npos").is_dir()

Encoders = Callable[[str], EscposSlip]
PROFILES = ["generic-58", "generic-80", "generic-58-gb2312", "xprinter-xp-58"]
_TEXT = "STX"


def tokens_of(data: bytes) -> list[tuple[str, bytes]]:
    """What npos makes of a job: commands and runs of text with their bytes, none left over."""
    command = [str(NODE), str(ROOT / "tests" / "npos" / "tokens.js"), str(NPOS)]
    told = subprocess.run(command, input=data, capture_output=True, check=True, timeout=30)
    answer = json.loads(told.stdout)
    assert answer["error"] == ""
    at, tokens = 0, []
    for name, offset, length in answer["tokens"]:
        assert offset == at, f"npos skips bytes {at} to {offset}"
        tokens.append((str(name), data[offset : offset + length]))
        at = offset + length
    assert at == len(data), f"npos does not understand the last {len(data) - at} bytes"
    return tokens


@pytest.mark.skipif(not HAS_NPOS, reason="npos is not installed: `make npos` does it where there is npm")
@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("profile", PROFILES)
def test_another_interpreter_reads_the_same_lines(
    profile: str, form: Form, encoder: Encoders, profiles: dict[str, PrinterProfile]
) -> None:
    model, page = profiles[profile], slip_of(form, profiles[profile].columns)
    tokens = tokens_of(encoder(profile).encode(page))
    codes = {element.data for element in page.elements if isinstance(element, Barcode)}
    text = b"".join(data for name, data in tokens if name == _TEXT).decode(model.encoding)
    # Bars that go out as an image have their text below them as a line of its own.
    read = [line for line in text.splitlines() if line.strip() and line not in codes]
    meant = [_line(element, page.columns) for element in page.elements if isinstance(element, TextLine | RuleLine)]
    as_images = sum(name == "GS v0" for name, _ in tokens) - _code_images(form, model)
    kept = [line for line in meant if _in_font(line, model.encoding)]
    assert [line.rstrip() for line in read] == [line.rstrip() for line in kept]
    assert as_images >= len(meant) - len(kept)


@pytest.mark.parametrize(
    "form", [form for form in Form if form not in {Form.X_REPORT, Form.Z_REPORT, Form.SHIFT, Form.SERVICE, Form.REFUND}]
)
@pytest.mark.parametrize("profile", ["generic-58", "generic-80", "raster-58", "xprinter-xp-58"])
def test_a_scanner_reads_the_codes_from_the_paper(
    profile: str, form: Form, encoder: Encoders, profiles: dict[str, PrinterProfile]
) -> None:
    page = slip_of(form, profiles[profile].columns)
    printer = VirtualPrinter(page.columns)
    printer.receive(encoder(profile).encode(page))
    printer.end_job()
    read = {code.text for code in zxingcpp.read_barcodes(draw_slip(printer.slips[0]))}
    assert read == {element.data for element in page.elements if isinstance(element, QrCode | Barcode)}


def _line(element: TextLine | RuleLine, columns: int) -> str:
    return element.text if isinstance(element, TextLine) else element.char * columns


def _in_font(line: str, encoding: str) -> bool:
    try:
        line.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _code_images(form: Form, model: PrinterProfile) -> int:
    """Codes that this printer gets as images."""
    codes = [element for element in slip_of(form, model.columns).elements if isinstance(element, QrCode | Barcode)]
    return sum(not (model.native_qr if isinstance(code, QrCode) else model.native_barcode) for code in codes)
