"""A slip as PDF: the paper's size, the slip's length, one page, and text that can be searched."""

import re

import pytest
from pytestqt.qtbot import QtBot

from app.domain.receipt.page import Feed, Page, QrCode, TextLine
from app.ui.widgets.slip_pdf import slip_pdf

_POINTS_A_MM = 72 / 25.4


def size_mm(pdf: bytes) -> tuple[float, float]:
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert box is not None
    return float(box.group(1)) / _POINTS_A_MM, float(box.group(2)) / _POINTS_A_MM


@pytest.mark.parametrize(("columns", "width_mm"), [(32, 58), (48, 80)])
def test_the_page_is_as_wide_as_the_paper_and_as_long_as_the_slip(qtbot: QtBot, columns: int, width_mm: int) -> None:
    short = slip_pdf(Page(columns, (TextLine("合计 12.00"), QrCode("MT:T01-1-000001"))), "slip")
    long = slip_pdf(Page(columns, (TextLine("合计 12.00"), QrCode("MT:T01-1-000001"), Feed(20))), "slip")
    assert size_mm(short)[0] == pytest.approx(width_mm, abs=0.5)
    assert size_mm(long)[1] > size_mm(short)[1] + 40
    assert short.count(b"/Type /Page\n") == 1
