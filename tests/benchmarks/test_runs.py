"""Every benchmark that needs no screen runs, in small, and says the same about both sides."""

from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import lookup, pricing, sale_commit, shop, syncs
from benchmarks.figures import Figure


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shop, "PLACE", tmp_path)


def names(figures: list[Figure]) -> set[str]:
    return {figure.figure for figure in figures}


def test_sale_commit_writes_the_same_rows_on_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sale_commit, "syncs_of", lambda *_: None)
    figures = list(sale_commit.run(rounds=40, members=200, few=150, many=200))
    assert names(figures) == {"p50", "p99", "after_a_pause_p50", "growth_p50"}
    context = figures[0].context
    assert context["same_rows"] is True
    assert context["statements"] <= 25
    assert context["wal_bytes"] > 0


def test_pricing_measures_every_case_and_how_many_are_proved() -> None:
    figures = list(pricing.run(rounds=5))
    fixed = ("10_lines_", "10_lines_heavy_", "30_lines_12_offers_", "200_lines_50_promotions_")
    cases = (*fixed, "random_30_lines_12_offers_", "exotic_8_lines_8_offers_")
    told = ("p50", "p99", "not_proved", "may_be_off_p99")
    assert {f"{case}{figure}" for case in cases for figure in told} == names(figures)


def test_lookup_measures_every_way_and_the_growth_of_the_exact_ones() -> None:
    figures = list(lookup.run(rounds=5, members=200, few=150))
    assert {"card_p99", "phone_p50", "last_four_p95", "initials_p95", "card_growth"} <= names(figures)


def test_syncs_are_unknown_without_a_tracer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert syncs.syncs_of("benchmarks.sale_commit", 200) is None


def test_an_unknown_name_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["nothing"]) == 2
    assert "sale_commit" in capsys.readouterr().err
