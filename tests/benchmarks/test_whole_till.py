"""The benchmarks that start the whole program, in small."""

from pathlib import Path

import pytest

from benchmarks import memory, receipt, shop, start
from tests.xserver import missing_tools

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(bool(missing_tools()), reason="no X server to start"),
]


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shop, "PLACE", tmp_path)


def test_start_is_measured_from_the_process_to_the_scan() -> None:
    figures = {figure.figure: figure for figure in start.run(rounds=1, members=200, few=150)}
    assert set(figures) == {
        "sign_on_shown_p50", "sign_on_shown_p90", "scan_shown_p50", "scan_shown_p90", "growth_p50",
    }  # fmt: skip
    assert 0 < figures["sign_on_shown_p50"].value < figures["scan_shown_p50"].value


def test_memory_is_read_after_each_mark() -> None:
    figures = {figure.figure: figure for figure in memory.run(members=200, a_day=2, many=4)}
    assert figures["after_a_day"].value > (figures["after_a_day"].limit or 0) > 0
    assert list(figures["after_start"].context["resident_mb_by_sales"]) == [0, 2, 3, 4]


def test_receipt_times_the_first_slip_apart_from_the_others() -> None:
    figures = {figure.figure: figure.n for figure in receipt.run(rounds=3, members=200)}
    assert figures == {
        "first": 1, "p50": 3, "p99": 3, "raster_line_first": 1, "raster_line_p50": 3, "raster_line_p99": 3,
        "hand_over_first": 1, "hand_over_p50": 3, "hand_over_p99": 3,
        "raster_receipt_first": 1, "raster_receipt_p50": 1, "raster_receipt_p99": 1,
    }  # fmt: skip
