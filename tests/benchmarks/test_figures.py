"""Figures: the line a program reads, percentiles, and whether a goal is met."""

import json

import pytest

from benchmarks.figures import Figure, Goal, Pairs, percentile


def figure(value: float, limit: float | None, goal: float | None, goal_is: Goal = Goal.RATIO_AT_MOST) -> Figure:
    return Figure("b", "p50", value, "ms", limit, "by hand", goal, 3, goal_is)


def test_a_line_has_the_promised_fields_in_their_order() -> None:
    row = json.loads(figure(1.2, 0.9, 1.5).line())
    assert list(row) == ["bench", "figure", "value", "unit", "limit", "limit_is", "ratio", "goal", "n", "context"]
    assert row["ratio"] == 1.333
    assert row["context"]["met"] is True
    assert row["context"]["machine"]["cores"]


@pytest.mark.parametrize(
    ("value", "limit", "goal", "goal_is", "met"),
    [
        (3.1, 1.0, 3.0, Goal.RATIO_AT_MOST, False),
        (3.1, 1.0, 4.0, Goal.VALUE_AT_MOST, True),
        (3.1, 6.0, 0.5, Goal.RATIO_AT_LEAST, True),
        (3.1, 6.0, 0.6, Goal.RATIO_AT_LEAST, False),
        (3.1, 6.0, 3.0, Goal.VALUE_AT_LEAST, True),
        (3.1, None, 3.0, Goal.VALUE_AT_MOST, False),
        (3.1, None, 3.0, Goal.RATIO_AT_MOST, None),
        (3.1, 1.0, None, Goal.NONE, None),
    ],
)
def test_a_goal_is_a_ratio_or_a_value(
    value: float, limit: float | None, goal: float | None, goal_is: Goal, met: bool | None
) -> None:
    assert figure(value, limit, goal, goal_is).is_met is met


def test_percentiles_do_not_run_over_the_end() -> None:
    values = [float(number) for number in range(100)]
    assert [percentile(values, share) for share in (0.0, 0.5, 0.99, 1.0)] == [0.0, 50.0, 99.0, 99.0]


def test_pairs_make_a_figure_for_each_share() -> None:
    pairs = Pairs()
    pairs.add(2_000_000, 1_000_000)
    made = list(pairs.figures("b", "by hand", {0.5: (2.0, Goal.RATIO_AT_MOST), 0.99: (None, Goal.NONE)}, {}, "x_"))
    assert [(one.figure, one.ratio, one.is_met) for one in made] == [("x_p50", 2.0, True), ("x_p99", 2.0, None)]
